# Run at build time by models/runs: writes OUTPUT, the source of runs::engine_version(). VERSION: of the program.
# BUILT_BY: what else than the sources decides a result. ROOT: the tree whose engine/ and models/ are fingerprinted, paths
# and bytes alike, so that it says the same wherever the tree lies and whether or not it is a repository.
file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/engine/*.[ch]pp" "${ROOT}/models/*.[ch]pp")
list(SORT files)
if(NOT files)
  message(FATAL_ERROR "no sources under ${ROOT}")
endif()
set(listing "${BUILT_BY}\n")
foreach(file IN LISTS files)
  file(SHA256 "${ROOT}/${file}" print)
  string(APPEND listing "${print} ${file}\n")
endforeach()
string(SHA256 print "${listing}")
string(SUBSTRING "${print}" 0 12 print)
set(source "#include \"models/runs/engine_version.hpp\"\n\nnamespace jobcast::runs {\n\n")
string(APPEND source "std::string_view engine_version() { return \"${VERSION}+${print}\"; }\n\n")
string(APPEND source "}  // namespace jobcast::runs\n")
file(WRITE "${OUTPUT}" "${source}")

#include "models/runs/run_key.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/input/text_file.hpp"
#include "engine/store/fingerprint.hpp"
#include "models/scenario/canonical.hpp"

namespace jobcast::runs {

std::string pack_print(const plan::Plan& plan) {
  auto files = plan.files;
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  store::Fingerprint print;
  for (const auto& file : files) {
    print.add(file, input::read_bytes((std::filesystem::path(plan.folder) / file).string()));
  }
  return print.hex();
}

std::string run_key(std::string_view pack, const scenario::Scenario& scenario, const forecast::Request& request,
                    std::string_view engine, std::string_view calibration) {
  store::Fingerprint print;
  // Left out where there is none, so that runs from the priors keep their keys.
  if (!calibration.empty()) print.add("calibration", calibration);
  return print.add("pack", pack)
      .add("name", scenario.id)
      .add("scenario", scenario::canonical(scenario))
      .add("seed", request.seed)
      .add("until", time::to_string(request.until))
      .add("split", std::uint64_t{request.split_uncertainty ? 1U : 0U})
      .add("engine", engine)
      .hex();
}

}  // namespace jobcast::runs

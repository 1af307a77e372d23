#include <algorithm>
#include <filesystem>

#include "models/plan/pack_file.hpp"
#include "models/scenario/scenario_file.hpp"

namespace jobcast::scenario {
namespace {

namespace fs = std::filesystem;
using input::TomlTable;

constexpr auto schema = "jobcast.scenario/1";
constexpr auto manifest = "plan.toml";
constexpr auto extension = ".toml";

fs::path resolved(const fs::path& path) {
  std::error_code ignored;
  return fs::weakly_canonical(path, ignored);
}

fs::path whatif_folder(const plan::Plan& plan) { return fs::path(plan.folder) / "whatif"; }

/// Reads a file after the one it extends, back to the plan.
class ChainReader {
 public:
  ChainReader(const plan::Plan& plan, input::Diagnostics& faults) : plan_(plan), faults_(faults) {}

  void read(const plan::PackFile& file, Scenario& scenario) {
    const auto document = plan::read_pack_toml(file, faults_);
    if (!document) return;
    chain_.emplace_back(file.path);
    TomlTable root(*document, fs::path(file.path).filename().string(), faults_);
    root.require_schema(schema, "scenario.schema");
    if (const auto base = root.text("extends")) extend(file.path, *base, root.where("extends"), scenario);
    scenario.id = fs::path(file.path).stem().string();
    read_differences(root, plan_, scenario);
    root.refuse_other_keys();
  }

  /// Reads a text that is no file. What it extends is the plan or one of the plan's own scenarios, by its name alone.
  void read(const std::string& name, std::string_view text, Scenario& scenario) {
    const auto file = name + extension;
    const auto document = input::parse_toml(file, text, faults_);
    if (!document) return;
    TomlTable root(*document, file, faults_);
    root.require_schema(schema, "scenario.schema");
    if (const auto base = root.text("extends")) extend_known(*base, root.where("extends"), scenario);
    scenario.id = name;
    read_differences(root, plan_, scenario);
    root.refuse_other_keys();
  }

 private:
  void extend(const std::string& file, const std::string& base, const input::Position& where, Scenario& scenario) {
    const auto path = (fs::path(file).parent_path() / base).lexically_normal();
    if (path.filename() == manifest) {
      if (resolved(path) == resolved(fs::path(plan_.folder) / manifest)) return;
      faults_.add({where, {"scenario.other_plan", {base}}, {"scenario.expected_this_plan", {plan_.folder}}, {}});
      return;
    }
    const auto again = std::find_if(chain_.begin(), chain_.end(),
                                    [&](const std::string& link) { return resolved(link) == resolved(path); });
    if (again == chain_.end()) return read({path.string(), where}, scenario);
    std::string words;
    for (auto link = again; link != chain_.end(); ++link) words += fs::path(*link).filename().string() + " → ";
    words += path.filename().string();
    faults_.add({where, {"scenario.extends_itself", {words}}, {"scenario.expected_chain", {}}, {}});
  }

  void extend_known(const std::string& base, const input::Position& where, Scenario& scenario) {
    const fs::path path(base);
    if (path.filename() == manifest) return;
    const auto names = scenario_names(plan_);
    // A name of the list, not the text: it never leads anywhere else.
    const auto known = std::find(names.begin(), names.end(), path.stem().string());
    if (path.filename() == base && path.extension() == extension && known != names.end()) {
      return read({(whatif_folder(plan_) / (*known + extension)).string(), where}, scenario);
    }
    faults_.add({where,
                 {"scenario.unknown", {base}},
                 {"scenario.expected_plan_or_name", {input::listed(names)}},
                 input::did_you_mean(path.stem().string(), names)});
  }

  const plan::Plan& plan_;
  input::Diagnostics& faults_;
  std::vector<std::string> chain_;  ///< files from the one asked for to the one being read
};

/// The file of a scenario that is asked for by name or by path.
std::string file_of(const plan::Plan& plan, const std::string& name_or_file) {
  const fs::path path(name_or_file);
  std::error_code ignored;
  if (path.extension() == extension || path.has_parent_path() || fs::is_regular_file(path, ignored))
    return name_or_file;
  auto file = whatif_folder(plan) / (name_or_file + ".toml");
  if (fs::is_regular_file(file, ignored)) return file.string();
  const auto names = scenario_names(plan);
  throw input::InputError(input::Diagnostic{{},
                                            {"scenario.unknown", {name_or_file}},
                                            names.empty()
                                                ? input::Message{"scenario.expected_file", {}}
                                                : input::Message{"scenario.expected_name", {input::listed(names)}},
                                            input::did_you_mean(name_or_file, names)});
}

}  // namespace

Scenario as_written(const plan::Plan& plan) {
  Scenario scenario;
  scenario.id = "plan";
  scenario.title = plan.title;
  return scenario;
}

Scenario load_scenario(const plan::Plan& plan, const std::string& name_or_file) {
  const auto file = file_of(plan, name_or_file);
  input::Diagnostics faults;
  Scenario scenario = as_written(plan);
  ChainReader(plan, faults).read({file, {file}}, scenario);
  faults.throw_if_any();
  return scenario;
}

Scenario parse_scenario(const plan::Plan& plan, const std::string& name, std::string_view text) {
  input::Diagnostics faults;
  Scenario scenario = as_written(plan);
  ChainReader(plan, faults).read(name, text, scenario);
  faults.throw_if_any();
  return scenario;
}

std::vector<std::string> scenario_names(const plan::Plan& plan) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(whatif_folder(plan), ignored)) {
    const bool file = entry.is_regular_file(ignored) && entry.path().extension() == ".toml";
    if (file) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace jobcast::scenario

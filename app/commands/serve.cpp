#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/findings.hpp"
#include "app/commands/posterior.hpp"
#include "app/commands/stop_signal.hpp"
#include "app/server/api.hpp"
#include "app/server/server.hpp"
#include "models/runs/run_key.hpp"

namespace jobcast::app {
namespace {

constexpr std::uint16_t usual_port = 8700;
constexpr std::size_t shortest_token = 16;

bool is_loopback(const std::string& address) {
  return address == "::1" || (address.starts_with("127.") && address.find_first_not_of("0123456789.") == address.npos);
}

server::Place place_of(const Arguments& arguments) {
  constexpr std::uint64_t most_port = 65'535;
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  const server::Place place{.address = arguments.get("--listen", "127.0.0.1"),
                            .port = static_cast<std::uint16_t>(arguments.number("--port", usual_port, 0, most_port)),
                            .token = arguments.get("--token")};
  const input::Message expected{"serve.expected_token", {std::to_string(shortest_token)}};
  if (place.token.empty() && !arguments.find("--token")) {
    if (is_loopback(place.address)) return place;
    throw UsageError({"serve.needs_token", {place.address}}, expected);
  }
  if (place.token.size() < shortest_token || place.token.find_first_not_of(plain) != std::string::npos) {
    throw UsageError({"serve.bad_token", {}}, expected);
  }
  return place;
}

server::ServedPlan served(const std::string& word) {
  auto plan = plan::load_plan(find_plan(word));
  auto record = kept_track_record(plan);
  auto backtest = Findings(plan).find(backtest_finding);
  auto calibrated = take_calibration(plan);
  auto pack = runs::pack_print(plan);
  return {std::make_shared<const plan::Plan>(std::move(plan)), std::move(pack), std::move(record), std::move(backtest),
          std::move(calibrated)};
}

std::vector<server::ServedPlan> plans_of(const Arguments& arguments) {
  const auto named = arguments.several.empty() ? known_plans() : arguments.several;
  if (named.empty())
    throw UsageError({"serve.no_plans", {}}, {"app.expected_plan_folder", {}}, {"app.mend_new_plan", {}});
  std::vector<server::ServedPlan> plans;
  for (const auto& word : named) {
    plans.push_back(served(word));
    const auto& id = plans.back().plan->id;
    const auto same = std::count_if(plans.begin(), plans.end(), [&](const auto& each) { return each.plan->id == id; });
    if (same > 1) throw UsageError({"serve.same_plan", {id}});
  }
  return plans;
}

/// The file that --store names, or one that goes when the server goes.
class StoreFile {
 public:
  explicit StoreFile(std::optional<std::string> named) : path_(named.value_or("")) {
    if (named) return;
    auto folder = (std::filesystem::temp_directory_path() / "jobcast-serve-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr)
      throw WorkFailed({"app.cannot_write", {folder}}, {"app.expected_writable", {}});
    folder_ = folder;
    path_ = folder + "/runs.sqlite";
  }
  ~StoreFile() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  }
  StoreFile(const StoreFile&) = delete;
  StoreFile& operator=(const StoreFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] bool for_good() const { return folder_.empty(); }

 private:
  std::string path_, folder_;
};

void say_where(const server::Place& place, std::uint16_t port, const std::vector<server::ServedPlan>& plans,
               const StoreFile& store, const Console& console) {
  const auto& words = console.catalogue();
  const auto name = place.address.find(':') == std::string::npos ? place.address : "[" + place.address + "]";
  const auto address = "http://" + name + ":" + std::to_string(port) + "/";
  console.out << (plans.size() == 1 ? words.text("serve.listening_one", plans.front().plan->id, address)
                                    : words.text("serve.listening", std::to_string(plans.size()), address))
              << "\n"
              << (store.for_good() ? words.text("serve.store", store.path()) : words.text("serve.store_for_now"))
              << "\n";
  if (page_files().empty()) console.out << words.text("serve.no_page") << "\n";
  console.out.flush();
}

}  // namespace

int run_serve(const Arguments& arguments, const Console& console) {
  const auto place = place_of(arguments);
  const auto plans = plans_of(arguments);
  const StopSignal stop;
  const StoreFile store(arguments.find("--store"));
  const server::Words words;
  server::Api api(words, plans, {.store = store.path()});
  server::Server server(place, {}, words,
                        [&](const server::Question& question, const auto& reply) { api.answer(question, reply); });
  say_where(place, server.port(), plans, store, console);
  server.run([&] { return stop.came(); });
  api.close();  // before the server goes, which its replies go through
  return 0;
}

}  // namespace jobcast::app

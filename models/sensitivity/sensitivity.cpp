#include "models/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <map>

#include "engine/parallel/loop.hpp"
#include "engine/parallel/threads.hpp"
#include "models/forecast/columns.hpp"
#include "models/forecast/county.hpp"

namespace jobcast::sensitivity {
namespace {

using forecast::Columns;
using random::Altered;

constexpr double half_turn = 0.5;

/// A subject with what is altered of it.
struct Part {
  Subject subject;
  std::vector<random::Entity> streams;
  bool of_county = false;
  std::optional<random::StreamKey> number;  ///< of the one number that it is

  void add(const Input& input) {
    streams.insert(streams.end(), input.streams.begin(), input.streams.end());
    of_county = of_county || input.of_county;
    ++subject.inputs;
    subject.keys.push_back(input.id);
  }
};

/// Of inputs that `takes` holds for; nothing to append where there are none.
template <class Takes>
void append(std::vector<Part>& parts, const Inputs& all, Subject subject, const Takes& takes) {
  Part part;
  part.subject = std::move(subject);
  for (const auto& input : all.inputs) {
    if (takes(input)) part.add(input);
  }
  if (part.subject.inputs > 0) parts.push_back(std::move(part));
}

std::vector<Part> parts_of(const Inputs& all, const Question& question) {
  std::vector<Part> parts;
  for (std::size_t source = 0; source < forecast::source_names.size(); ++source) {
    append(parts, all, {.id = std::string(forecast::source_names[source]), .level = Level::source},
           [&](const Input& input) { return static_cast<std::size_t>(input.purpose) == source + 1; });
  }
  for (const auto kind : {Kind::knowable, Kind::coming}) {
    append(parts, all, {.id = std::string(name_of(kind)), .level = Level::kind, .kind = kind},
           [&](const Input& input) { return all.groups[input.group].kind == kind; });
  }
  for (std::size_t group = 0; group < all.groups.size(); ++group) {
    append(parts, all, {.id = all.groups[group].id, .level = Level::group, .kind = all.groups[group].kind},
           [&](const Input& input) { return input.group == group; });
  }
  if (!question.inputs) return parts;
  for (const auto& input : all.inputs) {
    append(parts, all,
           {.id = input.id,
            .level = Level::input,
            .kind = all.groups[input.group].kind,
            .group = all.groups[input.group].id},
           [&](const Input& other) { return &other == &input; });
    if (input.one_number) parts.back().number = random::StreamKey{question.request.seed, input.purpose};
  }
  return parts;
}

std::vector<plan::Indicator::Id> indicators_of(const Question& question) {
  if (!question.indicators.empty()) return question.indicators;
  std::vector<plan::Indicator::Id> all;
  for (std::size_t id = 0; id < forecast::indicator_count; ++id) all.push_back(static_cast<plan::Indicator::Id>(id));
  return all;
}

/// The last survey of one set of draws: a column each for what is published of an indicator and for what is true.
class Last {
 public:
  Last(std::size_t indicators, int draws) : columns_(2 * indicators, draws) {}

  void put(const std::vector<plan::Indicator::Id>& indicators, std::uint32_t first_draw,
           const survey::IndicatorLanes& published, const survey::IndicatorLanes& truth) {
    for (std::size_t place = 0; place < indicators.size(); ++place) {
      columns_.put(2 * place, first_draw, published.of(indicators[place]));
      columns_.put(2 * place + 1, first_draw, truth.of(indicators[place]));
    }
  }
  [[nodiscard]] std::span<const double> published(std::size_t place) const { return columns_.column(2 * place); }
  [[nodiscard]] std::span<const double> truth(std::size_t place) const { return columns_.column(2 * place + 1); }
  [[nodiscard]] int blocks() const { return columns_.block_count(); }

 private:
  Columns columns_;
};

/// Plays a county and its scenario with altered streams.
class Player {
 public:
  Player(const forecast::CountyModel& county, const programmes::ProgrammeModel& scenario, const Question& question)
      : county_(county),
        scenario_(scenario),
        indicators_(indicators_of(question)),
        draws_(question.request.draws),
        streams_(question.request.seed),
        workers_([this] {
          return Worker{forecast::County(county_), forecast::Answer(county_, scenario_), {}};
        }) {}

  /// The draws as the forecast has them; their county is kept, for subjects that do not touch it.
  Last play() {
    kept_.resize(static_cast<std::size_t>(Last(1, draws_).blocks()));
    return pass(streams_, true, true);
  }
  Last play(const Altered& altered, bool of_county) { return pass(streams_.with(altered), of_county, false); }
  Last play_anew() {
    forecast::Streams streams = streams_;
    for (auto* key : {&streams.parameters, &streams.chance, &streams.execution, &streams.survey}) ++key->replicate;
    return pass(streams, true, false);
  }

 private:
  struct Worker {
    forecast::County county;
    forecast::Answer answer;
    forecast::SurveyFuture future;
  };

  Last pass(const forecast::Streams& streams, bool of_county, bool keep) {
    Last last(indicators_.size(), draws_);
    parallel::for_each_index(0, last.blocks(), [&](int block) {
      Worker& worker = workers_.local();
      const auto first_draw = static_cast<std::uint32_t>(block * units::lane_count);
      auto& kept = kept_[static_cast<std::size_t>(block)];
      auto& future = of_county && !keep ? worker.future : kept;
      if (of_county) worker.county.play_to_last_survey(streams, first_draw, future);
      survey::IndicatorLanes truth, published;
      worker.answer.find_last(streams, first_draw, future, truth, published);
      last.put(indicators_, first_draw, published, truth);
    });
    return last;
  }

  const forecast::CountyModel& county_;
  const programmes::ProgrammeModel& scenario_;
  std::vector<plan::Indicator::Id> indicators_;
  int draws_;
  forecast::Streams streams_;
  parallel::OneAThread<Worker> workers_;
  std::vector<forecast::SurveyFuture> kept_;
};

/// +1 where a half turn moves a number up, -1 where down; nothing for subjects of several numbers.
std::vector<double> signs_of(const Part& part, int draws) {
  std::vector<double> signs;
  if (!part.number) return signs;
  for (int draw = 0; draw < draws; ++draw) {
    random::Stream stream(*part.number, static_cast<std::uint32_t>(draw), part.streams.front());
    signs.push_back(stream.uniform() < half_turn ? 1.0 : -1.0);
  }
  return signs;
}

struct Passes {
  Last first, second;
  std::vector<Last> altered;  ///< by part
};

using Values = std::span<const double> (Last::*)(std::size_t) const;

Evaluations evaluations_of(const Passes& passes, std::size_t place, Values values) {
  Evaluations evaluations{(passes.first.*values)(place), (passes.second.*values)(place), {}};
  for (const auto& altered : passes.altered) evaluations.mixed.push_back((altered.*values)(place));
  return evaluations;
}

void set_findings(const Passes& passes, const std::vector<Part>& parts, const Question& question, std::size_t place,
                  OfIndicator& indicator) {
  const auto published = evaluations_of(passes, place, &Last::published);
  const auto truth = evaluations_of(passes, place, &Last::truth);
  indicator.published = variance_of(published);
  indicator.truth = variance_of(truth);
  indicator.findings.resize(parts.size());
  if (question.method == Method::sobol) {
    const auto of_published = sobol_indices(published, question.bootstrap);
    const auto of_truth = sobol_indices(truth, question.bootstrap);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      indicator.findings[part].published = of_published[part];
      indicator.findings[part].truth = of_truth[part];
    }
    return;
  }
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const auto signs = signs_of(parts[part], question.request.draws);
    const auto effects = [&](const Evaluations& evaluations) {
      return elementary_effects(
          {.before = evaluations.first, .after = evaluations.mixed[part], .size = half_turn, .sign = signs},
          question.bootstrap);
    };
    indicator.findings[part].published_steps = effects(published);
    indicator.findings[part].true_steps = effects(truth);
  }
}

forecast::Request request_of(const plan::Plan& plan, forecast::Request request) {
  request.until = time::make_date(plan.plan_year, 12, 31);
  request.split_uncertainty = false;
  return request;
}

}  // namespace

std::size_t passes_of(const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question) {
  const forecast::CountyModel county(plan, scenario, request_of(plan, question.request).until);
  const programmes::ProgrammeModel programmes(county.plan, county.programmes, scenario);
  return 2 + parts_of(inputs_of(county, programmes), question).size();
}

Sensitivity analyse(const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question,
                    const std::function<void()>& done) {
  const auto request = request_of(plan, question.request);
  const forecast::CountyModel county(plan, scenario, request.until);
  const programmes::ProgrammeModel programmes(county.plan, county.programmes, scenario);
  const auto parts = parts_of(inputs_of(county, programmes), question);
  Sensitivity answer{.method = question.method,
                     .scenario = scenario.id,
                     .scenario_title = scenario.title,
                     .draws = request.draws,
                     .seed = request.seed,
                     .reference_week = county.calendar.surveys.back().reference_week(),
                     .subjects = {},
                     .indicators = {}};
  for (const auto& part : parts) answer.subjects.push_back(part.subject);
  for (const auto id : indicators_of(question))
    answer.indicators.push_back({.id = id, .published = {}, .truth = {}, .findings = {}});
  const auto how = question.method == Method::sobol ? Altered::How::anew : Altered::How::half_turn;
  parallel::on_threads(request.threads, [&] {
    Player player(county, programmes, question);
    const auto told = [&](Last last) {
      done();
      return last;
    };
    Last first = told(player.play());
    Last second = told(player.play_anew());
    Passes passes{std::move(first), std::move(second), {}};
    for (const auto& part : parts) {
      passes.altered.push_back(told(player.play(Altered(how, part.streams), part.of_county)));
    }
    parallel::for_each_index(std::size_t{0}, answer.indicators.size(), [&](std::size_t place) {
      set_findings(passes, parts, question, place, answer.indicators[place]);
    });
  });
  return answer;
}

}  // namespace jobcast::sensitivity

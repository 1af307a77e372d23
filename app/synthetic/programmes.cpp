#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/synthetic/dice.hpp"
#include "app/synthetic/pack_parts.hpp"

namespace jobcast::app::synthetic {
namespace {

/// How likely programmes of a type look. Jobs are per thousand persons of working age or old age, whose work it is;
/// money a job in thousand won; its shares over nation, province, county, company.
struct Kind {
  const char *id, *sector, *department, *name, *name_en, *type;
  double jobs_per_thousand;
  bool of_the_old;
  double rural;  ///< how many times as many in the country as in town
  double won_a_job;
  std::array<double, 4> shares;
};
constexpr std::array kinds{Kind{"senior-jobs",
                                "direct",
                                "복지과",
                                "노인 일자리",
                                "Senior jobs",
                                "senior-public-job",
                                90,
                                true,
                                1.2,
                                3'900,
                                {0.50, 0.10, 0.40, 0.0}},
                           Kind{"self-support",
                                "direct",
                                "복지과",
                                "자활근로",
                                "Self-support work",
                                "public-works",
                                2.5,
                                false,
                                1.5,
                                12'000,
                                {0.80, 0.06, 0.14, 0.0}},
                           Kind{"community-jobs",
                                "direct",
                                "일자리과",
                                "지역공동체 일자리",
                                "Community jobs",
                                "public-works",
                                3.5,
                                false,
                                2.5,
                                7'000,
                                {0.50, 0.0, 0.50, 0.0}},
                           Kind{"wildfire-watch",
                                "direct",
                                "산림과",
                                "산불감시원",
                                "Wildfire watch",
                                "seasonal-post",
                                1.5,
                                false,
                                12,
                                10'000,
                                {0.30, 0.10, 0.60, 0.0}},
                           Kind{"student-jobs",
                                "direct",
                                "일자리과",
                                "대학생 아르바이트",
                                "Student jobs",
                                "student-job",
                                2.5,
                                false,
                                1.5,
                                1'500,
                                {0.0, 0.0, 1.0, 0.0}},
                           Kind{"training",
                                "training",
                                "일자리과",
                                "직업훈련",
                                "Training",
                                "training",
                                2.0,
                                false,
                                1.0,
                                2'400,
                                {0.20, 0.20, 0.60, 0.0}},
                           Kind{"placement",
                                "service",
                                "일자리과",
                                "취업지원",
                                "Placement",
                                "placement",
                                35,
                                false,
                                1.0,
                                330,
                                {0.0, 0.30, 0.70, 0.0}},
                           Kind{"farm-exchange",
                                "service",
                                "농업과",
                                "농촌인력중개",
                                "Farm labour exchange",
                                "farm-brokerage",
                                12,
                                false,
                                20,
                                133,
                                {0.50, 0.0, 0.50, 0.0}},
                           Kind{"hiring-subsidy",
                                "subsidy",
                                "일자리과",
                                "채용 장려금",
                                "Hiring subsidy",
                                "hiring-subsidy",
                                1.2,
                                false,
                                1.0,
                                8'800,
                                {0.45, 0.15, 0.30, 0.10}},
                           Kind{"insurance-support",
                                "subsidy",
                                "일자리과",
                                "사회보험료 지원",
                                "Insurance support",
                                "insurance-subsidy",
                                8,
                                false,
                                1.0,
                                670,
                                {0.0, 0.50, 0.50, 0.0}},
                           Kind{"start-up",
                                "startup",
                                "경제과",
                                "창업 지원",
                                "Start-up support",
                                "startup",
                                0.6,
                                false,
                                1.0,
                                25'000,
                                {0.0, 0.35, 0.65, 0.0}},
                           Kind{"private-hiring",
                                "private",
                                "경제과",
                                "민간 채용",
                                "Private hiring",
                                "private-hiring",
                                3,
                                false,
                                1.0,
                                0,
                                {0.0, 0.0, 0.0, 0.0}}};

/// A kind's jobs are spread over more rows the more there are.
int rows_of(double jobs) { return std::clamp(static_cast<int>(std::lround(std::pow(jobs, 0.4))), 1, 30); }

std::int64_t won(double thousand) { return std::llround(thousand / 1000.0) * 1000; }

Programme programme_of(const Kind& kind, int row, double jobs, Dice& dice) {
  Programme programme{.id = fmt::format("{}-{}", kind.id, row),
                      .sector = kind.sector,
                      .department = kind.department,
                      .name = fmt::format("{} {}", kind.name, row),
                      .name_en = fmt::format("{} {}", kind.name_en, row),
                      .type = kind.type,
                      .jobs = std::max(1, static_cast<int>(std::lround(jobs)))};
  if (programme.sector == "training") programme.trainees = 2 * programme.jobs;
  const double money = programme.jobs * kind.won_a_job * dice.factor(0.2);
  programme.national = won(money * kind.shares[0]);
  programme.provincial = won(money * kind.shares[1]);
  programme.county = won(money * kind.shares[2]);
  programme.private_money = won(money * kind.shares[3]);
  return programme;
}

std::int64_t money_of(const std::vector<Programme>& programmes) {
  std::int64_t sum = 0;
  for (const auto& programme : programmes) sum += programme.total();
  return sum;
}

std::int64_t jobs_of(const std::vector<Programme>& programmes, std::string_view sector) {
  std::int64_t sum = 0;
  for (const auto& programme : programmes) sum += sector.empty() || programme.sector == sector ? programme.jobs : 0;
  return sum;
}

}  // namespace

std::vector<Programme> draw_programmes(const County& county, std::uint64_t seed) {
  const Register& people = county.registered.back();
  const auto persons = [&](std::size_t from, std::size_t to) {
    double sum = 0.0;
    for (auto group = from; group < to; ++group) sum += people[group][0] + people[group][1];
    return sum;
  };
  const double working_age = persons(1, people.size() - 1);
  const double old = persons(people.size() - 1, people.size());
  std::vector<Programme> programmes;
  for (const auto& kind : kinds) {
    Dice dice(seed, county.number, kind.id);
    const double in_town = 2.0 / (1.0 + kind.rural);  // so that the middle of both is what the table says
    const double rural = in_town * (1.0 + (kind.rural - 1.0) * county.rural);
    const double jobs =
        (kind.of_the_old ? old : working_age) / 1000.0 * kind.jobs_per_thousand * rural * dice.factor(0.25);
    const int rows = rows_of(jobs);
    for (int row = 1; row <= rows; ++row) {
      programmes.push_back(programme_of(kind, row, jobs / rows * dice.factor(0.3), dice));
    }
  }
  return programmes;
}

std::string programmes_csv(const std::vector<Programme>& programmes) {
  std::string text =
      "id,sector,department,name,name_en,jobs,trainees,national,provincial,county,private,total,type,table,note\n";
  for (const auto& each : programmes) {
    text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},programmes,generated\n", each.id, each.sector,
                        each.department, each.name, each.name_en, each.jobs,
                        each.trainees > 0 ? std::to_string(each.trainees) : "", each.national, each.provincial,
                        each.county, each.private_money, each.total(), each.type);
  }
  return text;
}

std::string actions_toml(const std::vector<Programme>& programmes, const std::string& source) {
  return fmt::format(R"~([[strategy]]
id      = "1"
name    = {{ ko = "일자리를 늘린다", en = "More work" }}
printed = {{ programmes = {}, jobs = {}, budget_million_won = {} }}
source  = "assumption: {}"
)~",
                     programmes.size(), jobs_of(programmes, ""), money_of(programmes) / 1000, source);
}

std::string controls_toml(const std::vector<Programme>& programmes, const std::string& source) {
  return fmt::format(R"~([[control]]
id        = "direct-jobs-total"
statement = {{ ko = "직접일자리 사업의 일자리 합계", en = "Jobs of the direct programmes" }}
total     = {{ value = {}, source = "assumption: {}" }}
parts     = {{ programmes = {{ sector = "direct" }}, sum = "jobs" }}
expect_difference = 0

[[control]]
id        = "all-money"
statement = {{ ko = "예산 합계 (천 원)", en = "Money of all programmes, thousand won" }}
total     = {{ value = {}, source = "assumption: {}" }}
parts     = {{ programmes = {{}}, sum = "total" }}
expect_difference = 0
)~",
                     jobs_of(programmes, "direct"), source, money_of(programmes), source);
}

}  // namespace jobcast::app::synthetic

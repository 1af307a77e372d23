#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>

#include "engine/input/diagnostic.hpp"

namespace jobcast::testing {

/// A plan of three programmes, complete and sound: what tests of the loaders break, one thing at a time.
inline std::map<std::string, std::string> small_pack_files() {
  const std::string traits = R"(contract = "temporary"
persons_per_job = { value = 1, source = "assumption: one person a post" }
resident_share = { value = 1, source = "assumption: residents" }
deadweight = { triangular = [0.1, 0.3, 0.5], source = "reference: a paper" }
displacement = { uniform = [0.0, 0.2], source = "assumption: small" }
fill = { normal = [0.9, 0.05], min = 0.5, max = 1.0, source = "assumption: nearly all" }
start_delay_days = { triangular = [0, 0, 30], source = "assumption: late" }
base_ratio = { lognormal = [1.0, 0.1], source = "assumption: as before" }
elasticity_cut = { value = 1, source = "assumption: wages" }
elasticity_expansion = { value = 0.7, source = "assumption: fewer takers" }
insured_share = { value = 0.1, source = "assumption: few" }
placement_after = { triangular = [-0.1, 0, 0.1], source = "assumption: none" }
windows = [ { from = "02-01", to = "06-30", share = 0.6 }, { from = "11-01", to = "01-31", share = 0.4 } ]
windows_source = "plan: two rounds"
eligible = [ { age = "50-64", sex = "both", weight = 0.4 }, { age = "65+", sex = "female", weight = 0.6 } ]
eligible_source = "assumption: mostly old"
eligible_states = ["inactive", "unemployed"]
)";
  std::string indicators;
  const auto indicator = [&](const std::string& id, const std::string& unit) {
    indicators += "[[indicator]]\nid = \"" + id + "\"\nname = { ko = \"지표\", en = \"Indicator\" }\n" +
                  "item = \"employed\"\nsex = \"both\"\nage = \"15-64\"\nunit = \"" + unit + "\"\nrounding = 0.1\n" +
                  "base = { table = \"targets\", row = \"" + unit + "\", column = \"base\" }\n" +
                  "target = { table = \"targets\", row = \"" + unit + "\", column = \"target\" }\n" +
                  "measured_by = \"survey\"\n";
  };
  for (const auto* id : {"employment_rate_15_64", "youth_employment_rate_15_29", "female_employment_rate_15_64"}) {
    indicator(id, "percent");
  }
  for (const auto* id : {"employed_persons", "regular_employees", "insured_persons"}) indicator(id, "persons");
  return {{"plan.toml", R"(schema = "jobcast.plan/1"
id = "small"
title = { ko = "작은 계획", en = "Small plan" }
county = { ko = "작은군", en = "Small county" }
as_of = 2023-12-31
base_year = 2023
plan_year = 2024
forecast_until = 2026-12-31

[[table]]
id = "people"
file = "tables/people.csv"
title = { ko = "인구", en = "People" }
kind = "plan"
source = "table 1"
[[table]]
id = "targets"
file = "tables/targets.csv"
title = { ko = "목표", en = "Targets" }
kind = "reference"
source = "table 2"

[programmes]
file = "programmes.csv"
types = "programme_types.toml"
[actions]
file = "actions.toml"
[controls]
file = "controls.toml"
[assumptions]
file = "assumptions.toml"

[[department]]
id = "복지과"
name = { ko = "복지과", en = "Welfare" }
[[department]]
id = "경제과"
name = { ko = "경제과", en = "Economy" }

)" + indicators},
          {"tables/people.csv", R"(row,column,item,period,sex,age,category,value,unit,use,note
계,2023년,population,2023,both,all,,1000,persons,yes,
남,2023년,population,2023,male,all,,480,persons,yes,
여,2023년,population,2023,female,all,,520,persons,yes,
취업자,2023년,employed,2023H2,both,15+,,0.6,thousand_persons,yes,
고용률,2023년,employment_rate,2023H2,both,15-64,,70.5,percent,yes,
계,다시,population,2023,both,all,,1000,persons,no,stands in the same table
소,2023년,cattle,2023,,,,77,count,yes,
)"},
          {"tables/targets.csv", R"(row,column,item,period,sex,age,category,value,unit,use,note
percent,base,employment_rate,2023H2,both,15-64,result,70.5,percent,no,read through plan.toml
percent,target,employment_rate,2024H2,both,15-64,target,71,percent,no,read through plan.toml
persons,base,employed,2023H2,both,15+,result,0.6,thousand_persons,no,read through plan.toml
persons,target,employed,2024H2,both,15+,target,610,persons,no,read through plan.toml
)"},
          {"programmes.csv",
           R"(id,sector,department,name,name_en,jobs,trainees,national,provincial,county,private,total,type,table,note
senior-jobs,direct,복지과,노인 일자리,Senior jobs,100,,500000,95000,405000,0,1000000,helper,people,
youth-jobs,direct,경제과,청년 일자리,Youth jobs,20,,0,0,200000,50000,250000,helper,list,
welding,training,,용접,Welding,10,15,,,,,30001,course,list,only the total is printed
)"},
          {"programme_types.toml", "[type.helper]\nname = { ko = \"도우미\", en = \"Helper\" }\n" + traits +
                                       "\n[type.course]\nname = { ko = \"과정\", en = \"Course\" }\n" + traits + R"(
[[exception]]
programme = "youth-jobs"
deadweight = { uniform = [0.2, 0.4], source = "assumption: the young find work" }
eligible = [ { age = "20-29", sex = "both", weight = 1.0 } ]
eligible_source = "plan: for the young"

[split.training]
national = 0.5
provincial = 0.25
county = 0.25
private = 0
source = "assumption: as before"

[matching]
rule = "fixed-ratio"
source = "reference: the law"
)"},
          {"actions.toml", R"([[strategy]]
id = "1"
name = { ko = "전략", en = "Strategy" }
printed = { programmes = 2, jobs = 120, budget_million_won = 1250 }
source = "plan: section 3"

[[task]]
id = "1-1"
strategy = "1"
name = { ko = "과제", en = "Task" }

[[action]]
id = "1-1-1"
task = "1-1"
name = { ko = "실행", en = "Action" }
period = { from = "2023-06", to = "2025" }
place = "읍내"
covers = ["senior-jobs", "youth-jobs"]
jobs = 120
budget = { national = 500000, provincial = 95000, county = 605000, private = 50000, total = 1250000 }
quarters = [1, 2]
quarters_source = "plan: the sheet"
source = "plan: sheet 1-1-1"

[[action.milestone]]
id = "permit"
name = { ko = "허가", en = "Permit" }
date = "2024-04"
duration_days = { triangular = [20, 30, 60], source = "assumption: as others" }
[[action.milestone]]
id = "works"
name = { ko = "공사", en = "Works" }
date = "2024Q3"
after = ["permit"]
jobs = 5
[[action.milestone]]
id = "opening"
name = { ko = "개장", en = "Opening" }
date = 2025-06-30
after = ["1-1-1/works"]
)"},
          {"controls.toml", R"([[control]]
id = "direct-jobs"
statement = { ko = "직접일자리", en = "Direct jobs" }
total = { value = 120, source = "plan: summary" }
parts = { programmes = { sector = "direct" }, sum = "jobs" }
expect_difference = 0
[[control]]
id = "sexes"
statement = { ko = "남녀", en = "Men and women" }
total = { table = "people", row = "계", column = "2023년" }
parts = { table = "people", rows = ["남", "여"], column = "2023년" }
expect_difference = 0
[[control]]
id = "money"
statement = { ko = "예산", en = "Money" }
total = { value = 1280000, source = "plan: summary" }
parts = { programmes = {}, sum = "total" }
expect_difference = -1
note = "rounded to thousands"
)"},
          {"assumptions.toml", R"([survey.design_effect]
triangular = [1.0, 1.5, 2.0]
source = "assumption: households"
)"},
          {"whatif/cut.toml", R"(schema = "jobcast.scenario/1"
title = { ko = "삭감", en = "Cut" }
extends = "../plan.toml"

[[change]]
select = { funding = "county" }
budget = "-10%"
)"},
          {"whatif/cut-and-close.toml", R"(schema = "jobcast.scenario/1"
title = { ko = "삭감과 폐광", en = "Cut and close" }
extends = "cut.toml"

[[change]]
select = { department = ["복지과", "경제과"], sector = "direct", type = "helper", programme = "senior-jobs", action = "1-1-1" }
budget = "=900000"
jobs = "+5%"
matching = false
start_delay_days = 30
[[change]]
programmes = "base-year"

[[shock]]
date = 2024-06-30
name = { ko = "폐광", en = "The mine closes" }
status = "regular"
jobs = -120
age = "15-64"

[uncertainties]
deadweight.helper = { triangular = [0.15, 0.40, 0.70], source = "assumption: worse" }
youth-jobs.deadweight = { value = 0.5, source = "assumption: worse" }
[assumptions]
survey.design_effect = { value = 1.2, source = "assumption: better" }
)"}};
}

/// A copy of the small pack in a folder of its own, removed at the end.
class SmallPack {
 public:
  SmallPack() : SmallPack(small_pack_files()) {}
  explicit SmallPack(std::map<std::string, std::string> files) : files_(std::move(files)) {
    std::string name = (std::filesystem::temp_directory_path() / "jobcast-pack-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
    for (const auto& [file, text] : files_) write(file, text);
  }
  SmallPack(const SmallPack&) = delete;
  SmallPack& operator=(const SmallPack&) = delete;
  ~SmallPack() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] const std::string& folder() const { return folder_; }
  [[nodiscard]] std::string path(const std::string& file) const { return folder_ + "/" + file; }

  void write(const std::string& file, const std::string& text) {
    files_[file] = text;
    std::filesystem::create_directories(std::filesystem::path(path(file)).parent_path());
    std::ofstream(path(file), std::ios::binary) << text;
  }
  void remove(const std::string& file) { std::filesystem::remove(path(file)); }
  /// Puts `to` in the place of the first `from`, which must be there.
  void replace(const std::string& file, const std::string& from, const std::string& to) {
    auto text = files_.at(file);
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::logic_error(file + " has no " + from);
    write(file, text.replace(at, from.size(), to));
  }

  /// Where the first `text` stands in or after the line of the first `after`, in lines and characters.
  [[nodiscard]] input::Position find(const std::string& file, const std::string& text,
                                     const std::string& after = "") const {
    const auto& whole = files_.at(file);
    const auto line = whole.rfind('\n', whole.find(after));
    const auto at = whole.find(text, line == std::string::npos || after.empty() ? 0 : line);
    if (at == std::string::npos) throw std::logic_error(file + " has no " + text);
    input::Position where{path(file), 1, 1};
    for (std::size_t index = 0; index < at; ++index) {
      const auto byte = static_cast<unsigned char>(whole[index]);
      if (byte == '\n') {
        ++where.line;
        where.column = 1;
      } else if ((byte & 0xC0U) != 0x80U) {
        ++where.column;
      }
    }
    return where;
  }

 private:
  std::map<std::string, std::string> files_;
  std::string folder_;
};

}  // namespace jobcast::testing

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "engine/input/csv.hpp"
#include "engine/input/plain_number.hpp"
#include "models/plan/pack.hpp"

namespace jobcast::plan {
namespace {

enum ProgrammeColumn : std::size_t {
  id,
  sector,
  department,
  name,
  name_en,
  jobs,
  trainees,
  national,
  provincial,
  county,
  private_money,
  total,
  type,
  table,
  note
};
const input::CsvHeader programme_header{{"id", "sector", "department", "name", "name_en", "jobs", "trainees",
                                         "national", "provincial", "county", "private", "total", "type", "table",
                                         "note"}};
constexpr std::array money_columns{national, provincial, county, private_money};

bool is_id(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), fits) && text.front() != '-' && text.back() != '-';
}

/// The sources' money of a total, to the won: what rounding leaves goes to the greatest share.
Budget split_of(units::Won whole, const Split& split) {
  Budget budget;
  for (std::size_t source = 0; source < fundings.size(); ++source) {
    budget.by_source[source] = units::Won(std::llround(static_cast<double>(whole.value()) * split.shares[source]));
  }
  const auto greatest = std::max_element(split.shares.begin(), split.shares.end()) - split.shares.begin();
  budget.by_source[static_cast<std::size_t>(greatest)] += whole - budget.total();
  return budget;
}

/// Reads one row after another and checks its names against what the pack has.
class ProgrammeReader {
 public:
  ProgrammeReader(const input::CsvTable& csv, Pack& pack) : csv_(csv), pack_(pack) {
    for (const auto& entry : pack.plan.departments) departments_.push_back(entry.id);
    for (std::size_t index = 0; index < pack.plan.types.size(); ++index)
      types_.emplace(pack.plan.types[index].id, index);
  }

  void read(std::size_t row) {
    row_ = row;
    Programme programme;
    programme.id = read_id();
    const auto sector_index =
        csv_.require(row, sector, pack_.faults) ? csv_.choice(row, sector, sector_ids(), pack_.faults) : std::nullopt;
    programme.sector = static_cast<Sector>(sector_index.value_or(0));
    programme.department = read_department();
    programme.name = {text(name), text(name_en)};
    csv_.require(row, name, pack_.faults);
    csv_.require(row, name_en, pack_.faults);
    if (csv_.require(row, jobs, pack_.faults)) programme.jobs = count(jobs).value_or(0.0);
    programme.trainees = read_trainees(programme.sector);
    programme.note = text(note);
    programme.provenance = provenance();
    read_type(programme);
    read_money(programme);
    pack_.plan.programmes.push_back(std::move(programme));
  }

 private:
  [[nodiscard]] std::string text(ProgrammeColumn of) const {
    return std::string(input::without_blanks(csv_.text(row_, of)));
  }
  void fault(ProgrammeColumn at, input::Message problem, input::Message expected, input::Message mend) {
    pack_.faults.add({csv_.where(row_, at), std::move(problem), std::move(expected), std::move(mend)});
  }
  /// A number that is not negative.
  std::optional<double> count(ProgrammeColumn of) { return csv_.number(row_, of, pack_.faults, input::not_negative); }

  std::string read_id() {
    auto own = text(id);
    if (!csv_.require(row_, id, pack_.faults)) return own;
    if (!is_id(own)) fault(id, {"plan.bad_id", {own}}, {"plan.expected_id", {}}, {});
    ids_.add(own, csv_.where(row_, id), pack_.faults);
    return own;
  }

  std::string read_department() {
    auto own = text(department);
    if (own.empty() || departments_.empty()) return own;
    if (std::find(departments_.begin(), departments_.end(), own) == departments_.end()) {
      fault(department, {"plan.unknown_department", {own}},
            {"plan.expected_department", {std::to_string(departments_.size())}},
            input::did_you_mean(own, departments_));
    }
    return own;
  }

  std::optional<double> read_trainees(Sector of) {
    const auto found = count(trainees);
    if (found && of != Sector::training) fault(trainees, {"plan.trainees", {}}, {"plan.expected_training", {}}, {});
    return found;
  }

  /// Where the table that the row was read from is one of the pack's, its own source; its name otherwise.
  Provenance provenance() {
    csv_.require(row_, table, pack_.faults);
    const auto of = text(table);
    Provenance result{.kind = Provenance::Kind::plan, .source = of, .where = csv_.where(row_, id)};
    for (const auto& known : pack_.plan.facts.tables()) {
      if (known.id == of) result.source = known.provenance.source;
    }
    return result;
  }

  void read_type(Programme& programme) {
    programme.type = text(type);
    if (!csv_.require(row_, type, pack_.faults) || types_.empty()) return;
    const auto found = types_.find(programme.type);
    if (found != types_.end()) {
      programme.traits = pack_.plan.types[found->second].traits;
      return;
    }
    fault(type, {"plan.unknown_type", {programme.type}}, {"plan.expected_type", {std::to_string(types_.size())}},
          input::did_you_mean(programme.type, ids_of(pack_.plan.types)));
  }

  void read_money(Programme& programme) {
    const auto before = pack_.faults.faults().size();
    const double whole = csv_.require(row_, total, pack_.faults) ? count(total).value_or(0.0) : 0.0;
    Budget budget;
    std::size_t stated = 0;
    for (std::size_t source = 0; source < fundings.size(); ++source) {
      budget.by_source[source] = won_of_thousands(count(money_columns[source]).value_or(0.0));
      stated += csv_.empty(row_, money_columns[source]) ? 0 : 1;
    }
    if (pack_.faults.faults().size() != before) return;
    programme.stated_total = won_of_thousands(whole);
    if (stated == 0) return split(programme);
    if (stated != fundings.size()) {
      fault(national, {"plan.partly_split", {}}, {"plan.expected_split", {}}, {"plan.mend_partly_split", {}});
      return;
    }
    programme.budget = budget;
    programme.stated_budget = budget;
    if (budget.total() == programme.stated_total) return;
    const double sum = budget.total() / units::thousand_won(1);
    fault(total, {"plan.money_sum", {amount_words(whole), amount_words(sum)}}, {"plan.expected_money_sum", {}},
          {"plan.mend_money_sum", {}});
  }

  void split(Programme& programme) {
    const auto& of = sector_ids()[static_cast<std::size_t>(programme.sector)];
    const auto found = pack_.splits.find(of);
    if (found != pack_.splits.end()) {
      programme.budget = split_of(programme.stated_total, found->second);
    } else if (programme.stated_total.value() != 0 && pack_.types_document) {
      fault(national, {"plan.no_split", {of}}, {"plan.expected_split", {}}, {"plan.mend_split", {of}});
    }
  }

  const input::CsvTable& csv_;
  Pack& pack_;
  std::size_t row_ = 0;
  std::vector<std::string> departments_;
  std::unordered_map<std::string, std::size_t> types_;
  UniqueIds ids_{"plan.programme_twice"};
};

}  // namespace

void load_programmes(Pack& pack) {
  const auto before = pack.faults.faults().size();
  auto text = pack.programmes ? read_pack_text(*pack.programmes, pack.faults) : std::nullopt;
  if (!text) {
    pack.numbers_at_fault = true;
    return;
  }
  const input::CsvTable csv(pack.programmes->path, std::move(*text), programme_header, pack.faults);
  ProgrammeReader reader(csv, pack);
  for (std::size_t row = 0; row < csv.row_count(); ++row) reader.read(row);
  if (csv.row_count() == 0 && pack.faults.faults().size() == before) {
    pack.faults.add({{pack.programmes->path, 0, 0}, {"plan.no_programmes", {}}, {"plan.expected_programmes", {}}, {}});
  }
  pack.numbers_at_fault = pack.numbers_at_fault || pack.faults.faults().size() != before;
}

}  // namespace jobcast::plan

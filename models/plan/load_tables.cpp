#include <filesystem>

#include "models/plan/fact_reader.hpp"
#include "models/plan/pack.hpp"
#include "models/plan/pack_words.hpp"
#include "models/plan/value_reader.hpp"

namespace jobcast::plan {
namespace {

void read_facts(const PackFile& file, FactReader& reader, Table& table, input::Diagnostics& faults) {
  const auto before = faults.faults().size();
  if (auto text = read_pack_text(file, faults)) reader.read(file.path, std::move(*text), table);
  if (table.facts.empty() && faults.faults().size() == before) {
    faults.add({file.named_at, {"plan.empty_table", {table.id}}, {"plan.expected_facts", {}}, {}});
  }
}

}  // namespace

void read_tables(input::TomlTable& manifest, Pack& pack) {
  UniqueIds ids("plan.table_twice");
  FactReader reader(pack.faults);
  const auto before = pack.faults.faults().size();
  std::vector<Table> tables;
  for (auto& entry : manifest.tables("table")) {
    Table table;
    table.id = entry.text("id").value_or("");
    table.file = entry.text("file").value_or("");
    table.title = read_name(entry, "title");
    const auto kind = entry.choice("kind", provenance_kinds());
    table.provenance = {.kind = static_cast<Provenance::Kind>(kind.value_or(0)),
                        .source = entry.text("source").value_or(""),
                        .where = entry.where()};
    table.unit_note = entry.text("unit_note", input::Presence::optional).value_or("");
    entry.refuse_other_keys();
    if (!table.id.empty()) ids.add(table.id, entry.where("id"), pack.faults);
    if (!table.file.empty()) {
      pack.plan.files.push_back(table.file);
      const PackFile file{(std::filesystem::path(pack.plan.folder) / table.file).string(), entry.where("file")};
      read_facts(file, reader, table, pack.faults);
    }
    tables.push_back(std::move(table));
  }
  pack.numbers_at_fault = pack.faults.faults().size() != before;
  pack.plan.facts = FactBook(std::move(tables));
}

}  // namespace jobcast::plan

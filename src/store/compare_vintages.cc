#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "store/row_reader.h"
#include "store/shelf_vintages.h"
#include "store/sqlite_shelf.h"

namespace paraph {
namespace {

/// Figures of both vintages for one reporter, measure and partner, by what makes a figure the same one.
struct Group {
  struct Two {
    std::vector<Observation> was, is;
  };
  std::map<std::pair<std::string, CivilPeriod>, Two> figures;

  void add(Observation&& figure, bool first) {
    std::string key;
    for (const std::string* part : {&figure.unit, &figure.basis, &figure.coverage, &figure.price_basis, &figure.partner_as_published}) {
      key.append(*part).push_back('\t');
    }
    key += static_cast<char>('0' + static_cast<int>(figure.row_class));
    Two& two = figures[{std::move(key), figure.period}];
    (first ? two.was : two.is).push_back(std::move(figure));
  }

  void settle(VintageDifference& difference, std::size_t limit) {
    const auto list = [&](FigureChange change) {
      if (difference.figures.size() < limit) difference.figures.push_back(std::move(change));
    };
    for (auto& [key, two] : figures) {
      // Where a source lists a figure twice, the rows are compared in order of size.
      const auto before = [](const Observation& a, const Observation& b) { return std::tie(a.mark, a.value) < std::tie(b.mark, b.value); };
      std::ranges::sort(two.was, before);
      std::ranges::sort(two.is, before);
      for (std::size_t i = 0; i < std::max(two.was.size(), two.is.size()); ++i) {
        if (i >= two.was.size()) {
          ++difference.added;
          list({{}, two.is[i], true, false});
        } else if (i >= two.is.size()) {
          ++difference.removed;
          list({two.was[i], {}, false, true});
        } else if (two.was[i].value == two.is[i].value && two.was[i].mark == two.is[i].mark) {
          ++difference.same;
        } else {
          ++difference.changed;
          list({two.was[i], two.is[i], false, false});
        }
      }
    }
    figures.clear();
  }
};

Result<std::int64_t> vintage_word(RowReader& rows, const std::string& id) {
  const auto word = rows.word_number(id);
  if (!word) return std::unexpected(word.error());
  if (*word) {
    auto find = rows.prepared("SELECT 1 FROM vintage WHERE word = ?1");
    if (!find) return std::unexpected(find.error());
    (*find)->bind(1, **word);
    const auto row = (*find)->step();
    if (!row) return std::unexpected(row.error());
    if (*row) {
      (*find)->reset();
      return **word;
    }
  }
  return fail(ErrorCode::kNotFound, fmt::format("\"{}\" is no vintage of this shelf; see them with: paraph data list", id));
}

Result<void> compare_facts(RowReader& rows, std::int64_t first, std::int64_t second, VintageDifference& difference) {
  std::map<Fact, std::pair<std::uint64_t, std::uint64_t>> facts;
  auto statement = rows.prepared(fmt::format("SELECT {} FROM fact WHERE vintage IN (?1, ?2)", kFactColumns));
  if (!statement) return std::unexpected(statement.error());
  (*statement)->bind(1, first);
  (*statement)->bind(2, second);
  for (;;) {
    const auto row = (*statement)->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) break;
    auto fact = rows.read_fact(**statement);
    if (!fact) return std::unexpected(fact.error());
    fact->vintage = VintageId();
    fact->line.clear();
    auto& [was, is] = facts[std::move(*fact)];
    ++((*statement)->integer(0) == first ? was : is);
  }
  for (const auto& [fact, counts] : facts) {
    const auto& [was, is] = counts;
    difference.facts_same += std::min(was, is);
    difference.facts_added += is > was ? is - was : 0;
    difference.facts_removed += was > is ? was - is : 0;
  }
  return {};
}

}  // namespace

Result<VintageDifference> compare_vintages(const std::filesystem::path& shelf, const std::string& first, const std::string& second,
                                           std::size_t limit) {
  const auto file = open_shelf_file(shelf);
  if (!file) return std::unexpected(file.error());
  RowReader rows(*file);
  const auto first_word = vintage_word(rows, first);
  if (!first_word) return std::unexpected(first_word.error());
  const auto second_word = vintage_word(rows, second);
  if (!second_word) return std::unexpected(second_word.error());
  // In the table's own order: figures of one reporter, measure and partner come together.
  auto statement = rows.prepared(fmt::format("SELECT {} FROM series WHERE vintage IN (?1, ?2) ORDER BY reporter, measure, partner", kSeriesColumns));
  if (!statement) return std::unexpected(statement.error());
  (*statement)->bind(1, *first_word);
  (*statement)->bind(2, *second_word);
  VintageDifference difference;
  Group group;
  std::array<std::int64_t, 3> at{-1, -1, -1};
  for (;;) {
    const auto row = (*statement)->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) break;
    const std::array<std::int64_t, 3> here{(*statement)->integer(2), (*statement)->integer(1), (*statement)->integer(3)};
    if (here != at) group.settle(difference, limit);
    at = here;
    const bool is_first = (*statement)->integer(0) == *first_word;
    auto read = rows.read_figures(**statement, std::nullopt, true, [&](Observation&& figure) { group.add(std::move(figure), is_first); });
    if (!read) return std::unexpected(read.error());
  }
  group.settle(difference, limit);
  if (auto done = compare_facts(rows, *first_word, *second_word, difference); !done) return std::unexpected(done.error());
  return difference;
}

}  // namespace paraph

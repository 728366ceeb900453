#include "store/shelf_pages.h"

#include <utility>

#include <fmt/format.h>

#include "store/row_reader.h"
#include "store/sqlite_shelf.h"

namespace paraph {
namespace {

/// Behind the columns of kSeriesColumns: where the key of the series begins.
constexpr int kKey = 13;

/// The filter as SQL with its numbers; `known` is false where the shelf has no such word, and so no such row.
struct Question {
  std::string sql;
  std::vector<std::int64_t> numbers;
  bool known = true;
};

bool within(const Observation& figure, const FigureFilter& filter) {
  if (!filter.from && !filter.to) return true;
  const auto year = figure.period.single_year();
  return year && (!filter.from || *year >= *filter.from) && (!filter.to || *year <= *filter.to);
}

PagePlace place_of(const Statement& row) {
  PagePlace place;
  for (int i = 0; i < 5; ++i) place.series[static_cast<std::size_t>(i)] = row.integer(kKey + i);
  return place;
}

}  // namespace

struct ShelfPages::Inside {
  explicit Inside(SqliteFile opened) : file(std::move(opened)), rows(file) {}

  Result<Question> ask(const FigureFilter& filter, const std::optional<PagePlace>& after) {
    Question question;
    const auto add = [&](std::string_view condition) { question.sql.append(question.sql.empty() ? " WHERE " : " AND ").append(condition); };
    const auto equal = [&](std::string_view column, const std::string& text) -> Result<void> {
      const auto word = rows.word_number(text);
      if (!word) return std::unexpected(word.error());
      question.known = question.known && word->has_value();
      question.numbers.push_back(word->value_or(-1));
      add(fmt::format("{} = ?{}", column, question.numbers.size()));
      return {};
    };
    if (filter.reporter) {
      if (const auto added = equal("reporter", filter.reporter->str()); !added) return std::unexpected(added.error());
    }
    if (filter.measure) {
      if (const auto added = equal("measure", filter.measure->str()); !added) return std::unexpected(added.error());
    }
    if (filter.partner) {
      if (const auto added = equal("partner", filter.partner->str()); !added) return std::unexpected(added.error());
    }
    if (filter.vintage) {
      if (const auto added = equal("vintage", filter.vintage->str()); !added) return std::unexpected(added.error());
    }
    if (filter.source) {
      const auto vintages = vintages_of(*filter.source);
      if (!vintages) return std::unexpected(vintages.error());
      std::string list;
      for (const std::int64_t vintage : *vintages) list += (list.empty() ? "" : ",") + std::to_string(vintage);
      add(fmt::format("vintage IN ({})", list));
    }
    if (after) {
      const std::size_t first = question.numbers.size() + 1;
      question.numbers.insert(question.numbers.end(), after->series.begin(), after->series.end());
      add(fmt::format("(reporter, measure, partner, vintage, number) >= (?{}, ?{}, ?{}, ?{}, ?{})", first, first + 1, first + 2, first + 3, first + 4));
    }
    question.sql = fmt::format("SELECT {}, reporter, measure, partner, vintage, number FROM series{} ORDER BY reporter, measure, partner, vintage, number",
                               kSeriesColumns, question.sql);
    return question;
  }

  Result<std::vector<std::int64_t>> vintages_of(const SourceId& source) {
    auto statement = file.prepare("SELECT word FROM vintage WHERE source = ?1");
    if (!statement) return std::unexpected(statement.error());
    statement->bind(1, source.str());
    std::vector<std::int64_t> found;
    for (;;) {
      const auto row = statement->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return found;
      found.push_back(statement->integer(0));
    }
  }

  /// Every series from `after` on, until `each` says false.
  template <typename Each>
  Result<void> leaf(const FigureFilter& filter, const std::optional<PagePlace>& after, Each&& each) {
    const auto question = ask(filter, after);
    if (!question) return std::unexpected(question.error());
    if (!question->known) return {};
    // Kept statements would be as many as there are combinations of filters: this one is for this page alone.
    auto statement = file.prepare(question->sql);
    if (!statement) return std::unexpected(statement.error());
    for (std::size_t i = 0; i < question->numbers.size(); ++i) statement->bind(static_cast<int>(i) + 1, question->numbers[i]);
    for (;;) {
      const auto row = statement->step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return {};
      const Result<bool> on = each(*statement);
      if (!on) return std::unexpected(on.error());
      if (!*on) return {};
    }
  }

  SqliteFile file;
  RowReader rows;
};

ShelfPages::ShelfPages(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ShelfPages::ShelfPages(ShelfPages&&) noexcept = default;
ShelfPages::~ShelfPages() = default;

Result<ShelfPages> ShelfPages::open(const std::filesystem::path& shelf) {
  if (const auto checked = open_shelf(shelf); !checked) return std::unexpected(checked.error());
  auto file = SqliteFile::open(shelf);
  if (!file) return std::unexpected(file.error());
  return ShelfPages(std::make_unique<Inside>(std::move(*file)));
}

Result<FigurePage> ShelfPages::figures(const FigureFilter& filter, const std::optional<PagePlace>& after, std::size_t limit) const {
  FigurePage page;
  const auto leafed = inside_->leaf(filter, after, [&](const Statement& row) -> Result<bool> {
    PagePlace place = place_of(row);
    const std::size_t done = after && after->series == place.series ? after->figures : 0;
    std::vector<Observation> figures;
    const auto read = inside_->rows.read_figures(row, std::nullopt, false, [&](Observation&& figure) { figures.push_back(std::move(figure)); });
    if (!read) return std::unexpected(read.error());
    for (std::size_t i = done; i < figures.size(); ++i) {
      if (!within(figures[i], filter)) continue;
      if (page.figures.size() == limit) {
        place.figures = i;
        page.next = place;
        return false;
      }
      page.figures.push_back(std::move(figures[i]));
    }
    return true;
  });
  if (!leafed) return std::unexpected(leafed.error());
  return page;
}

Result<SeriesPage> ShelfPages::series(const FigureFilter& filter, const std::optional<PagePlace>& after, std::size_t limit) const {
  SeriesPage page;
  const auto leafed = inside_->leaf(filter, after, [&](const Statement& row) -> Result<bool> {
    SeriesHead head;
    const auto read = inside_->rows.read_figures(row, std::nullopt, false, [&](Observation&& figure) {
      if (!within(figure, filter)) return;
      if (head.figures == 0 || figure.period < head.first) head.first = figure.period;
      if (head.figures == 0 || figure.period > head.last) head.last = figure.period;
      if (head.figures++ == 0) head.common = std::move(figure);
    });
    if (!read) return std::unexpected(read.error());
    if (head.figures == 0) return true;
    if (page.series.size() == limit) {
      page.next = place_of(row);
      return false;
    }
    page.series.push_back(std::move(head));
    return true;
  });
  if (!leafed) return std::unexpected(leafed.error());
  return page;
}

}  // namespace paraph

#include "store/row_reader.h"

#include <algorithm>

#include <fmt/format.h>

namespace paraph {
namespace {

std::unexpected<Error> damaged() {
  return fail(ErrorCode::kMalformed, "the reference database is damaged; build it anew with: paraph data build");
}

}  // namespace

std::string place_text(std::int64_t file, std::uint64_t line, std::string_view path) {
  std::string text;
  if (file != 0) text = std::to_string(file) + ":";
  if (line != 0) text += std::to_string(line);
  if (!path.empty()) text.append(line != 0 ? " " : "").append(path);
  return text;
}

Result<Statement*> RowReader::prepared(const std::string& sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return &found->second;
  auto statement = file_->prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  return &statements_.emplace(sql, std::move(*statement)).first->second;
}

Result<std::optional<std::int64_t>> RowReader::number_of(const char* sql, std::string_view text) {
  auto statement = prepared(sql);
  if (!statement) return std::unexpected(statement.error());
  (*statement)->bind(1, text);
  const auto row = (*statement)->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::optional<std::int64_t>();
  const std::optional<std::int64_t> number((*statement)->integer(0));
  (*statement)->reset();
  return number;
}

/// Empty where the file is damaged, which the callers' fields then show.
const std::string& RowReader::text_in(std::unordered_map<std::int64_t, std::string>& cache, const char* sql, std::int64_t number) {
  const auto found = cache.find(number);
  if (found != cache.end()) return found->second;
  std::string text;
  if (auto statement = prepared(sql)) {
    (*statement)->bind(1, number);
    const auto row = (*statement)->step();
    if (row && *row) {
      text = (*statement)->text(0);
      (*statement)->reset();
    }
  }
  return cache.emplace(number, std::move(text)).first->second;
}

const CivilPeriod* RowReader::period(std::int64_t number) {
  auto found = periods_.find(number);
  if (found == periods_.end()) found = periods_.emplace(number, CivilPeriod::parse(period_text(number))).first;
  return found->second ? &*found->second : nullptr;
}

Observation RowReader::read_series(const Statement& row) {
  Observation observation;
  observation.vintage = VintageId(word(row.integer(0)));
  observation.measure = MeasureId(word(row.integer(1)));
  observation.reporter = ActorId(word(row.integer(2)));
  observation.partner = ActorId(word(row.integer(3)));
  observation.unit = word(row.integer(4));
  observation.basis = word(row.integer(5));
  observation.coverage = word(row.integer(6));
  observation.price_basis = word(row.integer(7));
  observation.row_class = static_cast<RowClass>(std::clamp<std::int64_t>(row.integer(8), 0, 3));
  observation.partner_as_published = word(row.integer(9));
  return observation;
}

Result<void> RowReader::read_figures(const Statement& row, std::optional<std::int64_t> wanted, bool marks,
                                     const std::function<void(Observation&&)>& each) {
  FigureReader figures(row.blob(12));
  PackedFigure figure;
  std::optional<Observation> series;
  while (figures.next(figure)) {
    if (wanted && figure.period != *wanted) continue;
    if (figure.mark != ValueMark::kFigure && !marks) continue;
    const CivilPeriod* when = period(figure.period);
    if (when == nullptr) return damaged();
    if (!series) series = read_series(row);
    Observation observation = *series;
    observation.period = *when;
    observation.mark = figure.mark;
    if (!figure.digits.empty()) {
      const auto value = Decimal::parse(figure.digits);
      if (!value) return damaged();
      observation.value = *value;
    } else if (figure.mark == ValueMark::kFigure) {
      observation.value = figure.scale == 0 ? Decimal(figure.units) : Decimal(Decimal::Units{figure.units}, figure.scale);
    }
    observation.line = place_text(row.integer(10), figure.line, figure.path.empty() ? row.text(11) : figure.path);
    if (figure.status != 0) observation.status = word(figure.status);
    each(std::move(observation));
  }
  if (figures.damaged()) return damaged();
  return {};
}

Result<Fact> RowReader::read_fact(const Statement& row) {
  Fact fact;
  fact.vintage = VintageId(word(row.integer(0)));
  fact.kind = word(row.integer(1));
  fact.subject = ActorId(word(row.integer(2)));
  fact.object = ActorId(word(row.integer(3)));
  fact.event = word(row.integer(4));
  fact.title = word(row.integer(5));
  fact.name = word(row.integer(6));
  fact.place = word(row.integer(7));
  fact.status = word(row.integer(8));
  fact.as_published = word(row.integer(9));
  for (auto& [column, end] : {std::pair(10, &fact.from), std::pair(11, &fact.to)}) {
    if (row.text(column).empty()) continue;
    *end = CivilPeriod::parse(row.text(column));
    if (!*end) return damaged();
  }
  fact.line = row.text(12);
  return fact;
}

}  // namespace paraph

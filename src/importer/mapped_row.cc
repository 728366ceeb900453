#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "importer/mapped_table.h"
#include "importer/published_period.h"
#include "importer/unit_text.h"

namespace paraph {
namespace {

constexpr std::size_t kMostMeanings = 1U << 16;  ///< Kept at a time: hostile files must not fill the memory.
constexpr char kBetween = '\x1f';
constexpr int kMostPower = 30;

std::string_view trimmed(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

/// Spaces and line breaks inside a label as one space.
std::string one_line(std::string_view text) {
  std::string plain;
  for (const char c : trimmed(text)) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (space && plain.ends_with(' ')) continue;
    plain += space ? ' ' : c;
  }
  return plain;
}

/// "B4": row and column from 0.
std::optional<std::pair<std::size_t, std::size_t>> cell_at(std::string_view name) {
  std::size_t column = 0;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 3; ++at) column = column * 26 + static_cast<std::size_t>(name[at] - 'A') + 1;
  std::size_t row = 0;
  for (; at < name.size() && name[at] >= '0' && name[at] <= '9' && row < 10000; ++at) row = row * 10 + static_cast<std::size_t>(name[at] - '0');
  if (at != name.size() || row == 0 || column == 0) return std::nullopt;
  return std::pair(row - 1, column - 1);
}

}  // namespace

MappedTable::RowMeaning& MappedTable::meaning_of(const TableRow& row, int year) {
  key_.clear();
  for (const std::size_t at : key_at_) {
    key_ += cell(row, at);
    key_ += kBetween;
  }
  if (last_meaning_ != nullptr && key_ == last_key_ && !last_meaning_->dated) return *last_meaning_;
  if (meanings_.size() > kMostMeanings) meanings_.clear();
  auto found = meanings_.find(key_);
  if (found == meanings_.end()) found = meanings_.emplace(key_, read_meaning(row, year)).first;
  last_key_ = key_;
  if (found->second.dated) {
    fmt::format_to(std::back_inserter(key_), "{}", year);
    found = meanings_.find(key_);
    if (found == meanings_.end()) found = meanings_.emplace(key_, read_meaning(row, year)).first;
  }
  last_meaning_ = &found->second;
  return *last_meaning_;
}

bool MappedTable::read_actor(const TableRow& row, int year, const std::string& constant, const std::vector<ActorColumn>& columns,
                             const std::vector<std::size_t>& at, RowMeaning& meaning, std::string& actor) const {
  if (columns.empty()) {
    actor = constant;
    return true;
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::string above;
    std::string_view text = trimmed(cell(row, at[i]));
    if (!columns[i].cell.empty()) {
      const auto where = cell_at(columns[i].cell);
      if (where && where->first < above_.size() && where->second < above_[where->first].size()) above = above_[where->first][where->second];
      text = trimmed(above);
    }
    if (meaning.column.empty()) {
      meaning.column = at[i] < header_.size() ? header_[at[i]] : columns[i].cell.empty() ? fmt::format("@{}", at[i] + 1) : columns[i].cell;
      meaning.found = text;
    }
    if (text.empty() && columns.size() > 1) continue;
    const std::string plain = one_line(text);
    ActorMeaning read = actors_.read(plain, columns[i], year);
    if (read.kind == ActorMeaning::Kind::kUnknown && columns[i].reading == ActorReading::kScheme && plain.empty()) {
      read = actors_.read("(blank)", columns[i], year);
    }
    meaning.dated |= read.dated;
    if (read.kind == ActorMeaning::Kind::kLeftOut) {
      meaning.left_out = read.reason;
      return false;
    }
    if (read.kind == ActorMeaning::Kind::kActor) {
      actor = std::move(read.actor);
      meaning.row_class = read.row_class;
      meaning.column.clear();
      if (meaning.label.empty()) meaning.label = plain;
      return true;
    }
  }
  meaning.kind = ProblemKind::kUnknownCode;
  meaning.expected = "a state, group or residual row that is known";
  meaning.advice = "nothing is guessed: add a line `name` or `row` to the mapping";
  return false;
}

bool MappedTable::read_measure(const TableRow& row, RowMeaning& meaning) const {
  meaning.traits = mapping_.traits;
  if (measure_at_ == kNowhere && !mapping_.measure_sheet && !mapping_.measure_file) return true;
  const std::string_view code = mapping_.measure_file    ? std::string_view(file_code_)
                                : mapping_.measure_sheet ? std::string_view(sheet_)
                                                         : trimmed(cell(row, measure_at_));
  const auto known = std::ranges::find(mapping_.measure_codes, code, &MeasureCode::code);
  if (known == mapping_.measure_codes.end()) {
    meaning.kind = ProblemKind::kUnknownCode;
    meaning.column = measure_at_ < header_.size() ? header_[measure_at_] : "measure";
    meaning.found = code;
    meaning.expected = "a code that the mapping gives a measure";
    meaning.advice = "add a line `code` to the mapping";
    return false;
  }
  if (known->traits.measure.empty()) {
    meaning.left_out = "measure that the mapping leaves out";
    return false;
  }
  meaning.traits = known->traits.over(mapping_.traits);
  return true;
}

bool MappedTable::read_unit(const TableRow& row, RowMeaning& meaning) const {
  if (unit_at_ != kNowhere) {
    const std::string_view text = trimmed(cell(row, unit_at_));
    const auto unit = read_unit_text(text);
    if (!unit) {
      meaning.kind = ProblemKind::kUnknownCode;
      meaning.column = unit_at_ < header_.size() ? header_[unit_at_] : "unit";
      meaning.found = text;
      meaning.expected = "a unit: a currency's code, \"thousand US dollars\", \"percent\"";
      meaning.advice = "nothing is guessed: give the unit in the mapping";
      return false;
    }
    meaning.traits.unit = unit->unit;
    if (power_at_ == kNowhere) meaning.traits.power = unit->power + mapping_.traits.power.value_or(0);
  }
  if (power_at_ != kNowhere) {
    const std::string_view text = trimmed(cell(row, power_at_));
    int power = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), power);
    if (error != std::errc() || end != text.data() + text.size() || power < -kMostPower || power > kMostPower) {
      meaning.column = power_at_ < header_.size() ? header_[power_at_] : "power";
      meaning.found = text;
      meaning.expected = "a power of ten: 0, 3, 6";
      return false;
    }
    meaning.traits.power = power;
  }
  return true;
}

MappedTable::RowMeaning MappedTable::read_meaning(const TableRow& row, int year) const {
  RowMeaning meaning;
  meaning.label = one_line(cell(row, label_at_));
  if (!read_measure(row, meaning) || !read_unit(row, meaning)) return meaning;
  if (mapping_.no_partner) {
    meaning.good = read_actor(row, year, mapping_.reporter, mapping_.reporter_columns, reporter_at_, meaning, meaning.reporter);
    if (meaning.good && meaning.row_class != RowClass::kCountry) {
      meaning.good = false;
      meaning.left_out = "group of countries that the publisher adds up";
    }
    return meaning;
  }
  RowMeaning reporter;
  if (!read_actor(row, year, mapping_.reporter, mapping_.reporter_columns, reporter_at_, reporter, reporter.reporter)) return reporter;
  if (reporter.reporter.empty()) {
    reporter.left_out = "group of countries that the publisher adds up";
    return reporter;
  }
  meaning.reporter = std::move(reporter.reporter);
  meaning.dated = reporter.dated;
  meaning.good = read_actor(row, year, mapping_.partner, mapping_.partner_columns, partner_at_, meaning, meaning.partner);
  return meaning;
}

MappedTable::PeriodMeaning& MappedTable::period_of(const TableRow& row) {
  period_key_.clear();
  for (const std::size_t at : period_at_) {
    period_key_ += cell(row, at);
    period_key_ += kBetween;
  }
  if (last_period_ != nullptr && period_key_ == last_period_key_) return *last_period_;
  if (periods_.size() > kMostMeanings) periods_.clear();
  auto found = periods_.find(period_key_);
  if (found == periods_.end()) found = periods_.emplace(period_key_, read_period(row)).first;
  last_period_key_ = period_key_;
  last_period_ = &found->second;
  return *last_period_;
}

MappedTable::PeriodMeaning MappedTable::read_period(const TableRow& row) const {
  PeriodMeaning meaning;
  if (!mapping_.period.empty()) meaning.period = CivilPeriod::parse(mapping_.period);
  int month = 0;
  bool broken = false;
  for (std::size_t i = 0; i < mapping_.periods.size(); ++i) {
    const PeriodColumn& column = mapping_.periods[i];
    const std::string_view text = column.sheet ? std::string_view(sheet_) : trimmed(cell(row, period_at_[i]));
    std::optional<int> year;
    switch (column.reading) {
      case PeriodReading::kAuto: meaning.period = read_published_period(text); break;
      case PeriodReading::kYear:
        year = column.sheet ? year_inside(text) : read_year(text);
        meaning.period = year ? std::optional(CivilPeriod::year(*year)) : std::nullopt;
        break;
      case PeriodReading::kFiscalYear:
        year = read_year(text.starts_with("FY") ? text.substr(2) : text);
        meaning.period = year ? std::optional(CivilPeriod::fiscal_year(*year)) : std::nullopt;
        break;
      case PeriodReading::kMonthOfYear: {
        meaning.whole = !column.whole.empty() && text == column.whole;
        if (meaning.whole) break;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), month);
        broken |= error != std::errc() || end != text.data() + text.size() || month < 1 || month > 12;
        break;
      }
    }
    if (column.reading != PeriodReading::kMonthOfYear) broken |= !meaning.period;
  }
  if (broken) meaning.period.reset();
  if (meaning.period && meaning.period->from()) meaning.year = meaning.period->from()->year;
  if (meaning.period && month > 0) meaning.period = CivilPeriod::at({meaning.year, month, 0, PeriodPrecision::kMonth});
  return meaning;
}

/// The period of one figure: its column's own, a month of the row's year, or the row's.
std::optional<PeriodNumber> MappedTable::number_of(Figures& figures, PeriodMeaning& period, const RowMeaning& meaning) {
  if (figures.period) {
    if (!figures.period_number) figures.period_number = sink_.period(*figures.period);
    return figures.period_number;
  }
  if (!period.period) return std::nullopt;
  const std::optional<int> month = figures.traits.month ? figures.traits.month : meaning.traits.month;
  if (month) {
    auto& number = period.months[*month - 1];
    if (!number) number = sink_.period(CivilPeriod::at({period.year, *month, 0, PeriodPrecision::kMonth}));
    return number;
  }
  if (!period.number) period.number = sink_.period(*period.period);
  return period.number;
}

}  // namespace paraph

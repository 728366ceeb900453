#include "store/starter_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "store/starter_table.h"

namespace paraph {
namespace {

constexpr std::array<std::string_view, 8> kSourceColumns = {"id", "title", "publisher", "url", "licence", "grade", "attribution", "note"};
constexpr std::array<std::string_view, 7> kVintageColumns = {"id", "source", "recorded", "basis_note", "file", "sha256", "note"};
constexpr std::array<std::string_view, 13> kObservationColumns = {"vintage",  "measure",     "reporter",  "partner",
                                                                  "period",   "value",       "unit",      "basis",
                                                                  "coverage", "price_basis", "row_class", "partner_as_published",
                                                                  "line"};
constexpr std::array<std::string_view, 13> kFactColumns = {"vintage", "kind", "subject", "object", "event",        "from", "to",
                                                           "title",   "name", "place",   "status", "as_published", "ref"};
constexpr std::size_t kProgressStep = 1 << 15;

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Reads all tables of a folder into StarterRows.
class StarterReader {
 public:
  StarterReader(const std::filesystem::path& folder, const std::function<void(std::string_view, std::size_t)>& progress)
      : folder_(folder), progress_(progress) {}

  Result<StarterRows> read() {
    if (auto done = read_sources(); !done) return std::unexpected(done.error());
    if (auto done = read_vintages(); !done) return std::unexpected(done.error());
    const auto tables = tables_of_folder();
    if (!tables) return std::unexpected(tables.error());
    for (const std::filesystem::path& table : *tables) {
      const bool figures = table.filename().string().starts_with("observations-");
      auto done = figures ? read_observations(table) : read_facts(table);
      if (!done) return std::unexpected(done.error());
    }
    order_periods();
    order_series();
    order_rows();
    for (const StarterFigure& figure : rows_.figures) {
      StarterSeries& series = rows_.series[figure.series];
      series.first_period = std::min(series.first_period, figure.period);
      series.last_period = std::max(series.last_period, figure.period);
    }
    return std::move(rows_);
  }

 private:
  std::unexpected<Error> malformed(const std::filesystem::path& file, const StarterRow& row, std::string_view what) const {
    return fail(ErrorCode::kMalformed, fmt::format("{}: {}", row_place(file, row.line), what));
  }

  Result<void> read_sources() {
    const std::filesystem::path file = folder_ / "sources.tsv";
    return read_starter_table(file, kSourceColumns, [&](const StarterRow& row) -> Result<void> {
      const auto field = [&](std::size_t at) { return std::string(row.fields[at]); };
      if (row.fields[0].empty()) return malformed(file, row, "a source must have an id");
      if (std::ranges::any_of(rows_.sources, [&](const Source& each) { return each.id.str() == row.fields[0]; })) {
        return malformed(file, row, fmt::format("the source \"{}\" is listed twice", row.fields[0]));
      }
      rows_.sources.push_back({SourceId(field(0)), field(1), field(2), field(3), field(4), field(5), field(6), field(7)});
      return {};
    });
  }

  Result<void> read_vintages() {
    const std::filesystem::path file = folder_ / "vintages.tsv";
    return read_starter_table(file, kVintageColumns, [&](const StarterRow& row) -> Result<void> {
      StarterVintage vintage;
      vintage.word = rows_.words.number_of(row.fields[0]);
      if (row.fields[0].empty() || vintage_at_.contains(vintage.word)) return malformed(file, row, "a vintage must have an id of its own");
      vintage.source = row.fields[1];
      if (std::ranges::none_of(rows_.sources, [&](const Source& each) { return each.id.str() == vintage.source; })) {
        return malformed(file, row, fmt::format("no source \"{}\" in sources.tsv", vintage.source));
      }
      vintage.recorded = row.fields[2];
      if (!vintage.recorded.empty()) {
        const auto period = CivilPeriod::parse(vintage.recorded);
        if (!period || !period->is_point()) return malformed(file, row, fmt::format("\"{}\" is no recording date", vintage.recorded));
        // Known by the end of the month that is named: an --as-of inside it must not see the rows.
        vintage.recorded_day = (period->to()->day_after() - std::chrono::days(1)).time_since_epoch().count();
      }
      vintage.basis_note = row.fields[3];
      vintage.file = row.fields[4];
      vintage.sha256 = row.fields[5];
      vintage.note = row.fields[6];
      vintage_at_[vintage.word] = rows_.vintages.size();
      rows_.vintages.push_back(std::move(vintage));
      return {};
    });
  }

  Result<std::vector<std::filesystem::path>> tables_of_folder() const {
    std::vector<std::filesystem::path> tables;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
      const std::string name = entry.path().filename().string();
      const bool table = name.ends_with(".tsv") || name.ends_with(".tsv.zst");
      if (table && (name.starts_with("observations-") || name.starts_with("facts-"))) tables.push_back(entry.path());
    }
    if (error) return fail(ErrorCode::kNotFound, fmt::format("{}: cannot be read: {}", folder_.string(), error.message()));
    if (tables.empty()) return fail(ErrorCode::kNotFound, fmt::format("{}: holds no observations-*.tsv or facts-*.tsv", folder_.string()));
    std::ranges::sort(tables);
    return tables;
  }

  StarterVintage* vintage_named(std::string_view id) {
    const auto found = vintage_at_.find(rows_.words.number_of(id));
    return found == vintage_at_.end() ? nullptr : &rows_.vintages[found->second];
  }

  /// Number of a period in order of first use; nullopt where it is none.
  std::optional<std::uint32_t> period_number(std::string_view text) {
    const auto found = period_numbers_.find(std::string(text));
    if (found != period_numbers_.end()) return found->second;
    const auto period = CivilPeriod::parse(text);
    if (!period) return std::nullopt;
    const auto number = static_cast<std::uint32_t>(periods_.size());
    periods_.push_back(*period);
    rows_.periods.emplace_back(text);
    period_numbers_.emplace(text, number);
    return number;
  }

  std::uint32_t series_number(const StarterRow& row, std::size_t row_class) {
    key_.clear();
    for (const std::size_t at : {2U, 1U, 3U, 0U, 6U, 7U, 8U, 9U, 10U, 11U}) key_.append(row.fields[at]).push_back('\t');
    const auto [place, fresh] = series_numbers_.try_emplace(key_, static_cast<std::uint32_t>(rows_.series.size()));
    if (fresh) add_series(row, row_class);
    return place->second;
  }

  void add_series(const StarterRow& row, std::size_t row_class) {
    const auto word = [&](std::size_t at) { return rows_.words.number_of(row.fields[at]); };
    rows_.series.push_back({word(0), word(1), word(2), word(3), word(6), word(7), word(8), word(9), static_cast<std::int64_t>(row_class),
                            word(11), std::string(row.fields[12]), UINT32_MAX, 0});
    series_keys_.push_back(key_);
  }

  Result<void> read_observations(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    std::size_t count = 0;
    auto done = read_starter_table(file, kObservationColumns, [&](const StarterRow& row) -> Result<void> {
      const auto& fields = row.fields;
      StarterVintage* vintage = vintage_named(fields[0]);
      if (vintage == nullptr) return malformed(file, row, fmt::format("no vintage \"{}\" in vintages.tsv", fields[0]));
      if (fields[1].empty() || fields[2].empty()) return malformed(file, row, "an observation must have a measure and a reporter");
      const auto row_class = row_class_named(fields[10]);
      if (!row_class)
        return malformed(file, row, fmt::format("\"{}\" is no row class; it is country, world, aggregate or residual", fields[10]));
      const auto period = period_number(fields[4]);
      if (!period)
        return malformed(file, row, fmt::format("\"{}\" is no period; write 2021, 2021-03, FY2021 or 1976-07/1976-09", fields[4]));
      StarterFigure figure;
      figure.period = *period;
      if (const auto whole = whole_number(fields[5])) {
        figure.value = *whole;
      } else {
        if (!Decimal::parse(fields[5])) return malformed(file, row, fmt::format("\"{}\" is no decimal figure", fields[5]));
        figure.whole = false;
        figure.value = static_cast<std::int64_t>(rows_.texts.size());
        rows_.texts.emplace_back(fields[5]);
      }
      figure.series = series_number(row, static_cast<std::size_t>(*row_class));
      if (rows_.series[figure.series].line != fields[12]) {
        figure.line = static_cast<std::int32_t>(rows_.texts.size());
        rows_.texts.emplace_back(fields[12]);
      }
      rows_.figures.push_back(figure);
      ++vintage->rows;
      vintage->cover(periods_[*period]);
      if (++count % kProgressStep == 0 && progress_) progress_(name, count);
      return {};
    });
    if (done && progress_) progress_(name, count);
    return done;
  }

  Result<void> read_facts(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    std::size_t count = 0;
    auto done = read_starter_table(file, kFactColumns, [&](const StarterRow& row) -> Result<void> {
      const auto& fields = row.fields;
      StarterVintage* vintage = vintage_named(fields[0]);
      if (vintage == nullptr) return malformed(file, row, fmt::format("no vintage \"{}\" in vintages.tsv", fields[0]));
      if (fields[1].empty() || fields[2].empty()) return malformed(file, row, "a fact must have a kind and a subject");
      for (const std::size_t at : {5U, 6U}) {
        if (fields[at].empty()) continue;
        const auto period = CivilPeriod::parse(fields[at]);
        if (!period) return malformed(file, row, fmt::format("\"{}\" is no date; write 1992, 1992-02 or 1992-02-19", fields[at]));
        vintage->cover(*period);
      }
      const auto word = [&](std::size_t at) { return rows_.words.number_of(fields[at]); };
      rows_.facts.push_back({word(0), word(1), word(2), word(3), word(4), word(7), word(8), word(9), word(10), word(11),
                             std::string(fields[5]), std::string(fields[6]), std::string(fields[12])});
      ++vintage->rows;
      if (++count % kProgressStep == 0 && progress_) progress_(name, count);
      return {};
    });
    if (done && progress_) progress_(name, count);
    return done;
  }

  void order_periods() {
    std::vector<std::uint32_t> order(periods_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return periods_[a] < periods_[b]; });
    std::vector<std::uint32_t> rank(order.size());
    std::vector<std::string> texts(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      rank[order[i]] = i;
      texts[i] = std::move(rows_.periods[order[i]]);
    }
    rows_.periods = std::move(texts);
    for (StarterFigure& figure : rows_.figures) figure.period = rank[figure.period];
  }

  /// Numbers series by reporter, measure, partner, vintage, and so on.
  void order_series() {
    std::vector<std::uint32_t> order(rows_.series.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return series_keys_[a] < series_keys_[b]; });
    std::vector<std::uint32_t> rank(order.size());
    std::vector<StarterSeries> series(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      rank[order[i]] = i;
      series[i] = std::move(rows_.series[order[i]]);
    }
    rows_.series = std::move(series);
    for (StarterFigure& figure : rows_.figures) figure.series = rank[figure.series];
  }

  /// Where a source lists one partner and period twice, the further rows make a series of their own behind all others.
  void order_rows() {
    const auto before = [](const StarterFigure& a, const StarterFigure& b) {
      return std::tie(a.series, a.period, a.line, a.value) < std::tie(b.series, b.period, b.line, b.value);
    };
    std::ranges::sort(rows_.figures, before);
    std::unordered_map<std::uint64_t, std::uint32_t> twins;
    std::uint32_t depth = 0;
    for (std::size_t i = 1; i < rows_.figures.size(); ++i) {
      const StarterFigure& last = rows_.figures[i - 1 - depth];
      StarterFigure& figure = rows_.figures[i];
      if (last.series != figure.series || last.period != figure.period) {
        depth = 0;
        continue;
      }
      ++depth;
      const auto [place, fresh] =
          twins.try_emplace((std::uint64_t{depth} << 32) | figure.series, static_cast<std::uint32_t>(rows_.series.size()));
      if (fresh) {
        StarterSeries twin = rows_.series[figure.series];
        rows_.series.push_back(std::move(twin));
      }
      moved_.emplace_back(i, place->second);
    }
    for (const auto& [at, series] : moved_) rows_.figures[at].series = series;
    if (!moved_.empty()) std::ranges::sort(rows_.figures, before);
    const auto order_of = [](const StarterFact& it) {
      return std::tie(it.kind, it.subject, it.object, it.vintage, it.first, it.last, it.ref, it.event, it.title, it.name, it.place,
                      it.status, it.as_published);
    };
    std::ranges::sort(rows_.facts, [&](const StarterFact& a, const StarterFact& b) { return order_of(a) < order_of(b); });
  }

  const std::filesystem::path& folder_;
  const std::function<void(std::string_view, std::size_t)>& progress_;
  StarterRows rows_;
  std::unordered_map<std::int64_t, std::size_t> vintage_at_;
  std::unordered_map<std::string, std::uint32_t> period_numbers_;
  std::vector<CivilPeriod> periods_;
  std::unordered_map<std::string, std::uint32_t> series_numbers_;
  std::vector<std::string> series_keys_;
  std::vector<std::pair<std::size_t, std::uint32_t>> moved_;
  std::string key_;
};

}  // namespace

std::int64_t WordList::number_of(std::string_view text) {
  const auto found = numbers_.find(text);
  if (found != numbers_.end()) return found->second;
  const auto number = static_cast<std::int64_t>(words_.size());
  const auto [place, fresh] = numbers_.emplace(text, number);
  words_.push_back(&place->first);
  return number;
}

void StarterVintage::cover(const CivilPeriod& period) {
  for (const auto& end : {period.from(), period.to()}) {
    if (!end) continue;
    if (!first_year || end->year < *first_year) first_year = end->year;
    if (!last_year || end->year > *last_year) last_year = end->year;
  }
}

Result<StarterRows> read_starter_rows(const std::filesystem::path& folder,
                                      const std::function<void(std::string_view table, std::size_t rows)>& progress) {
  return StarterReader(folder, progress).read();
}

}  // namespace paraph

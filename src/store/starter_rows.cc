#include "store/starter_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <unordered_map>

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

/// "17", as it was counted; anything else is text.
std::optional<std::uint64_t> plain_line(std::string_view text) {
  std::uint64_t line = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), line);
  if (error != std::errc() || end != text.data() + text.size() || text.empty() || text.front() == '0' || line > UINT32_MAX) return std::nullopt;
  return line;
}

/// Reads all tables of a folder into one writer.
class StarterReader {
 public:
  StarterReader(const std::filesystem::path& folder, ShelfWriter& writer, const std::function<void(std::string_view, std::size_t)>& progress)
      : folder_(folder), writer_(writer), progress_(progress) {}

  Result<ShelfCounts> read() {
    if (auto done = read_sources(); !done) return std::unexpected(done.error());
    if (auto done = read_vintages(); !done) return std::unexpected(done.error());
    const auto tables = tables_of_folder();
    if (!tables) return std::unexpected(tables.error());
    for (const std::filesystem::path& table : *tables) {
      const bool figures = table.filename().string().starts_with("observations-");
      auto done = figures ? read_observations(table) : read_facts(table);
      if (!done) return std::unexpected(done.error());
      if (auto written = writer_.flush(); !written) return std::unexpected(written.error());
    }
    counts_.sources = sources_.size();
    counts_.vintages = vintage_at_.size();
    return counts_;
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
      if (!sources_.insert(field(0)).second) return malformed(file, row, fmt::format("the source \"{}\" is listed twice", row.fields[0]));
      return writer_.add_source({SourceId(field(0)), field(1), field(2), field(3), field(4), field(5), field(6), field(7)});
    });
  }

  Result<void> read_vintages() {
    const std::filesystem::path file = folder_ / "vintages.tsv";
    return read_starter_table(file, kVintageColumns, [&](const StarterRow& row) -> Result<void> {
      VintageRow vintage;
      vintage.id = row.fields[0];
      if (vintage.id.empty() || vintage_at_.contains(vintage.id)) return malformed(file, row, "a vintage must have an id of its own");
      vintage.source = row.fields[1];
      if (!sources_.contains(vintage.source)) return malformed(file, row, fmt::format("no source \"{}\" in sources.tsv", vintage.source));
      vintage.recorded = row.fields[2];
      if (!vintage.recorded.empty()) {
        vintage.recorded_day = recorded_day(vintage.recorded);
        if (!vintage.recorded_day) return malformed(file, row, fmt::format("\"{}\" is no recording date", vintage.recorded));
      }
      vintage.basis_note = row.fields[3];
      vintage.file = row.fields[4];
      vintage.sha256 = row.fields[5];
      vintage.note = row.fields[6];
      vintage_at_.emplace(vintage.id, writer_.add_vintage(vintage));
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

  std::optional<std::size_t> vintage_named(std::string_view id) {
    if (id == last_vintage_) return last_vintage_at_;
    const auto found = vintage_at_.find(std::string(id));
    if (found == vintage_at_.end()) return std::nullopt;
    last_vintage_ = id;
    last_vintage_at_ = found->second;
    return found->second;
  }

  /// Number of a period; nullopt where it is none.
  std::optional<PeriodNumber> period_number(std::string_view text) {
    const auto found = period_numbers_.find(std::string(text));
    if (found != period_numbers_.end()) return found->second;
    const auto period = CivilPeriod::parse(text);
    if (!period) return std::nullopt;
    return period_numbers_.emplace(text, writer_.period(*period)).first->second;
  }

  Result<void> read_observations(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    std::size_t count = 0;
    auto done = read_starter_table(file, kObservationColumns, [&](const StarterRow& row) -> Result<void> {
      const auto& fields = row.fields;
      const auto vintage = vintage_named(fields[0]);
      if (!vintage) return malformed(file, row, fmt::format("no vintage \"{}\" in vintages.tsv", fields[0]));
      if (fields[1].empty() || fields[2].empty()) return malformed(file, row, "an observation must have a measure and a reporter");
      const auto row_class = row_class_named(fields[10]);
      if (!row_class)
        return malformed(file, row, fmt::format("\"{}\" is no row class; it is country, world, aggregate or residual", fields[10]));
      const auto period = period_number(fields[4]);
      if (!period)
        return malformed(file, row, fmt::format("\"{}\" is no period; write 2021, 2021-03, FY2021 or 1976-07/1976-09", fields[4]));
      const auto value = Decimal::parse(fields[5]);
      if (!value) return malformed(file, row, fmt::format("\"{}\" is no decimal figure", fields[5]));
      FigureRow figure;
      figure.series = writer_.series(*vintage, 0, {fields[1], fields[2], fields[3], fields[6], fields[7], fields[8], fields[9], *row_class, fields[11]});
      figure.period = *period;
      figure.value = *value;
      if (const auto line = plain_line(fields[12])) {
        figure.place.line = *line;
      } else {
        figure.place.path = fields[12];
      }
      writer_.figure(figure);
      if (++count % kProgressStep == 0 && progress_) progress_(name, count);
      return {};
    });
    counts_.observations += count;
    if (done && progress_) progress_(name, count);
    return done;
  }

  Result<void> read_facts(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    std::size_t count = 0;
    auto done = read_starter_table(file, kFactColumns, [&](const StarterRow& row) -> Result<void> {
      const auto& fields = row.fields;
      const auto vintage = vintage_named(fields[0]);
      if (!vintage) return malformed(file, row, fmt::format("no vintage \"{}\" in vintages.tsv", fields[0]));
      if (fields[1].empty() || fields[2].empty()) return malformed(file, row, "a fact must have a kind and a subject");
      Fact fact;
      fact.kind = fields[1];
      fact.subject = ActorId(fields[2]);
      fact.object = ActorId(fields[3]);
      fact.event = fields[4];
      for (const auto& [column, end] : {std::pair(5U, &fact.from), std::pair(6U, &fact.to)}) {
        if (fields[column].empty()) continue;
        *end = CivilPeriod::parse(fields[column]);
        if (!*end) return malformed(file, row, fmt::format("\"{}\" is no date; write 1992, 1992-02 or 1992-02-19", fields[column]));
      }
      fact.title = fields[7];
      fact.name = fields[8];
      fact.place = fields[9];
      fact.status = fields[10];
      fact.as_published = fields[11];
      writer_.fact(*vintage, fact, fields[12]);
      if (++count % kProgressStep == 0 && progress_) progress_(name, count);
      return {};
    });
    counts_.facts += count;
    if (done && progress_) progress_(name, count);
    return done;
  }

  const std::filesystem::path& folder_;
  ShelfWriter& writer_;
  const std::function<void(std::string_view, std::size_t)>& progress_;
  ShelfCounts counts_;
  std::set<std::string> sources_;
  std::unordered_map<std::string, std::size_t> vintage_at_;
  std::string last_vintage_;
  std::size_t last_vintage_at_ = 0;
  std::unordered_map<std::string, PeriodNumber> period_numbers_;
};

}  // namespace

std::optional<std::int64_t> recorded_day(std::string_view recorded) {
  const auto period = CivilPeriod::parse(recorded);
  if (!period || !period->is_point()) return std::nullopt;
  // Known by the end of the month that is named: an --as-of inside it must not see the rows.
  return (period->to()->day_after() - std::chrono::days(1)).time_since_epoch().count();
}

Result<ShelfCounts> read_starter_rows(const std::filesystem::path& folder, ShelfWriter& writer,
                                      const std::function<void(std::string_view table, std::size_t rows)>& progress) {
  return StarterReader(folder, writer, progress).read();
}

}  // namespace paraph

#include "store/import_files.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "store/file_bytes.h"
#include "store/row_reader.h"
#include "store/shelf_change.h"
#include "store/shelf_writer.h"
#include "store/starter_rows.h"

namespace paraph {
namespace {

constexpr std::size_t kLongestQuoted = 80;

/// The vintages that one import makes, one a source.
class NewVintages {
 public:
  NewVintages(ShelfWriter& writer, const ImportRequest& request) : writer_(writer), request_(request) {}

  /// The vintage of `source`, made at first use. `published` is what the file says of its date.
  std::size_t of(const Source& source, const std::optional<CivilPeriod>& published, const std::string& how) {
    const auto found = numbers_.find(source.id.str());
    if (found != numbers_.end()) return found->second;
    if (auto done = writer_.add_source(source); !done && !failure_) failure_ = done.error();
    VintageRow row;
    row.source = source.id.str();
    row.imported = request_.today;
    if (!request_.vintage.empty()) {
      row.recorded = request_.vintage;
      row.basis_note = "Given at the import.";
    } else if (published) {
      row.recorded = published->str();
      row.basis_note = how;
    } else {
      row.recorded = request_.today;
      row.basis_note = "Day of the import; the file does not say when it was published.";
    }
    row.recorded_day = recorded_day(row.recorded);
    row.id = free_id(source.id.str() + "@" + row.recorded);
    const std::size_t number = writer_.add_vintage(row);
    numbers_.emplace(source.id.str(), number);
    return number;
  }

  const std::map<std::string, std::size_t>& numbers() const { return numbers_; }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  /// Nothing is overwritten: a second vintage of the same day gets a number.
  std::string free_id(const std::string& wanted) {
    std::string id = wanted;
    for (int copy = 2;; ++copy) {
      auto find = writer_.file().prepare("SELECT 1 FROM vintage JOIN word ON word.id = vintage.word WHERE word.text = ?1");
      if (!find) {
        failure_ = find.error();
        return id;
      }
      find->bind(1, id);
      const auto row = find->step();
      if (!row || !*row) return id;
      id = fmt::format("{}-{}", wanted, copy);
    }
  }

  ShelfWriter& writer_;
  const ImportRequest& request_;
  std::map<std::string, std::size_t> numbers_;
  std::optional<Error> failure_;
};

/// Takes one file's rows into the writer.
class ShelfSink final : public ImportSink {
 public:
  ShelfSink(ShelfWriter& writer, NewVintages& vintages, const ImportRequest& request, const ImportWatch& watch, FileReport& report)
      : writer_(writer), vintages_(vintages), request_(request), watch_(watch), report_(report) {}

  void source(const Source& source) override {
    source_ = source;
    if (!request_.source.empty()) source_.id = SourceId(request_.source);
    report_.source = source_.id.str();
  }
  void published(const CivilPeriod& when, std::string_view how) override {
    if (!when.is_point()) return;
    published_ = when;
    how_ = how;
  }
  SeriesNumber series(const SeriesRow& row) override { return writer_.series(vintage(), report_.number, row); }
  PeriodNumber period(const CivilPeriod& period) override { return writer_.period(period); }
  void figure(const FigureRow& row) override {
    ++report_.kept;
    writer_.figure(row);
  }
  void fact(const Fact& fact, const FilePlace& place) override {
    ++report_.kept;
    const std::string ref = place_text(report_.number, place.line, place.path);
    writer_.fact(vintage(), fact, ref);
  }
  void problem(const Problem& problem) override {
    ++(problem.kind == ProblemKind::kBadRow ? report_.bad : problem.kind == ProblemKind::kUnknownCode ? report_.unknown : report_.odd);
    if (report_.problems.size() < FileReport::kMostProblems) report_.problems.push_back(problem_text(report_.name, problem));
  }
  void skipped(std::string_view reason, std::uint64_t count) override {
    const auto found = report_.left_out.find(reason);
    if (found != report_.left_out.end()) {
      found->second += count;
    } else {
      report_.left_out.emplace(reason, count);
    }
  }
  Result<void> advance(const ImportProgress& progress) override {
    report_.rows = progress.rows;
    if (vintages_.failure()) return std::unexpected(*vintages_.failure());
    if (auto done = writer_.check(); !done) return done;
    if (watch_.advance && !watch_.advance(report_.name, progress, report_.bytes)) {
      return fail(ErrorCode::kConflict, "stopped; the shelf is as it was");
    }
    return {};
  }
  /// Also where the file holds no row: an empty edition is an edition.
  std::size_t vintage() {
    if (!vintage_) vintage_ = vintages_.of(source_, published_, how_);
    return *vintage_;
  }

 private:
  ShelfWriter& writer_;
  NewVintages& vintages_;
  const ImportRequest& request_;
  const ImportWatch& watch_;
  FileReport& report_;
  Source source_;
  std::optional<CivilPeriod> published_;
  std::string how_;
  std::optional<std::size_t> vintage_;
};

/// The vintage that holds a file of these bytes, whole; empty for none.
Result<std::string> holder_of(const SqliteFile& shelf, const std::string& sha256, const std::string& source) {
  // Vintages of the starter tables name their files' checksums, but have no rows in `file`.
  auto find = shelf.prepare(
      "SELECT word.text FROM vintage v JOIN word ON word.id = v.word WHERE v.state = 'whole' AND (?2 = '' OR v.source = ?2) AND "
      "instr(v.sha256, ?1) > 0 ORDER BY word.text LIMIT 1");
  if (!find) return std::unexpected(find.error());
  find->bind(1, sha256);
  find->bind(2, source);
  const auto row = find->step();
  if (!row) return std::unexpected(row.error());
  return *row ? std::string(find->text(0)) : std::string();
}

Result<void> write_file_rows(const SqliteFile& shelf, std::int64_t vintage, const FileReport& report, const ImportRequest& request) {
  const std::int64_t number = std::max<std::int64_t>(1, report.number);
  auto insert = shelf.prepare("INSERT INTO file VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
  if (!insert) return std::unexpected(insert.error());
  const std::string name = std::filesystem::path(report.name).filename().string();
  insert->bind(1, vintage);
  insert->bind(2, number);
  insert->bind(3, name);
  insert->bind(4, report.sha256);
  insert->bind(5, static_cast<std::int64_t>(report.bytes));
  insert->bind(6, report.format);
  insert->bind(7, request.url);
  insert->bind(8, request.retrieved);
  int at = 8;
  for (const std::uint64_t count : {report.rows, report.kept, report.bad, report.unknown, report.odd}) {
    insert->bind(++at, static_cast<std::int64_t>(count));
  }
  if (auto done = insert->run(); !done) return done;
  auto left_out = shelf.prepare("INSERT INTO left_out VALUES (?1, ?2, ?3, ?4)");
  if (!left_out) return std::unexpected(left_out.error());
  for (const auto& [reason, count] : report.left_out) {
    left_out->bind(1, vintage);
    left_out->bind(2, number);
    left_out->bind(3, reason);
    left_out->bind(4, static_cast<std::int64_t>(count));
    if (auto done = left_out->run(); !done) return done;
  }
  auto problem = shelf.prepare("INSERT INTO problem VALUES (?1, ?2, ?3, ?4)");
  if (!problem) return std::unexpected(problem.error());
  std::int64_t nth = 0;
  for (const std::string& text : report.problems) {
    problem->bind(1, vintage);
    problem->bind(2, number);
    problem->bind(3, ++nth);
    problem->bind(4, text);
    if (auto done = problem->run(); !done) return done;
  }
  return {};
}

/// One run of import_files, with the shelf's copy open.
class Import {
 public:
  Import(ShelfWriter& writer, const ImportRequest& request, const ImporterChoice& choose, const ImportContext& context, const ImportWatch& watch)
      : writer_(writer), vintages_(writer, request), request_(request), choose_(choose), context_(context), watch_(watch) {}

  /// True when there is something to keep.
  Result<bool> read(ImportReport& report) {
    for (const std::filesystem::path& path : request_.files) {
      report.files.emplace_back();
      if (auto done = read_file(path, report.files.back()); !done) return std::unexpected(done.error());
    }
    for (const FileReport& file : report.files) report.refused = report.refused || (!request_.keep_good && file.bad + file.unknown > 0);
    if (report.refused) return false;
    if (auto done = writer_.flush(); !done) return std::unexpected(done.error());
    for (const auto& [source, number] : vintages_.numbers()) describe(number, report);
    return !report.vintages.empty();
  }

 private:
  Result<void> read_file(const std::filesystem::path& path, FileReport& report) {
    report.name = path.string();
    const auto file = FileBytes::open(path);
    if (!file) return std::unexpected(file.error());
    report.bytes = (*file)->size();
    const auto sha256 = (*file)->sha256();
    if (!sha256) return std::unexpected(sha256.error());
    report.sha256 = *sha256;
    const auto holder = holder_of(writer_.file(), report.sha256, request_.source);
    if (!holder) return std::unexpected(holder.error());
    report.already = *holder;
    if (!report.already.empty()) return {};
    std::string head(FileHead::kBytes, '\0');
    const auto got = (*file)->read_at(0, head);
    if (!got) return std::unexpected(got.error());
    head.resize(*got);
    const std::string name = path.filename().string();
    const auto importer = choose_({name, head});
    if (!importer) return std::unexpected(importer.error());
    report.format = (*importer)->format().id;
    if (request_.files.size() > 1) report.number = ++files_read_;
    ShelfSink sink(writer_, vintages_, request_, watch_, report);
    if (auto done = (*importer)->read(**file, context_, sink); !done) return done;
    if (auto done = (*file)->check_unchanged(); !done) return done;
    sink.vintage();
    return {};
  }

  void describe(std::size_t number, ImportReport& report) {
    VintageRow& row = writer_.vintage(number);
    for (const FileReport& file : report.files) {
      if (!file.already.empty() || file.source != row.source) continue;
      row.file += (row.file.empty() ? "" : "; ") + std::filesystem::path(file.name).filename().string();
      row.sha256 += (row.sha256.empty() ? "" : "; ") + file.sha256;
      if (file.bad + file.unknown > 0) row.state = "partial";
    }
    const VintageCounts& counts = writer_.counts(number);
    report.vintages.push_back({row.id, row.source, row.state, counts.observations, counts.marks, counts.facts});
  }

  ShelfWriter& writer_;
  NewVintages vintages_;
  const ImportRequest& request_;
  const ImporterChoice& choose_;
  const ImportContext& context_;
  const ImportWatch& watch_;
  std::uint32_t files_read_ = 0;
};

}  // namespace

std::string problem_text(std::string_view file, const Problem& problem) {
  const auto shortened = [](std::string_view text) {
    return text.size() <= kLongestQuoted ? std::string(text) : std::string(text.substr(0, kLongestQuoted)) + "…";
  };
  std::string text(file);
  if (problem.place.line != 0) text += fmt::format(":{}", problem.place.line);
  if (!problem.place.path.empty()) text += fmt::format(", {}", shortened(problem.place.path));
  if (!problem.column.empty()) text += fmt::format(", column \"{}\"", problem.column);
  text += fmt::format(": found \"{}\", expected {}", shortened(problem.found), problem.expected);
  if (!problem.advice.empty()) text += fmt::format("; {}", problem.advice);
  return text;
}

Result<ImportReport> import_files(const std::filesystem::path& shelf, const ImportRequest& request, const ImporterChoice& choose,
                                  const ImportContext& context, const ImportWatch& watch) {
  if (!request.vintage.empty() && !recorded_day(request.vintage)) {
    return fail(ErrorCode::kMalformed, fmt::format("\"{}\" is no date of a vintage; write 2023-10-05, 2023-10 or 2023", request.vintage));
  }
  auto change = ShelfChange::begin(shelf, ShelfChange::Start::kCopy, watch.wait);
  if (!change) return std::unexpected(change.error());
  ImportReport report;
  report.files.reserve(request.files.size());
  {
    const auto writer = ShelfWriter::open(change->file());
    if (!writer) return std::unexpected(writer.error());
    Import import(**writer, request, choose, context, watch);
    const auto worth_keeping = import.read(report);
    if (!worth_keeping) return std::unexpected(worth_keeping.error());
    if (!*worth_keeping) return report;
    for (const FileReport& file : report.files) {
      if (!file.already.empty()) continue;
      const auto* vintage = &*std::ranges::find(report.vintages, file.source, &VintageReport::source);
      const auto word = (*writer)->word(vintage->id);
      if (!word) return std::unexpected(word.error());
      if (auto done = write_file_rows((*writer)->file(), *word, file, request); !done) return std::unexpected(done.error());
    }
    if (auto done = (*writer)->finish(); !done) return std::unexpected(done.error());
  }
  if (auto done = change->commit(); !done) return std::unexpected(done.error());
  return report;
}

}  // namespace paraph

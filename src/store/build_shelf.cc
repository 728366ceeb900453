#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "store/shelf_schema.h"
#include "store/sqlite_file.h"
#include "store/sqlite_shelf.h"
#include "store/starter_rows.h"

namespace paraph {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

std::unexpected<Error> system_failure(const std::filesystem::path& file, std::string_view what) {
  return fail(ErrorCode::kUnreadable, fmt::format("{}: {}: {}", file.string(), what, std::strerror(errno)));
}

/// Takes the temporary file for this build alone, emptied: an interrupted build leaves it, the next one takes it over.
Result<Descriptor> take_temporary(const std::filesystem::path& file) {
  for (;;) {
    Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (descriptor.number() < 0) return system_failure(file, "cannot be written");
    if (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0) {
      if (errno != EWOULDBLOCK) return system_failure(file, "cannot be locked");
      return fail(ErrorCode::kConflict, fmt::format("{}: another build is writing; wait for it to end", file.string()));
    }
    // Between opening and locking, a build that ended may have renamed the file into its place: then this is no longer ours.
    struct stat held{};
    struct stat named{};
    if (::fstat(descriptor.number(), &held) != 0) return system_failure(file, "cannot be examined");
    if (::stat(file.c_str(), &named) != 0 || held.st_ino != named.st_ino || held.st_dev != named.st_dev) continue;
    if (::ftruncate(descriptor.number(), 0) != 0) return system_failure(file, "cannot be emptied");
    return descriptor;
  }
}

Result<void> write_words(const SqliteFile& file, const StarterRows& rows) {
  auto insert = file.prepare("INSERT INTO word VALUES (?1, ?2)");
  if (!insert) return std::unexpected(insert.error());
  std::int64_t number = 0;
  for (const std::string* word : rows.words.words()) {
    insert->bind(1, number++);
    insert->bind(2, *word);
    if (auto done = insert->run(); !done) return done;
  }
  return {};
}

Result<void> write_sources(const SqliteFile& file, const StarterRows& rows) {
  auto insert = file.prepare("INSERT INTO source VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  if (!insert) return std::unexpected(insert.error());
  for (const Source& source : rows.sources) {
    int at = 0;
    for (const std::string* text : {&source.id.str(), &source.title, &source.publisher, &source.url, &source.licence, &source.grade,
                                    &source.attribution, &source.note}) {
      insert->bind(++at, *text);
    }
    if (auto done = insert->run(); !done) return done;
  }
  return {};
}

Result<void> write_vintages(const SqliteFile& file, const StarterRows& rows) {
  auto insert = file.prepare("INSERT INTO vintage VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
  if (!insert) return std::unexpected(insert.error());
  const auto bind_year = [&](int parameter, const std::optional<int>& year) {
    if (year) {
      insert->bind(parameter, std::int64_t{*year});
    } else {
      insert->bind_null(parameter);
    }
  };
  for (const StarterVintage& vintage : rows.vintages) {
    insert->bind(1, vintage.word);
    insert->bind(2, vintage.source);
    insert->bind(3, vintage.recorded);
    if (vintage.recorded_day) {
      insert->bind(4, *vintage.recorded_day);
    } else {
      insert->bind_null(4);
    }
    insert->bind(5, vintage.basis_note);
    insert->bind(6, vintage.file);
    insert->bind(7, vintage.sha256);
    insert->bind(8, vintage.note);
    insert->bind(9, static_cast<std::int64_t>(vintage.rows));
    bind_year(10, vintage.first_year);
    bind_year(11, vintage.last_year);
    if (auto done = insert->run(); !done) return done;
  }
  return {};
}

Result<void> write_series(const SqliteFile& file, const StarterRows& rows) {
  auto period = file.prepare("INSERT INTO period VALUES (?1, ?2)");
  if (!period) return std::unexpected(period.error());
  for (std::size_t i = 0; i < rows.periods.size(); ++i) {
    period->bind(1, static_cast<std::int64_t>(i));
    period->bind(2, rows.periods[i]);
    if (auto done = period->run(); !done) return done;
  }
  auto insert = file.prepare("INSERT INTO series VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  if (!insert) return std::unexpected(insert.error());
  for (std::size_t i = 0; i < rows.series.size(); ++i) {
    const StarterSeries& series = rows.series[i];
    int at = 0;
    for (const std::int64_t number : {static_cast<std::int64_t>(i), series.reporter, series.measure, series.partner, series.vintage,
                                      series.unit, series.basis, series.coverage, series.price_basis, series.row_class, series.published}) {
      insert->bind(++at, number);
    }
    insert->bind(12, series.line);
    insert->bind(13, std::int64_t{series.first_period});
    insert->bind(14, std::int64_t{series.last_period});
    if (auto done = insert->run(); !done) return done;
  }
  return {};
}

Result<void> write_figures(const SqliteFile& file, const StarterRows& rows) {
  auto insert = file.prepare("INSERT INTO observation VALUES (?1, ?2, ?3, ?4)");
  if (!insert) return std::unexpected(insert.error());
  for (const StarterFigure& figure : rows.figures) {
    insert->bind(1, std::int64_t{figure.series});
    insert->bind(2, std::int64_t{figure.period});
    if (figure.whole) {
      insert->bind(3, figure.value);
    } else {
      insert->bind(3, rows.texts[static_cast<std::size_t>(figure.value)]);
    }
    if (figure.line >= 0) {
      insert->bind(4, rows.texts[static_cast<std::size_t>(figure.line)]);
    } else {
      insert->bind_null(4);
    }
    if (auto done = insert->run(); !done) return done;
  }
  return {};
}

Result<void> write_facts(const SqliteFile& file, const StarterRows& rows) {
  auto insert = file.prepare("INSERT INTO fact VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  if (!insert) return std::unexpected(insert.error());
  std::int64_t number = 0;
  for (const StarterFact& fact : rows.facts) {
    int at = 0;
    for (const std::int64_t word : {fact.kind, fact.subject, fact.object, ++number, fact.vintage, fact.event}) insert->bind(++at, word);
    insert->bind(++at, fact.first);
    insert->bind(++at, fact.last);
    for (const std::int64_t word : {fact.title, fact.name, fact.place, fact.status, fact.as_published}) insert->bind(++at, word);
    insert->bind(++at, fact.ref);
    if (auto done = insert->run(); !done) return done;
  }
  return {};
}

Result<void> write_shelf(const std::filesystem::path& path, const StarterRows& rows) {
  auto file = SqliteFile::create(path);
  if (!file) return std::unexpected(file.error());
  const std::string stamp = fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; BEGIN;", kShelfApplication, kShelfVersion);
  if (auto done = file->execute(stamp + kShelfSchema); !done) return done;
  for (const auto& write : {write_words, write_sources, write_vintages, write_series, write_figures, write_facts}) {
    if (auto done = write(*file, rows); !done) return done;
  }
  if (auto done = file->execute(std::string(kShelfIndexes) + "COMMIT;"); !done) return done;
  return file->close();
}

Result<void> sync_folder(const std::filesystem::path& target) {
  const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.number() < 0 || ::fsync(descriptor.number()) != 0) return system_failure(folder, "cannot be made durable");
  return {};
}

}  // namespace

Result<ShelfCounts> build_shelf(const std::filesystem::path& starter, const std::filesystem::path& target,
                                const std::function<void(std::string_view table, std::size_t rows)>& progress) {
  std::filesystem::path temporary = target;
  temporary += ".building";
  const auto held = take_temporary(temporary);
  if (!held) return std::unexpected(held.error());
  const auto abandon = [&](const Error& error) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    return std::unexpected(error);
  };
  const auto rows = read_starter_rows(starter, progress);
  if (!rows) return abandon(rows.error());
  if (auto done = write_shelf(temporary, *rows); !done) return abandon(done.error());
  if (::fsync(held->number()) != 0) return abandon(system_failure(temporary, "cannot be made durable").error());
  if (::rename(temporary.c_str(), target.c_str()) != 0) return abandon(system_failure(target, "cannot be replaced").error());
  if (auto done = sync_folder(target); !done) return std::unexpected(done.error());
  return ShelfCounts{rows->sources.size(), rows->vintages.size(), rows->figures.size(), rows->facts.size()};
}

}  // namespace paraph

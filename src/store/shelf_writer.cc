#include "store/shelf_writer.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include <fmt/format.h>
#include <xxhash.h>

#include "store/shelf_schema.h"

namespace paraph {
namespace {

constexpr std::size_t kMostFigures = std::size_t{1} << 20;
constexpr std::size_t kMostExtraBytes = std::size_t{24} << 20;
constexpr std::size_t kMostSeries = std::size_t{1} << 19;
constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * kMix;
  return hash ^ (hash >> 29);
}

Result<void> check_version(const SqliteFile& file) {
  const auto application = file.integer("PRAGMA application_id");
  if (!application) return std::unexpected(application.error());
  const auto version = file.integer("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  if (*application == 0 && *version == 0) {
    const auto tables = file.integer("SELECT count(*) FROM sqlite_schema");
    if (!tables) return std::unexpected(tables.error());
    if (*tables == 0) {
      return file.execute(
          fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; BEGIN;{}", kShelfApplication, kShelfVersion, kShelfSchema));
    }
  }
  if (*application != kShelfApplication || *version != kShelfVersion) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("the file is no reference database of version {}; build it anew with: paraph data build", kShelfVersion));
  }
  return file.execute("BEGIN");
}

bool fits(Decimal::Units units) {
  return units >= std::numeric_limits<std::int64_t>::min() && units <= std::numeric_limits<std::int64_t>::max();
}

}  // namespace

std::uint64_t text_hash(std::string_view text) { return text.empty() ? 0 : XXH3_64bits(text.data(), text.size()); }

std::uint64_t series_hash(const SeriesRow& row, std::uint32_t file, std::string& key) {
  key.clear();
  for (const std::string_view part :
       {row.reporter, row.measure, row.partner, row.unit, row.basis, row.coverage, row.price_basis, row.partner_as_published}) {
    key.append(part).push_back('\t');
  }
  key += static_cast<char>('0' + static_cast<int>(row.row_class));
  return mixed(XXH3_64bits(key.data(), key.size()), file);
}

std::uint64_t figure_digest(std::uint64_t series_hash, std::uint64_t period_hash, std::uint64_t status_hash, const PackedFigure& figure) {
  std::uint64_t hash = mixed(series_hash, period_hash);
  hash = mixed(hash, static_cast<std::uint64_t>(figure.units) + static_cast<std::uint64_t>(figure.scale) * kMix);
  hash = mixed(hash, (figure.line << 3) ^ static_cast<std::uint64_t>(figure.mark));
  if (!figure.digits.empty()) hash = mixed(hash, text_hash(figure.digits));
  if (!figure.path.empty()) hash = mixed(hash, text_hash(figure.path));
  return status_hash == 0 ? hash : mixed(hash, status_hash);
}

std::uint64_t fact_digest(const Fact& fact, std::string_view ref) {
  const std::string from = fact.from ? fact.from->str() : "";
  const std::string to = fact.to ? fact.to->str() : "";
  std::uint64_t hash = 1;
  for (const std::string_view part : {std::string_view(fact.kind), std::string_view(fact.subject.str()), std::string_view(fact.object.str()),
                                      std::string_view(fact.event), std::string_view(from), std::string_view(to), std::string_view(fact.title),
                                      std::string_view(fact.name), std::string_view(fact.place), std::string_view(fact.status),
                                      std::string_view(fact.as_published), ref}) {
    hash = mixed(hash, text_hash(part));
  }
  return hash;
}

Result<std::unique_ptr<ShelfWriter>> ShelfWriter::open(const std::filesystem::path& path) {
  auto file = SqliteFile::create(path);
  if (!file) return std::unexpected(file.error());
  if (auto checked = check_version(*file); !checked) {
    return fail(checked.error().code, fmt::format("{}: {}", path.string(), checked.error().message));
  }
  auto words = ShelfWords::open(*file);
  if (!words) return std::unexpected(words.error());
  std::unique_ptr<ShelfWriter> writer(new ShelfWriter(std::move(*file), std::move(*words)));
  if (auto done = writer->prepare_statements(); !done) return std::unexpected(done.error());
  return writer;
}

Result<void> ShelfWriter::prepare_statements() {
  auto series = file_.prepare("INSERT INTO series VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");
  if (!series) return std::unexpected(series.error());
  insert_series_ = std::move(*series);
  auto fact = file_.prepare("INSERT INTO fact VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  if (!fact) return std::unexpected(fact.error());
  insert_fact_ = std::move(*fact);
  const auto last = file_.integer("SELECT coalesce(max(number), 0) FROM fact");
  if (!last) return std::unexpected(last.error());
  next_fact_ = *last + 1;
  return {};
}

void ShelfWriter::keep(const Error& error) {
  if (!failure_) failure_ = error;
}

Result<void> ShelfWriter::add_source(const Source& source) {
  auto insert = file_.prepare("INSERT OR IGNORE INTO source VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  if (!insert) return std::unexpected(insert.error());
  int at = 0;
  for (const std::string* text : {&source.id.str(), &source.title, &source.publisher, &source.url, &source.licence, &source.grade,
                                  &source.attribution, &source.note}) {
    insert->bind(++at, *text);
  }
  return insert->run();
}

std::size_t ShelfWriter::add_vintage(const VintageRow& vintage) {
  OpenVintage open;
  open.row = vintage;
  if (const auto word = words_.word(vintage.id)) {
    open.word = *word;
  } else {
    keep(word.error());
  }
  vintages_.push_back(std::move(open));
  return vintages_.size() - 1;
}

SeriesNumber ShelfWriter::series(std::size_t vintage, std::uint32_t file, const SeriesRow& row) {
  const std::uint64_t hash = series_hash(row, file, key_);
  const std::uint64_t key = hash + vintage * kMix;
  const auto found = series_numbers_.find(key);
  if (found != series_numbers_.end()) return static_cast<SeriesNumber>(found->second);
  // A second row for the same series does no harm: it is written as one more run.
  if (series_numbers_.size() >= kMostSeries) series_numbers_.clear();
  Series series{};
  const std::array<std::string_view, 9> texts = {row.reporter, row.measure,  row.partner,     {},
                                                 row.unit,     row.basis,    row.coverage,    row.price_basis,
                                                 row.partner_as_published};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto word = words_.word(texts[i]);
    if (word) {
      series.words[i] = static_cast<std::uint32_t>(*word);
    } else {
      keep(word.error());
    }
  }
  series.words[3] = static_cast<std::uint32_t>(vintages_[vintage].word);
  series.vintage = static_cast<std::uint32_t>(vintage);
  series.file = file;
  series.hash = hash;
  series.row_class = row.row_class;
  const auto number = static_cast<std::uint32_t>(series_.size());
  series_.push_back(series);
  series_numbers_.emplace(key, number);
  return static_cast<SeriesNumber>(number);
}

PeriodNumber ShelfWriter::period(const CivilPeriod& period) {
  const auto number = words_.period(period);
  if (!number) {
    keep(number.error());
    return {};
  }
  if (*number >= periods_.size()) periods_.resize(*number + 1);
  PeriodYears& years = periods_[*number];
  if (years.hash == 0) {
    years.hash = text_hash(period.str());
    for (const auto& end : {period.from(), period.to()}) {
      if (!end) continue;
      years.first = years.dated ? std::min(years.first, end->year) : end->year;
      years.last = years.dated ? std::max(years.last, end->year) : end->year;
      years.dated = true;
    }
  }
  return static_cast<PeriodNumber>(*number);
}

void ShelfWriter::cover(VintageCounts& counts, std::uint32_t period) {
  const PeriodYears& years = periods_[period];
  if (!years.dated) return;
  if (!counts.first_year || years.first < *counts.first_year) counts.first_year = years.first;
  if (!counts.last_year || years.last > *counts.last_year) counts.last_year = years.last;
}

void ShelfWriter::figure(const FigureRow& row) { add_figure(row, row.place.path); }

void ShelfWriter::figure(const FigureRow& row, std::string_view place) { add_figure(row, place); }

void ShelfWriter::add_figure(const FigureRow& row, std::string_view place) {
  if (figures_.size() >= kMostFigures || extra_bytes_ >= kMostExtraBytes) {
    if (auto done = write_run(); !done) keep(done.error());
  }
  Figure figure{};
  figure.series = static_cast<std::uint32_t>(row.series);
  figure.period = static_cast<std::uint32_t>(row.period);
  figure.mark = row.mark;
  const bool whole = row.mark != ValueMark::kFigure || (fits(row.value.units()) && row.value.scale() <= 100);
  if (row.mark == ValueMark::kFigure && whole) {
    figure.units = static_cast<std::int64_t>(row.value.units());
    figure.scale = static_cast<std::int8_t>(row.value.scale());
  }
  std::uint64_t line = row.place.line;
  std::string far;
  if (line > std::numeric_limits<std::uint32_t>::max()) {
    far = place.empty() ? std::to_string(line) : fmt::format("{} {}", line, place);
    place = far;
    line = 0;
  }
  figure.line = static_cast<std::uint32_t>(line);
  if (!whole || !place.empty() || !row.status.empty()) {
    Extra extra;
    if (!whole) extra.digits = row.value.str();
    extra.path = place;
    extra.status_hash = text_hash(row.status);
    if (const auto status = words_.word(row.status)) {
      extra.status = static_cast<std::uint32_t>(*status);
    } else {
      keep(status.error());
    }
    extra_bytes_ += sizeof(Extra) + extra.digits.size() + extra.path.size();
    extras_.push_back(std::move(extra));
    figure.extra = static_cast<std::uint32_t>(extras_.size());
  }
  figures_.push_back(figure);
}

void ShelfWriter::fact(std::size_t vintage, const Fact& fact, std::string_view ref) {
  OpenVintage& open = vintages_[vintage];
  int at = 0;
  const auto bind_word = [&](std::string_view text) {
    const auto word = words_.word(text);
    if (!word) keep(word.error());
    insert_fact_->bind(++at, word ? *word : 0);
  };
  bind_word(fact.kind);
  bind_word(fact.subject.str());
  bind_word(fact.object.str());
  insert_fact_->bind(++at, next_fact_++);
  insert_fact_->bind(++at, open.word);
  bind_word(fact.event);
  const std::string from = fact.from ? fact.from->str() : "";
  const std::string to = fact.to ? fact.to->str() : "";
  insert_fact_->bind(++at, std::string_view(from));
  insert_fact_->bind(++at, std::string_view(to));
  for (const std::string* text : {&fact.title, &fact.name, &fact.place, &fact.status, &fact.as_published}) bind_word(*text);
  insert_fact_->bind(++at, ref);
  if (auto done = insert_fact_->run(); !done) keep(done.error());
  ++open.counts.facts;
  open.counts.digest += fact_digest(fact, ref);
  for (const auto& end : {fact.from, fact.to}) {
    if (end) cover(open.counts, static_cast<std::uint32_t>(period(*end)));
  }
}

PackedFigure ShelfWriter::packed(const Figure& figure) const {
  PackedFigure packed;
  packed.period = figure.period;
  packed.mark = figure.mark;
  packed.scale = figure.scale;
  packed.units = figure.units;
  packed.line = figure.line;
  if (figure.extra != 0) {
    const Extra& extra = extras_[figure.extra - 1];
    packed.digits = extra.digits;
    packed.path = extra.path;
    packed.status = extra.status;
  }
  return packed;
}

Result<void> ShelfWriter::write_series(const Series& series, std::span<const std::uint32_t> figures) {
  SeriesShape shape;
  std::uint32_t first = UINT32_MAX;
  std::uint32_t last = 0;
  const auto path_of = [&](const Figure& figure) {
    return figure.extra == 0 ? std::string_view() : std::string_view(extras_[figure.extra - 1].path);
  };
  const std::string_view common = path_of(figures_[figures.front()]);
  for (const std::uint32_t at : figures) {
    const Figure& figure = figures_[at];
    first = std::min(first, figure.period);
    last = std::max(last, figure.period);
    shape.lines = shape.lines || figure.line != 0;
    if (figure.extra != 0) shape.statuses = shape.statuses || extras_[figure.extra - 1].status != 0;
    shape.paths = shape.paths || path_of(figure) != common;
  }
  FigurePacker packer(shape);
  VintageCounts& counts = vintages_[series.vintage].counts;
  for (const std::uint32_t at : figures) {
    const Figure& figure = figures_[at];
    const PackedFigure each = packed(figure);
    packer.add(each);
    ++(each.mark == ValueMark::kFigure ? counts.observations : counts.marks);
    counts.digest += figure_digest(series.hash, periods_[each.period].hash, figure.extra == 0 ? 0 : extras_[figure.extra - 1].status_hash, each);
    cover(counts, each.period);
  }
  Statement& insert = *insert_series_;
  int at = 0;
  for (std::size_t i = 0; i < 4; ++i) insert.bind(++at, std::int64_t{series.words[i]});
  insert.bind(++at, next_number_++);
  for (std::size_t i = 4; i < 8; ++i) insert.bind(++at, std::int64_t{series.words[i]});
  insert.bind(++at, static_cast<std::int64_t>(series.row_class));
  insert.bind(++at, std::int64_t{series.words[8]});
  insert.bind(++at, std::int64_t{series.file});
  insert.bind(++at, std::int64_t{first});
  insert.bind(++at, std::int64_t{last});
  insert.bind(++at, shape.paths ? std::string_view() : common);
  insert.bind_blob(++at, packer.bytes());
  return insert.run();
}

Result<void> ShelfWriter::write_run() {
  if (figures_.empty()) return {};
  // Figures of a series together, in the order in which they came: a counting sort.
  std::vector<std::uint32_t> begins(series_.size() + 1, 0);
  for (const Figure& figure : figures_) ++begins[figure.series + 1];
  std::vector<std::uint32_t> used;
  for (std::uint32_t i = 0; i < series_.size(); ++i) {
    if (begins[i + 1] != 0) used.push_back(i);
  }
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> order(figures_.size());
  {
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    for (std::uint32_t i = 0; i < figures_.size(); ++i) order[next[figures_[i].series]++] = i;
  }
  // As the table is ordered, so that its pages are written once.
  std::ranges::sort(used, [&](std::uint32_t a, std::uint32_t b) {
    const auto key = [&](std::uint32_t i) { return std::tuple(series_[i].words[0], series_[i].words[1], series_[i].words[2], series_[i].words[3], i); };
    return key(a) < key(b);
  });
  for (const std::uint32_t number : used) {
    const std::span figures(order.data() + begins[number], order.data() + begins[number + 1]);
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return figures_[a].period < figures_[b].period; };
    if (!std::ranges::is_sorted(figures, earlier)) std::ranges::stable_sort(figures, earlier);
    if (auto done = write_series(series_[number], figures); !done) return done;
  }
  figures_.clear();
  extras_.clear();
  extra_bytes_ = 0;
  return {};
}

Result<void> ShelfWriter::flush() {
  if (!failure_) {
    if (auto done = write_run(); !done) keep(done.error());
  }
  if (failure_) return std::unexpected(*failure_);
  return {};
}

Result<void> ShelfWriter::check() const { return failure_ ? Result<void>(std::unexpected(*failure_)) : Result<void>(); }

Result<void> ShelfWriter::finish() {
  if (auto done = flush(); !done) return done;
  auto insert =
      file_.prepare("INSERT INTO vintage VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");
  if (!insert) return std::unexpected(insert.error());
  const auto bind_or_null = [&](int parameter, std::optional<std::int64_t> value) {
    if (value) {
      insert->bind(parameter, *value);
    } else {
      insert->bind_null(parameter);
    }
  };
  for (const OpenVintage& open : vintages_) {
    insert->bind(1, open.word);
    insert->bind(2, open.row.source);
    insert->bind(3, open.row.recorded);
    bind_or_null(4, open.row.recorded_day);
    int at = 4;
    for (const std::string* text : {&open.row.basis_note, &open.row.file, &open.row.sha256, &open.row.note, &open.row.imported, &open.row.state}) {
      insert->bind(++at, *text);
    }
    insert->bind(11, static_cast<std::int64_t>(open.counts.observations));
    insert->bind(12, static_cast<std::int64_t>(open.counts.marks));
    insert->bind(13, static_cast<std::int64_t>(open.counts.facts));
    bind_or_null(14, open.counts.first_year);
    bind_or_null(15, open.counts.last_year);
    insert->bind(16, static_cast<std::int64_t>(open.counts.digest));
    if (auto done = insert->run(); !done) return done;
  }
  insert_series_.reset();
  insert_fact_.reset();
  return file_.execute("COMMIT");
}

}  // namespace paraph

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "store/row_reader.h"
#include "store/shelf_vintages.h"
#include "store/shelf_writer.h"
#include "store/sqlite_shelf.h"

namespace paraph {
namespace {

constexpr std::uint64_t kProgressStep = 1 << 16;

struct Found {
  std::uint64_t observations = 0, marks = 0, facts = 0, digest = 0;
};

/// Sums of one vintage's measure and reporter, by period, unit and price basis.
struct Sum {
  Decimal world;
  Decimal partners;
  bool has_world = false;
  bool has_partners = false;
};
using SumKey = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t>;

/// Partners and residuals add up to the world, but for the publisher's rounding.
bool meets(const Sum& sum) {
  const Decimal gap = (sum.world - sum.partners).abs();
  return gap.shifted(3) <= sum.world.abs();
}

class Verifier {
 public:
  Verifier(const SqliteFile& file, const std::function<void(std::uint64_t)>& progress) : rows_(file), progress_(progress) {}

  Result<Verification> run() {
    if (auto done = check_file(); !done) return std::unexpected(done.error());
    if (result_.file_trouble.empty()) {
      if (auto done = read_series(); !done) return std::unexpected(done.error());
      if (auto done = read_facts(); !done) return std::unexpected(done.error());
    }
    if (auto done = compare(); !done) return std::unexpected(done.error());
    settle_totals();
    return std::move(result_);
  }

 private:
  Result<void> check_file() {
    auto check = rows_.prepared("PRAGMA integrity_check(3)");
    if (!check) return std::unexpected(check.error());
    for (;;) {
      const auto row = (*check)->step();
      if (!row) {
        result_.file_trouble = row.error().message;
        return {};
      }
      if (!*row) return {};
      if ((*check)->text(0) != "ok") result_.file_trouble += (result_.file_trouble.empty() ? "" : "; ") + std::string((*check)->text(0));
    }
  }

  Result<void> read_series() {
    auto statement = rows_.prepared(fmt::format("SELECT {} FROM series", kSeriesColumns));
    if (!statement) return std::unexpected(statement.error());
    const Statement& row = **statement;
    for (;;) {
      const auto more = (*statement)->step();
      if (!more) return std::unexpected(more.error());
      if (!*more) return {};
      Found& found = found_[row.integer(0)];
      const auto word = [&](int column) -> std::string_view { return rows_.word(row.integer(column)); };
      SeriesRow series;
      series.measure = word(1);
      series.reporter = word(2);
      series.partner = word(3);
      series.unit = word(4);
      series.basis = word(5);
      series.coverage = word(6);
      series.price_basis = word(7);
      series.row_class = static_cast<RowClass>(std::clamp<std::int64_t>(row.integer(8), 0, 3));
      series.partner_as_published = word(9);
      const std::uint64_t hash = series_hash(series, static_cast<std::uint32_t>(row.integer(10)), key_);
      FigureReader figures(row.blob(12));
      PackedFigure figure;
      while (figures.next(figure)) {
        if (figure.path.empty()) figure.path = row.text(11);
        ++(figure.mark == ValueMark::kFigure ? found.observations : found.marks);
        const std::uint64_t status = figure.status == 0 ? 0 : text_hash(rows_.word(figure.status));
        found.digest += figure_digest(hash, period_hash(figure.period), status, figure);
        add_to_sum(row, series, figure);
        if (++read_ % kProgressStep == 0 && progress_) progress_(read_);
      }
      if (figures.damaged()) trouble_[row.integer(0)] = "a row of figures is damaged";
    }
  }

  Result<void> read_facts() {
    auto statement = rows_.prepared(fmt::format("SELECT {} FROM fact", kFactColumns));
    if (!statement) return std::unexpected(statement.error());
    for (;;) {
      const auto more = (*statement)->step();
      if (!more) return std::unexpected(more.error());
      if (!*more) return {};
      const std::int64_t vintage = (*statement)->integer(0);
      const auto fact = rows_.read_fact(**statement);
      if (!fact) {
        trouble_[vintage] = "a fact is damaged";
        continue;
      }
      ++found_[vintage].facts;
      found_[vintage].digest += fact_digest(*fact, fact->line);
    }
  }

  std::uint64_t period_hash(std::uint32_t number) {
    const auto known = period_hashes_.find(number);
    if (known != period_hashes_.end()) return known->second;
    return period_hashes_.emplace(number, text_hash(rows_.period_text(number))).first->second;
  }

  void add_to_sum(const Statement& row, const SeriesRow& series, const PackedFigure& figure) {
    const bool trade = series.measure == "exports" || series.measure == "imports";
    if (!trade || figure.mark != ValueMark::kFigure || !figure.digits.empty() || series.row_class == RowClass::kAggregate) return;
    Sum& sum = sums_[{row.integer(0), row.integer(1), row.integer(2), figure.period, row.integer(4), row.integer(5)}];
    const Decimal value = figure.scale == 0 ? Decimal(figure.units) : Decimal(Decimal::Units{figure.units}, figure.scale);
    if (series.row_class == RowClass::kWorld) {
      sum.world = value;
      sum.has_world = true;
    } else {
      sum.partners = sum.partners + value;
      sum.has_partners = true;
    }
  }

  Result<void> compare() {
    auto statement = rows_.prepared("SELECT word, observations, marks, facts, digest FROM vintage");
    if (!statement) return std::unexpected(statement.error());
    for (;;) {
      const auto more = (*statement)->step();
      if (!more) return std::unexpected(more.error());
      if (!*more) break;
      const Statement& row = **statement;
      const Found& found = found_[row.integer(0)];
      VerifiedVintage verified;
      verified.id = rows_.word(row.integer(0));
      verified.rows = found.observations + found.marks + found.facts;
      const auto differs = [&](int column, std::uint64_t count, std::string_view what) {
        if (static_cast<std::uint64_t>(row.integer(column)) != count && verified.trouble.empty()) {
          verified.trouble = fmt::format("{} {} where the import kept {}", count, what, row.integer(column));
        }
      };
      if (const auto known = trouble_.find(row.integer(0)); known != trouble_.end()) verified.trouble = known->second;
      differs(1, found.observations, "figures");
      differs(2, found.marks, "marks");
      differs(3, found.facts, "facts");
      if (verified.trouble.empty() && static_cast<std::uint64_t>(row.integer(4)) != found.digest) {
        verified.trouble = "the rows are not those that the import kept";
      }
      result_.vintages.push_back(std::move(verified));
    }
    std::ranges::sort(result_.vintages, {}, &VerifiedVintage::id);
    return {};
  }

  void settle_totals() {
    for (const auto& [key, sum] : sums_) {
      if (!sum.has_world || !sum.has_partners) continue;
      if (meets(sum)) {
        ++result_.totals_met;
        continue;
      }
      const auto& [vintage, measure, reporter, period, unit, basis] = key;
      result_.totals_missed.push_back(
          {rows_.word(vintage), rows_.word(measure), rows_.word(reporter), rows_.period_text(period), sum.world, sum.partners});
    }
    std::ranges::stable_sort(result_.totals_missed,
                             [](const TotalGap& a, const TotalGap& b) { return (a.world - a.partners).abs() > (b.world - b.partners).abs(); });
  }

  RowReader rows_;
  const std::function<void(std::uint64_t)>& progress_;
  Verification result_;
  std::map<std::int64_t, Found> found_;
  std::map<std::int64_t, std::string> trouble_;
  std::map<SumKey, Sum> sums_;
  std::unordered_map<std::uint32_t, std::uint64_t> period_hashes_;
  std::uint64_t read_ = 0;
  std::string key_;
};

}  // namespace

bool Verification::good() const {
  return file_trouble.empty() && std::ranges::all_of(vintages, [](const VerifiedVintage& each) { return each.trouble.empty(); });
}

Result<Verification> verify_shelf(const std::filesystem::path& shelf, const std::function<void(std::uint64_t rows)>& progress) {
  const auto file = open_shelf_file(shelf);
  if (!file) return std::unexpected(file.error());
  return Verifier(*file, progress).run();
}

}  // namespace paraph

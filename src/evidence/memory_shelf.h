#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "reference/observation_source.h"

namespace paraph {

/// A shelf in memory for tests, written as rows of fields that blanks separate; "-" is an empty field.
///   vintages:  id source recorded
///   figures:   vintage measure reporter partner period value unit basis coverage price_basis row_class published
///   facts:     vintage kind subject object event from to status title name place     ("_" stands for a blank)
class MemoryShelf final : public ObservationSource {
 public:
  MemoryShelf(std::string_view vintages, std::string_view figures, std::string_view facts) {
    for (const auto& row : rows_of(vintages, 3)) {
      Vintage vintage{VintageId(row[0]), SourceId(row[1]), std::nullopt, "", "", ""};
      if (!row[2].empty()) vintage.recorded = RecordedAt{CivilPeriod::parse(row[2])->from()->first_day()};
      vintages_.push_back(std::move(vintage));
    }
    int number = 0;
    for (const auto& row : rows_of(figures, 12)) {
      Observation figure;
      figure.vintage = VintageId(row[0]);
      figure.measure = MeasureId(row[1]);
      figure.reporter = ActorId(row[2]);
      figure.partner = ActorId(row[3]);
      figure.period = *CivilPeriod::parse(row[4]);
      figure.value = *Decimal::parse(row[5]);
      figure.unit = row[6];
      figure.basis = row[7];
      figure.coverage = row[8];
      figure.price_basis = row[9];
      figure.row_class = *row_class_named(row[10]);
      figure.partner_as_published = row[11];
      figure.line = std::to_string(++number);
      figures_.push_back(std::move(figure));
    }
    for (const auto& row : rows_of(facts, 11)) {
      Fact fact;
      fact.vintage = VintageId(row[0]);
      fact.kind = row[1];
      fact.subject = ActorId(row[2]);
      fact.object = ActorId(row[3]);
      fact.event = row[4];
      fact.from = CivilPeriod::parse(row[5]);
      fact.to = CivilPeriod::parse(row[6]);
      fact.status = row[7];
      fact.title = row[8];
      fact.name = row[9];
      fact.place = row[10];
      fact.line = fact.title.empty() ? std::to_string(++number) : fact.title;
      facts_.push_back(std::move(fact));
    }
  }

  Result<std::vector<Observation>> observations(const ObservationQuery& query) const override {
    std::vector<Observation> found;
    for (const Observation& row : figures_) {
      const bool wanted = (!query.measure || row.measure == *query.measure) && (!query.reporter || row.reporter == *query.reporter) &&
                          (!query.partner || row.partner == *query.partner) && (!query.period || row.period == *query.period);
      if (wanted && (query.limit == 0 || found.size() < query.limit)) found.push_back(row);
    }
    std::ranges::sort(found);
    return found;
  }

  Result<std::vector<Fact>> facts(const FactQuery& query) const override {
    std::vector<Fact> found;
    for (const Fact& fact : facts_) {
      const bool wanted = (!query.kind || fact.kind == *query.kind) && (!query.subject || fact.subject == *query.subject) &&
                          (!query.object || fact.object == *query.object);
      if (wanted) found.push_back(fact);
    }
    std::ranges::sort(found, [](const Fact& a, const Fact& b) { return a.from != b.from ? a.from < b.from : a < b; });
    return found;
  }

  /// Each is called by its id.
  Result<std::vector<Source>> sources() const override {
    std::vector<Source> found;
    for (const Vintage& vintage : vintages_) found.push_back({vintage.source, "", vintage.source.str(), "", "", "A", "", ""});
    return found;
  }
  Result<std::vector<Vintage>> vintages() const override { return vintages_; }

 private:
  static std::vector<std::vector<std::string>> rows_of(std::string_view text, std::size_t fields) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
      std::istringstream words(line);
      std::vector<std::string> row;
      for (std::string word; words >> word;) {
        std::ranges::replace(word, '_', ' ');
        row.push_back(word == "-" ? "" : word);
      }
      if (row.empty()) continue;
      PARAPH_CHECK(row.size() == fields, "A row of a test's shelf must have all its fields.");
      rows.push_back(std::move(row));
    }
    return rows;
  }

  std::vector<Vintage> vintages_;
  std::vector<Observation> figures_;
  std::vector<Fact> facts_;
};

}  // namespace paraph

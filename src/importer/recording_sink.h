#pragma once

#include <map>
#include <string>
#include <vector>

#include "importer/import_sink.h"

namespace paraph {

/// Keeps all that an importer hands over, as text that tests can compare. For tests only: holds the whole file.
class RecordingSink final : public ImportSink {
 public:
  void source(const Source& source) override { sources.push_back(source); }
  void published(const CivilPeriod& when, std::string_view how) override { dates.push_back(when.str() + " " + std::string(how)); }
  SeriesNumber series(const SeriesRow& row) override {
    std::string text;
    for (const std::string_view part : {row.measure, row.reporter, row.partner, row.unit, row.basis, row.coverage, row.price_basis,
                                        row_class_name(row.row_class), row.partner_as_published}) {
      text.append(part).push_back('|');
    }
    text.pop_back();
    const auto [place, fresh] = numbers_.try_emplace(text, series_texts.size());
    if (fresh) series_texts.push_back(text);
    return static_cast<SeriesNumber>(place->second);
  }
  PeriodNumber period(const CivilPeriod& period) override {
    periods_.push_back(period.str());
    return static_cast<PeriodNumber>(periods_.size() - 1);
  }
  /// "exports|UZ|US|USD||goods||country|USA 2021=158200 @17", with " E" for a status and "(dash)" for a mark.
  void figure(const FigureRow& row) override {
    std::string text = series_texts.at(static_cast<std::size_t>(row.series)) + " " + periods_.at(static_cast<std::size_t>(row.period)) + "=";
    text += row.mark == ValueMark::kFigure ? row.value.str() : "(" + std::string(value_mark_name(row.mark)) + ")";
    if (!row.status.empty()) text.append(" ").append(row.status);
    figures.push_back(text + " @" + place_text(row.place));
  }
  void fact(const Fact& fact, const FilePlace& place) override {
    facts.push_back(fact);
    facts.back().line = place_text(place);
  }
  /// "bad row 17 [Fiscal Year] found "20x1", expected a fiscal year"
  void problem(const Problem& problem) override {
    const std::string_view kind = problem.kind == ProblemKind::kBadRow       ? "bad row"
                                  : problem.kind == ProblemKind::kUnknownCode ? "unknown code"
                                                                              : "oddity";
    problems.push_back(std::string(kind) + " " + place_text(problem.place) + " [" + std::string(problem.column) + "] found \"" +
                       std::string(problem.found) + "\", expected " + std::string(problem.expected));
  }
  void skipped(std::string_view reason, std::uint64_t count) override { skips[std::string(reason)] += count; }
  Result<void> advance(const ImportProgress& progress) override {
    reached = progress;
    return {};
  }

  std::vector<Source> sources;
  std::vector<std::string> dates;
  std::vector<std::string> series_texts;
  std::vector<std::string> figures;
  std::vector<Fact> facts;
  std::vector<std::string> problems;
  std::map<std::string, std::uint64_t> skips;
  ImportProgress reached;

 private:
  static std::string place_text(const FilePlace& place) {
    std::string text = place.line == 0 ? "" : std::to_string(place.line);
    if (!place.path.empty()) text.append(text.empty() ? "" : " ").append(place.path);
    return text;
  }

  std::map<std::string, std::size_t> numbers_;
  std::vector<std::string> periods_;
};

}  // namespace paraph

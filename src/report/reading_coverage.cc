#include "report/reading_coverage.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "report/json_writer.h"

namespace paraph {
namespace {

std::size_t percent(std::size_t part, std::size_t whole) { return whole == 0 ? 0 : part * 100 / whole; }

struct Counted {
  std::string_view name;
  std::size_t count;
};

/// What occurs, the most frequent first and else in the order of the contract.
template <std::size_t Size>
std::vector<Counted> counted(const std::array<std::size_t, Size>& counts, const std::array<std::string_view, Size>& names) {
  std::vector<Counted> all;
  for (std::size_t i = 0; i < Size; ++i) {
    if (counts[i] > 0) all.push_back({names[i], counts[i]});
  }
  std::ranges::stable_sort(all, std::greater<>(), &Counted::count);
  return all;
}

void write_counts(JsonWriter& json, std::string_view key, const std::vector<Counted>& counts) {
  write_key(json, key);
  json.StartObject();
  for (const Counted& each : counts) write_member(json, each.name, each.count);
  json.EndObject();
}

}  // namespace

void add_to(ReadingCoverage& coverage, const Extraction& extraction) {
  const Reading& reading = extraction.reading;
  ++coverage.documents;
  coverage.checkable += reading.checkable;
  std::vector<TextSpan> covered;
  for (const Claim& claim : reading.claims) {
    ++coverage.claims[static_cast<std::size_t>(claim.kind())];
    covered.push_back(claim.sentence);
  }
  std::ranges::sort(covered);
  const auto repeated = std::ranges::unique(covered);
  coverage.claimed += static_cast<std::size_t>(repeated.begin() - covered.begin());
  covered.erase(repeated.begin(), repeated.end());
  for (const Gap& gap : reading.gaps) {
    ++coverage.gaps[static_cast<std::size_t>(gap.reason)];
    covered.push_back(gap.span);
  }
  std::ranges::sort(covered);
  std::size_t reached = 0;
  for (const Block& block : extraction.document.blocks) {
    for (const Sentence& sentence : block.sentences) {
      ++coverage.sentences;
      coverage.text += sentence.origin.size();
      while (reached < covered.size() && covered[reached].last() <= sentence.origin.first()) ++reached;
      if (reached < covered.size() && covered[reached].overlaps(sentence.origin)) coverage.covered += sentence.origin.size();
    }
  }
}

TextTable coverage_table(const ReadingCoverage& coverage) {
  TextTable table;
  table.caption = fmt::format("{} {} with {} sentences; {} have a figure or date and an actor; {} state a claim", coverage.documents,
                              coverage.documents == 1 ? "document" : "documents", coverage.sentences, coverage.checkable, coverage.claimed);
  table.columns = {{"what"}, {"kind or reason"}, {"number", true}, {"share", true}};
  const auto claims = counted(coverage.claims, EnumNames<ClaimKind>::kNames);
  const auto gaps = counted(coverage.gaps, EnumNames<GapReason>::kNames);
  const auto add = [&](std::string_view what, const std::vector<Counted>& counts) {
    std::size_t sum = 0;
    for (const Counted& each : counts) sum += each.count;
    table.rows.push_back({std::string(what), "all", std::to_string(sum), ""});
    for (const Counted& each : counts)
      table.rows.push_back({std::string(what), std::string(each.name), std::to_string(each.count), fmt::format("{} %", percent(each.count, sum))});
  };
  add("claims", claims);
  add("gaps", gaps);
  table.notes.push_back(fmt::format("{} % of the text stands in a sentence with a claim or a named gap.", percent(coverage.covered, coverage.text)));
  return table;
}

void write_coverage_json(const ReadingCoverage& coverage, std::string& out) {
  JsonWriter json(out);
  json.StartObject();
  write_member(json, "type", "coverage");
  write_member(json, "documents", coverage.documents);
  write_member(json, "sentences", coverage.sentences);
  write_member(json, "checkable", coverage.checkable);
  write_member(json, "claimed", coverage.claimed);
  write_member(json, "text_bytes", coverage.text);
  write_member(json, "covered_bytes", coverage.covered);
  write_counts(json, "claims", counted(coverage.claims, EnumNames<ClaimKind>::kNames));
  write_counts(json, "gaps", counted(coverage.gaps, EnumNames<GapReason>::kNames));
  json.EndObject();
  json.end_line();
}

}  // namespace paraph

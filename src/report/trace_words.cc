#include "report/trace_words.h"

#include <cmath>

#include <fmt/format.h>

#include "report/display_text.h"
#include "report/quoter.h"

namespace paraph {
namespace {

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) out += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  return out;
}

std::string counted(std::size_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

void say_parent(const TracedCopies& traced, const Descent& descent, std::vector<std::string>& out) {
  const std::string best = descent.originals.empty() ? std::string() : traced_name(traced.documents[descent.originals.front().parent]);
  if (!descent.parent) {
    out.push_back(fmt::format("comes from none of the {} that were searched: it shares too little with each", counted(traced.searched, "edition")));
    if (!descent.originals.empty()) out.push_back("nearest: " + best);
    return;
  }
  if (!traced.documents[*descent.parent].original) {
    out.push_back(fmt::format("made from {}, another copy, {} sure: it has changes that only that one made", traced_name(traced.documents[*descent.parent]),
                              percent_sure(descent.parent_confidence)));
    out.push_back(fmt::format("behind it: {}, {} sure", best, percent_sure(descent.originals.front().confidence)));
    return;
  }
  const std::size_t tied = tied_originals(descent);
  if (tied > 1) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < tied; ++i) names.push_back(traced_name(traced.documents[descent.originals[i].parent]));
    out.push_back(fmt::format("comes from {}, which fit alike: the copy holds nothing that tells them apart", listed(names)));
  } else if (descent.certain) {
    out.push_back(fmt::format("comes from {}, {} sure", best, percent_sure(descent.parent_confidence)));
  } else {
    out.push_back(fmt::format("most likely comes from {}, {} sure: not certain", best, percent_sure(descent.parent_confidence)));
  }
}

}  // namespace

std::string traced_name(const Traced& document) {
  std::string out = in_one_line(mended_utf8(document.edition->name));
  if (document.edition->document.published) out += fmt::format(" ({})", document.edition->document.published->str());
  return out;
}

std::string percent_sure(double confidence) {
  const long rounded = std::lround(confidence * 100);
  if (rounded >= 100) return "over 99 %";
  if (rounded <= 0) return "under 1 %";
  return fmt::format("{} %", rounded);
}

std::vector<std::string> origin_in_words(const TracedCopies& traced, const Descent& descent) {
  std::vector<std::string> out;
  say_parent(traced, descent, out);
  const std::size_t next = tied_originals(descent);
  if (descent.parent && next < descent.originals.size()) {
    const Lineage& second = descent.originals[next];
    out.push_back(fmt::format("next: {}, {}", traced_name(traced.documents[second.parent]), percent_sure(second.confidence)));
  }
  if (descent.parent && descent.unknown >= 0.005) out.push_back("none of these: " + percent_sure(descent.unknown));
  const Document& copy = traced.documents[descent.copy].edition->document;
  for (const Lineage& each : descent.originals) {
    if (!each.older_than_parent) continue;
    const bool taken = descent.parent == each.parent;
    // Of the others only the next best is worth a line.
    if (!taken && &each != &descent.originals[std::min<std::size_t>(next, descent.originals.size() - 1)]) continue;
    out.push_back(fmt::format("dates speak against {}: the copy is dated {}, before {}", traced_name(traced.documents[each.parent]), copy.published->str(),
                              traced.documents[each.parent].absent_on ? "its source said so" : "it was published"));
  }
  if (!copy.republished_from.empty()) out.push_back("says itself that it was first published at " + in_one_line(mended_utf8(copy.republished_from)));
  return out;
}

std::vector<TreeLine> tree_of(const TracedCopies& traced) {
  std::vector<TreeLine> lines;
  std::vector<bool> open(traced.documents.size(), false);
  const auto below = [&](const auto& self, std::size_t parent, std::size_t depth) -> void {
    open[parent] = true;
    for (const Descent& descent : traced.descents) {
      if (descent.parent != parent || open[descent.copy]) continue;
      lines.push_back({depth, descent.copy, &descent});
      self(self, descent.copy, depth + 1);
    }
  };
  for (std::size_t d = 0; d < traced.documents.size(); ++d) {
    if (!traced.documents[d].original) continue;
    const std::size_t before = lines.size();
    lines.push_back({0, d, nullptr});
    below(below, d, 1);
    if (lines.size() == before + 1) lines.pop_back();
  }
  const std::size_t before = lines.size();
  lines.push_back({0, std::nullopt, nullptr});
  for (const Descent& descent : traced.descents) {
    if (!descent.parent) lines.push_back({1, descent.copy, &descent});
  }
  if (lines.size() == before + 1) lines.pop_back();
  return lines;
}

std::vector<std::size_t> told_passages(const Comparison& comparison, bool all) {
  std::vector<std::size_t> order = by_weight(comparison);
  for (std::size_t i = 0; all && i < comparison.passages.size(); ++i) {
    if (!is_change(comparison.passages[i].kind)) order.push_back(i);
  }
  return order;
}

}  // namespace paraph

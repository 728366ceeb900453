#include "ledger/trace.h"

#include <algorithm>
#include <cmath>

namespace paraph {
namespace {

constexpr double kAddedCost = 3.0;
constexpr double kAlteredCost = 1.5;
constexpr double kHardWordCost = 0.25;  ///< For every figure, date, name or negation that left or came.
constexpr double kFoundAgain = 0.8;     ///< Share of an addition that figures of what was dropped explain: a sentence in other words.
constexpr double kListCost = 1.0;
constexpr double kReworded = 0.5;
constexpr double kDroppedCost = 0.7;
constexpr double kOlder = 6.0;
/// A document that shares less than this with every original comes from none of them.
constexpr double kStrangerShare = 0.75;
/// Costs that differ by this much are e times as likely.
constexpr double kTemperature = 0.35;

bool text_at(const Passages& side, std::optional<std::size_t> passage) { return passage && side.all[*passage].role == PassageRole::kText; }

bool has_digit(const std::string& word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// Figures and years of a passage.
std::vector<std::string> figures_of(const Passage& passage) {
  std::vector<std::string> out;
  for (const PlainWord& word : passage.words) {
    if (has_digit(word.folded)) out.push_back(word.folded);
  }
  return out;
}

/// How much of an added passage's figures stand in passages that the copy does not have in the same words; 0 where it has none.
double found_again(const Passage& added, const Comparison& comparison) {
  const std::vector<std::string> figures = figures_of(added);
  if (figures.empty()) return 0;
  double best = 0;
  for (const PassageChange& change : comparison.passages) {
    if (change.after || !text_at(comparison.old_passages, change.before)) continue;
    const std::vector<std::string> left = figures_of(comparison.old_passages.all[*change.before]);
    const auto shared = std::ranges::count_if(figures, [&](const std::string& word) { return std::ranges::find(left, word) != left.end(); });
    best = std::max(best, static_cast<double>(shared) / static_cast<double>(figures.size()));
  }
  return best;
}

double cost_of(const PassageChange& change, const Comparison& comparison) {
  const double hard = kHardWordCost * static_cast<double>(change.hard.gone.size() + change.hard.come.size());
  switch (change.kind) {
    case ChangeKind::kKept: case ChangeKind::kMoved: return 0;
    case ChangeKind::kReworded: return kReworded * (1.2 - change.likeness) + hard;
    case ChangeKind::kWidened: case ChangeKind::kNarrowed: return kListCost + hard;
    case ChangeKind::kUpdated: case ChangeKind::kAltered: case ChangeKind::kContradicted: return kAlteredCost + hard;
    case ChangeKind::kAdded:
      if (!text_at(comparison.new_passages, change.after)) return 0;
      return kAddedCost * (1 - kFoundAgain * found_again(comparison.new_passages.all[*change.after], comparison));
    case ChangeKind::kDropped: return text_at(comparison.old_passages, change.before) ? kDroppedCost : 0;
  }
  return 0;
}

/// What a document would cost that shares nothing with its parent.
double stranger_cost(const Extraction& copy) {
  std::size_t passages = 0;
  for (const Passage& passage : find_passages(copy).all) passages += passage.role == PassageRole::kText ? 1U : 0U;
  return kStrangerShare * kAddedCost * static_cast<double>(std::max<std::size_t>(passages, 1));
}

/// Whether the copy is dated before the parent was there.
bool older(const Document& copy, const Traced& parent) {
  if (!copy.published || !copy.published->to()) return false;
  const std::chrono::sys_days day_after = copy.published->to()->day_after();
  if (parent.absent_on && day_after <= *parent.absent_on + std::chrono::days(1)) return true;
  const auto& published = parent.edition->document.published;
  return published && published->from() && day_after <= published->from()->first_day();
}

}  // namespace

double descent_cost(const Comparison& comparison) {
  double cost = 0;
  for (const PassageChange& change : comparison.passages) cost += cost_of(change, comparison);
  return cost;
}

std::vector<Descent> trace(const std::vector<Traced>& documents) {
  const std::size_t count = documents.size();
  std::vector<Descent> out;
  std::vector<double> nearest(count, 0);
  for (std::size_t c = 0; c < count; ++c) {
    if (documents[c].original) continue;
    Descent descent;
    descent.copy = c;
    for (std::size_t o = 0; o < count; ++o) {
      if (!documents[o].original) continue;
      Lineage lineage;
      lineage.parent = o;
      lineage.older_than_parent = older(documents[c].edition->document, documents[o]);
      lineage.cost = descent_cost(compare(*documents[o].edition, *documents[c].edition)) + (lineage.older_than_parent ? kOlder : 0);
      descent.originals.push_back(lineage);
    }
    const double stranger = stranger_cost(*documents[c].edition);
    double best = stranger;
    for (const Lineage& each : descent.originals) best = std::min(best, each.cost);
    double sum = std::exp(-(stranger - best) / kTemperature);
    for (const Lineage& each : descent.originals) sum += std::exp(-(each.cost - best) / kTemperature);
    for (Lineage& each : descent.originals) each.confidence = std::exp(-(each.cost - best) / kTemperature) / sum;
    descent.unknown = std::exp(-(stranger - best) / kTemperature) / sum;
    std::ranges::stable_sort(descent.originals, {}, &Lineage::cost);
    if (!descent.originals.empty() && descent.originals.front().cost < stranger) {
      descent.parent = descent.originals.front().parent;
      descent.parent_confidence = descent.originals.front().confidence;
      descent.certain = descent.originals.front().confidence >= 0.9;
    }
    nearest[c] = best;
    out.push_back(std::move(descent));
  }
  // A repost of a repost shares the changes that its parent made: it costs less from there than from any original.
  for (Descent& descent : out) {
    if (!descent.parent) continue;
    double best = nearest[descent.copy];
    for (const Descent& other : out) {
      if (other.copy == descent.copy || !other.parent) continue;
      if (std::pair(nearest[other.copy], other.copy) >= std::pair(nearest[descent.copy], descent.copy)) continue;
      const bool is_older = older(documents[descent.copy].edition->document, documents[other.copy]);
      const double cost = descent_cost(compare(*documents[other.copy].edition, *documents[descent.copy].edition)) + (is_older ? kOlder : 0);
      // A faithful copy tells nothing that the original does not: only shared changes make it the parent.
      if (cost + 0.25 < best) {
        best = cost;
        descent.parent = other.copy;
        const double known = 1 - descent.unknown;
        descent.parent_confidence = known / (1 + std::exp(-(nearest[descent.copy] - cost) / kTemperature));
      }
    }
  }
  return out;
}

std::size_t tied_originals(const Descent& descent) {
  const auto& all = descent.originals;
  return static_cast<std::size_t>(std::ranges::count_if(all, [&](const Lineage& each) { return each.cost < all.front().cost + 1e-9; }));
}

std::vector<std::size_t> by_weight(const Comparison& comparison) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < comparison.passages.size(); ++i) {
    if (is_change(comparison.passages[i].kind)) order.push_back(i);
  }
  const auto rank = [&](std::size_t i) {
    switch (comparison.passages[i].kind) {
      case ChangeKind::kContradicted: case ChangeKind::kAltered: case ChangeKind::kUpdated: return 0;
      case ChangeKind::kWidened: case ChangeKind::kNarrowed: return 1;
      case ChangeKind::kDropped: return 2;
      case ChangeKind::kAdded: return 3;
      default: return 4;
    }
  };
  std::ranges::stable_sort(order, {}, rank);
  return order;
}

}  // namespace paraph

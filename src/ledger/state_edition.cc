#include "ledger/state_edition.h"

#include <algorithm>

namespace paraph {
namespace {

std::set<std::string> ids_of(const Extraction& edition) {
  std::set<std::string> ids;
  for (const Claim& claim : edition.reading.claims) ids.insert(claim.id);
  return ids;
}

}  // namespace

std::vector<ClaimEvent> events_of_comparison(const Extraction& before, const Extraction& after, const Comparison& comparison) {
  const std::set<std::string> old_ids = ids_of(before);
  const std::set<std::string> new_ids = ids_of(after);
  std::set<ClaimEvent> events;
  for (const ClaimChange& each : comparison.claims) {
    const std::string was = each.before ? before.reading.claims[*each.before].id : std::string();
    const std::string is = each.after ? after.reading.claims[*each.after].id : std::string();
    if (was == is) continue;
    const ChangeKind kind = was.empty() ? ChangeKind::kAdded : is.empty() ? ChangeKind::kDropped : std::max(each.change.kind, ChangeKind::kReworded);
    // The statement may stand elsewhere in the edition as well: then it did not come, or did not go.
    if (kind == ChangeKind::kAdded && old_ids.contains(is)) continue;
    if (kind == ChangeKind::kDropped && new_ids.contains(was)) continue;
    events.insert({kind, was, is});
  }
  return {events.begin(), events.end()};
}

std::vector<ClaimEvent> events_of_first(const Extraction& edition) {
  std::vector<ClaimEvent> events;
  for (const std::string& id : ids_of(edition)) events.push_back({ChangeKind::kAdded, {}, id});
  return events;
}

}  // namespace paraph

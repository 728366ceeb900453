#include "ledger/lives.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "ledger/digest.h"

namespace paraph {

Result<ClaimLife> life_of(const LedgerStorage& ledger, std::string_view claim) {
  const auto known = ledger.claim(claim);
  if (!known) return std::unexpected(known.error());
  if (!*known) return fail(ErrorCode::kNotFound, fmt::format("no edition in the ledger states the claim {}", claim));
  ClaimLife life;
  std::set<std::string> seen{std::string(claim)};
  std::deque<std::string> open{std::string(claim)};
  std::set<DatedEvent> events;
  // A statement may become others and be become by others: all that hang together are one life.
  while (!open.empty()) {
    const std::string id = open.front();
    open.pop_front();
    life.ids.push_back(id);
    auto found = ledger.events_of(id);
    if (!found) return std::unexpected(found.error());
    for (DatedEvent& each : *found) {
      for (const std::string& other : {each.event.before, each.event.after}) {
        if (!other.empty() && seen.insert(other).second) open.push_back(other);
      }
      events.insert(std::move(each));
    }
  }
  std::map<std::string, KnownClaim> claims;
  for (const std::string& id : life.ids) {
    auto each = ledger.claim(id);
    if (!each) return std::unexpected(each.error());
    if (*each) claims.emplace(id, **each);
  }
  std::set<std::pair<std::string, std::string>> dropped;  // Source and claim.
  for (const DatedEvent& each : events) {
    auto place = ledger.place(each.edition);
    if (!place) return std::unexpected(place.error());
    LifeStep step;
    step.edition = *place;
    step.kind = each.event.kind;
    const std::string& id = each.event.after.empty() ? each.event.before : each.event.after;
    step.claim = claims[id];
    if (each.event.kind == ChangeKind::kDropped) dropped.emplace(place->source, id);
    if (each.event.kind == ChangeKind::kAdded) step.back = dropped.contains({place->source, id});
    life.steps.push_back(std::move(step));
  }
  return life;
}

Result<std::vector<ClaimLife>> lives_between(const LedgerStorage& ledger, std::string_view a, std::string_view b) {
  const auto claims = ledger.claims_between(a, b);
  if (!claims) return std::unexpected(claims.error());
  std::vector<ClaimLife> lives;
  std::set<std::string> told;
  for (const KnownClaim& claim : *claims) {
    if (told.contains(claim.id)) continue;
    auto life = life_of(ledger, claim.id);
    if (!life) return std::unexpected(life.error());
    told.insert(life->ids.begin(), life->ids.end());
    lives.push_back(std::move(*life));
  }
  return lives;
}

Result<std::string> verify_chain(const LedgerStorage& ledger) {
  const auto size = ledger.size();
  if (!size) return std::unexpected(size.error());
  std::string link(kFirstLink);
  RecordedAt reached{};
  std::set<std::string> documents;
  for (std::int64_t number = 1; number <= *size; ++number) {
    const auto place = ledger.place(number);
    if (!place) return std::unexpected(place.error());
    const auto record = ledger.record(number);
    if (!record) return std::unexpected(record.error());
    link = chain_link(link, *record);
    if (link != place->link) return fail(ErrorCode::kMalformed, fmt::format("edition {} is not what was recorded: its link does not follow from the one before", number));
    const auto edition = read_record(*record);
    if (!edition) return fail(edition.error().code, fmt::format("edition {}: {}", number, edition.error().message));
    if (std::tie(edition->source, edition->seen, edition->recorded) != std::tie(place->source, place->seen, place->recorded)) {
      return fail(ErrorCode::kMalformed, fmt::format("edition {} is filed under another source or day than its record has", number));
    }
    if (number > 1 && edition->recorded < reached) return fail(ErrorCode::kMalformed, fmt::format("edition {} was recorded before the one before it", number));
    reached = edition->recorded;
    if (!documents.insert(edition->document).second) continue;
    const auto bytes = ledger.document(edition->document);
    if (!bytes) return fail(bytes.error().code, fmt::format("edition {}: {}", number, bytes.error().message));
    if (sha256(*bytes) != edition->document) return fail(ErrorCode::kMalformed, fmt::format("the document of edition {} is not what was recorded", number));
  }
  return link;
}

}  // namespace paraph

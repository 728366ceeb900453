#include "ledger/claim_features.h"

#include <algorithm>
#include <chrono>

#include "ledger/plain_words.h"

namespace paraph {
namespace {

template <typename... Lambdas>
struct Overloaded : Lambdas... {
  using Lambdas::operator()...;
};

std::string plain(std::string_view text) {
  std::string out;
  for (const PlainWord& word : plain_words(text)) out.append(out.empty() ? "" : " ").append(word.folded);
  return out;
}

std::vector<std::string> plain_list(const std::vector<std::string>& list) {
  std::vector<std::string> out;
  for (const std::string& item : list) out.push_back(plain(item));
  std::ranges::sort(out);
  return out;
}

std::string scope_of(const TradeScope& trade) {
  std::string out(name_of(trade.flow));
  if (trade.coverage) out.append(" ").append(name_of(*trade.coverage));
  for (const std::string& more : {trade.product, trade.scope}) {
    if (!more.empty()) out.append(" ").append(plain(more));
  }
  return out;
}

std::string words_of(std::string_view first, std::string_view second) {
  std::string out(first);
  if (!second.empty()) out.append(out.empty() ? "" : " ").append(plain(second));
  return out;
}

void read_body(const ClaimBody& body, ClaimFeatures& out) {
  std::visit(Overloaded{
                 [&](const Relations& it) { out.state = name_of(it.event); },
                 [&](const Mission& it) {
                   out.topic = words_of(name_of(it.mission), it.place);
                   out.state = name_of(it.event);
                 },
                 [&](const Membership& it) {
                   out.topic = plain(it.organisation);
                   out.state = name_of(it.status);
                 },
                 [&](const Agreement& it) {
                   out.topic = words_of(name_of(it.agreement), it.title);
                   out.state = words_of(name_of(it.event), it.provisional ? "provisional" : "");
                   for (const ActorId& party : it.parties) out.items.push_back(party.str());
                   std::ranges::sort(out.items);
                 },
                 [&](const TradeValue& it) { out.topic = scope_of(it.trade); },
                 [&](const TradeChange& it) {
                   out.topic = scope_of(it.trade);
                   out.state = name_of(it.direction);
                 },
                 [&](const TradeRank& it) { out.topic = scope_of(it.trade); },
                 [&](const TradeShare& it) { out.topic = scope_of(it.trade); },
                 [&](const TradeProducts& it) {
                   out.topic = scope_of(it.trade);
                   out.items = plain_list(it.products);
                 },
                 [&](const InvestmentValue& it) { out.topic = it.measure ? name_of(*it.measure) : ""; },
                 [&](const InvestmentRank& it) { out.topic = plain(it.scope); },
                 [&](const AssistanceValue& it) { out.topic = words_of(words_of(it.form ? name_of(*it.form) : "", it.sector), it.channel); },
                 [&](const AssistanceRank& it) { out.topic = words_of(name_of(it.of), it.scope); },
                 [&](const PeopleCount& it) { out.topic = words_of(name_of(it.group), it.per); },
                 [&](const Visit& it) { out.topic = plain(it.visitor); },
                 [&](const Dialogue& it) {
                   out.topic = plain(it.title);
                   out.state = name_of(it.event);
                   for (const ActorId& party : it.parties) out.items.push_back(party.str());
                   std::ranges::sort(out.items);
                 },
                 [&](const Military& it) {
                   out.topic = plain(it.title);
                   out.state = name_of(it.event);
                 },
                 [&](const Indicator& it) { out.topic = name_of(it.indicator); },
                 [&](const Official& it) {
                   out.topic = words_of(name_of(it.role), it.name);
                   out.state = name_of(it.event);
                 },
                 [&](const StateEvent& it) {
                   out.topic = it.from ? it.from->str() : "";
                   out.state = name_of(it.event);
                 },
                 [&](const Designation& it) {
                   out.topic = words_of(name_of(it.designation), it.title);
                   out.state = name_of(it.event);
                 },
                 [&](const Support& it) {
                   out.items = plain_list(it.means);
                   for (const std::string& purpose : plain_list(it.purpose)) out.items.push_back("for " + purpose);
                   std::ranges::sort(out.items);
                 },
                 [&](const Cooperation& it) { out.items = plain_list(it.areas); },
                 [&](const Threat& it) { out.items = plain_list(it.threats); },
                 [&](const Stance& it) { out.topic = plain(it.words); },
             },
             body);
}

bool symmetrical(const ClaimFeatures& it) {
  return it.kind == ClaimKind::kRelations || it.kind == ClaimKind::kAgreement || it.kind == ClaimKind::kDialogue || it.kind == ClaimKind::kCooperation ||
         it.topic.starts_with("total") || it.topic.starts_with("balance");
}

bool same_actors(const ClaimFeatures& a, const ClaimFeatures& b) {
  if (a.subject == b.subject && a.object == b.object) return true;
  return symmetrical(a) && a.subject == b.object && a.object == b.subject;
}

/// Shared words of two topics, of all their words.
double topic_likeness(const std::string& a, const std::string& b) {
  if (a == b) return 1;
  if (a.empty() || b.empty()) return 0.3;
  const auto words = [](const std::string& text) {
    std::vector<std::string> out;
    for (const PlainWord& word : plain_words(text)) out.push_back(word.folded);
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  };
  const auto left = words(a);
  const auto right = words(b);
  std::vector<std::string> shared;
  std::ranges::set_intersection(left, right, std::back_inserter(shared));
  return left.empty() || right.empty() ? 0 : 2.0 * static_cast<double>(shared.size()) / static_cast<double>(left.size() + right.size());
}

double list_likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() && b.empty()) return 0;
  std::vector<std::string> shared;
  std::ranges::set_intersection(a, b, std::back_inserter(shared));
  return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(a.size() + b.size());
}

bool same_figure(const Quantity& a, const Quantity& b) {
  return a.value == b.value && a.low == b.low && a.high == b.high && a.unit == b.unit && a.comparator == b.comparator;
}

/// "1.8 billion" and "1.76 billion": one is the other, rounded to the digits that it gives.
bool rounds_to(const Quantity& fine, const Quantity& coarse) {
  if (!fine.value || !coarse.value || fine.unit != coarse.unit || fine.exponent >= coarse.exponent || coarse.digits == 0) return false;
  const Decimal half = Decimal(5).shifted(coarse.exponent - 1);
  return (*fine.value - *coarse.value).abs() <= half;
}

std::chrono::sys_days end_of(const CivilPeriod& period) {
  return period.to() ? period.to()->day_after() : period.from()->first_day();
}

std::chrono::sys_days start_of(const CivilPeriod& period) { return period.from() ? period.from()->first_day() : period.to()->first_day(); }

/// "1992" and "19 February 1992".
bool one_in_other(const CivilPeriod& a, const CivilPeriod& b) {
  if (!a.is_point() || !b.is_point()) return false;
  return (start_of(a) <= start_of(b) && end_of(b) <= end_of(a)) || (start_of(b) <= start_of(a) && end_of(a) <= end_of(b));
}

bool later(const CivilPeriod& before, const CivilPeriod& after) {
  return std::pair(end_of(after), start_of(after)) > std::pair(end_of(before), start_of(before));
}

/// What happens once, on a day that does not move; figures and statuses belong to the time they are given for.
bool dated_event(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::kRelations: case ClaimKind::kMission: case ClaimKind::kMembership: case ClaimKind::kAgreement: case ClaimKind::kVisit:
    case ClaimKind::kDialogue: case ClaimKind::kMilitary: case ClaimKind::kOfficial: case ClaimKind::kStateEvent: case ClaimKind::kDesignation: return true;
    default: return false;
  }
}

}  // namespace

ClaimFeatures features_of(const Claim& claim) {
  ClaimFeatures out;
  out.kind = claim.kind();
  if (claim.subject) out.subject = claim.subject->str();
  if (claim.object) out.object = claim.object->str();
  out.quantity = claim.quantity;
  out.period = claim.period;
  out.modality = claim.modality;
  out.attributed_to = plain(claim.attributed_to);
  read_body(claim.body, out);
  return out;
}

double statement_likeness(const ClaimFeatures& a, const ClaimFeatures& b) {
  if (a.kind != b.kind) return 0;
  double score = 2;
  score += same_actors(a, b) ? 2 : (a.subject == b.subject || a.object == b.object) ? 0.5 : -1;
  const double topic = topic_likeness(a.topic, b.topic);
  if (a.topic.empty() && b.topic.empty()) {
    score += 1;
  } else {
    score += 3 * topic - 1;
  }
  score += a.state == b.state ? 1 : 0;
  if (!a.items.empty() || !b.items.empty()) score += 2 * list_likeness(a.items, b.items);
  if (a.quantity && b.quantity) {
    if (same_figure(*a.quantity, *b.quantity)) score += 1.5;
    if (a.quantity->unit != b.quantity->unit) score -= 1;
  } else if (a.quantity.has_value() != b.quantity.has_value()) {
    score -= 1;
  }
  if (a.period && b.period) {
    if (*a.period == *b.period) score += 1.5;
    else if (one_in_other(*a.period, *b.period)) score += 1;
    else if (dated_event(a.kind)) score -= 0.5;
  }
  return score;
}

StatementChange change_of_statement(const Claim& before_claim, const Claim& after_claim) {
  const ClaimFeatures a = features_of(before_claim);
  const ClaimFeatures b = features_of(after_claim);
  StatementChange out;
  const auto differs = [&](ChangeKind kind, std::string member) {
    out.kind = std::max(out.kind, kind);
    out.members.push_back(std::move(member));
  };
  if (a.modality != b.modality) {
    const bool denied = (a.modality == Modality::kNegated) != (b.modality == Modality::kNegated);
    differs(denied ? ChangeKind::kContradicted : ChangeKind::kUpdated, "modality");
  }
  if (a.attributed_to != b.attributed_to) differs(ChangeKind::kReworded, "attributed_to");
  if (!same_actors(a, b)) differs(ChangeKind::kContradicted, a.subject == b.subject ? "object" : "subject");
  std::ranges::set_difference(b.items, a.items, std::back_inserter(out.items_added));
  std::ranges::set_difference(a.items, b.items, std::back_inserter(out.items_dropped));
  if (!out.items_added.empty() || !out.items_dropped.empty()) {
    differs(out.items_dropped.empty() ? ChangeKind::kWidened : out.items_added.empty() ? ChangeKind::kNarrowed : ChangeKind::kUpdated, "items");
  }
  const bool same_period = a.period == b.period;
  const bool compatible = !same_period && a.period && b.period && one_in_other(*a.period, *b.period);
  const bool moved_on = a.period && b.period && !compatible && later(*a.period, *b.period);
  if (!same_period) {
    if (!a.period || !b.period || compatible) {
      differs(ChangeKind::kReworded, "period");
    } else if (dated_event(a.kind)) {
      differs(ChangeKind::kContradicted, "period");
    } else {
      differs(moved_on ? ChangeKind::kUpdated : ChangeKind::kContradicted, "period");
    }
  }
  if (a.quantity && b.quantity) {
    if (!same_figure(*a.quantity, *b.quantity)) {
      const bool rounded = rounds_to(*a.quantity, *b.quantity) || rounds_to(*b.quantity, *a.quantity);
      const bool hedge_only = a.quantity->value == b.quantity->value && a.quantity->low == b.quantity->low && a.quantity->unit == b.quantity->unit;
      const bool undated = !a.period && !b.period;
      differs(hedge_only || rounded ? ChangeKind::kReworded : moved_on || undated ? ChangeKind::kUpdated : ChangeKind::kContradicted, "value");
    }
  } else if (a.quantity.has_value() != b.quantity.has_value()) {
    differs(ChangeKind::kUpdated, "value");
  }
  if (a.state != b.state) differs(same_period && a.period ? ChangeKind::kContradicted : ChangeKind::kUpdated, "event");
  if (a.topic != b.topic) {
    const bool named = a.kind == ClaimKind::kMembership || topic_likeness(a.topic, b.topic) < 0.6;
    differs(a.kind == ClaimKind::kStance ? ChangeKind::kReworded : named ? ChangeKind::kContradicted : ChangeKind::kReworded, "topic");
  }
  if (out.members.empty() && before_claim.id != after_claim.id) differs(ChangeKind::kReworded, "context");
  return out;
}

}  // namespace paraph

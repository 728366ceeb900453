#include "evidence/gather_evidence.h"

#include <algorithm>

#include "evidence/families.h"
#include "evidence/standing.h"
#include "evidence/shelf_view.h"

namespace paraph {
namespace {

/// Sends each kind to its family; kinds that no table covers gather nothing.
class Gatherer {
 public:
  Gatherer(const Claim& claim, ShelfView& shelf, Evidence& evidence) : claim_(claim), shelf_(shelf), evidence_(evidence) {}

  Result<void> operator()(const Relations& it) { return add_relations(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const Mission& it) { return add_mission(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const Membership& it) { return add_membership(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const Agreement& it) { return add_agreement(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const TradeValue& it) { return add_trade_value(claim_, it.trade, shelf_, evidence_); }
  Result<void> operator()(const TradeChange& it) { return add_trade_change(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const TradeRank& it) { return add_trade_rank(claim_, it.trade, shelf_, evidence_); }
  Result<void> operator()(const TradeShare& it) { return add_trade_share(claim_, it.trade, shelf_, evidence_); }
  Result<void> operator()(const TradeProducts&) { return {}; }
  Result<void> operator()(const InvestmentValue&) { return {}; }
  Result<void> operator()(const InvestmentRank&) { return {}; }
  Result<void> operator()(const AssistanceValue& it) { return add_assistance_value(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const PeopleCount&) { return {}; }
  Result<void> operator()(const Visit& it) { return add_visit(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const Dialogue&) { return {}; }
  Result<void> operator()(const Military&) { return {}; }
  Result<void> operator()(const Indicator& it) { return add_indicator(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const Official& it) { return add_official(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const StateEvent& it) { return add_state_event(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const Designation&) { return {}; }
  Result<void> operator()(const AssistanceRank& it) { return add_assistance_rank(claim_, it, shelf_, evidence_); }
  Result<void> operator()(const Support&) { return {}; }
  Result<void> operator()(const Cooperation&) { return {}; }
  Result<void> operator()(const Threat&) { return {}; }
  Result<void> operator()(const Stance&) { return {}; }

 private:
  const Claim& claim_;
  ShelfView& shelf_;
  Evidence& evidence_;
};

/// What a denial agrees with: "has never recognized" is borne out by the absence of a recognition, not by another date.
Agrees negated(Agrees agrees) {
  switch (agrees) {
    case Agrees::kYes:
    case Agrees::kRounded: return Agrees::kNo;
    case Agrees::kNo: return Agrees::kYes;
    case Agrees::kNear:
    case Agrees::kContext: return agrees;
  }
  return agrees;
}

/// Best first: what agrees before what does not, usual readings before others, small differences before large.
bool better(const EvidenceLine& a, const EvidenceLine& b) {
  if (a.agrees != b.agrees) return a.agrees < b.agrees;
  if (a.usual != b.usual) return a.usual;
  const Decimal difference_a = a.difference_percent ? a.difference_percent->abs() : Decimal(0);
  const Decimal difference_b = b.difference_percent ? b.difference_percent->abs() : Decimal(0);
  if (difference_a != difference_b) return difference_a < difference_b;
  // Of dates the more exact one.
  const auto precision = [](const EvidenceLine& line) {
    return !line.value && line.period && line.period->from() ? line.period->from()->precision : PeriodPrecision::kDay;
  };
  if (precision(a) != precision(b)) return precision(a) < precision(b);
  return a < b;
}

}  // namespace

Result<Evidence> gather_evidence(const Claim& claim, const ObservationSource& shelf, const EvidenceContext& context) {
  Evidence evidence;
  auto view = ShelfView::open(shelf, context);
  if (!view) return std::unexpected(view.error());
  if (auto done = std::visit(Gatherer(claim, *view, evidence), claim.body); !done) return std::unexpected(done.error());
  if (auto done = heed_attribution(claim, *view, evidence); !done) return std::unexpected(done.error());
  forgive_older_vintages(*view, evidence);
  if (claim.modality == Modality::kNegated) {
    for (EvidenceLine& line : evidence.lines) line.agrees = negated(line.agrees);
    for (EvidenceLine& line : evidence.newer) line.agrees = negated(line.agrees);
  }
  std::ranges::sort(evidence.lines, better);
  std::ranges::sort(evidence.newer,
                    [](const EvidenceLine& a, const EvidenceLine& b) { return a.period != b.period ? a.period < b.period : a < b; });
  view->report_left_out(evidence);
  return evidence;
}

}  // namespace paraph

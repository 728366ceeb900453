#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "brief/amounts.h"
#include "brief/brief.h"
#include "brief/wordings.h"
#include "claim/claim.h"
#include "evidence/shelf_view.h"

namespace paraph {

/// What the sources do not settle.
struct Unknown {
  std::string wording;              ///< "unknown" or "disagree".
  std::string subject;              ///< "Direct investment between the two states".
  std::vector<Citation> citations;  ///< Where it was looked for, or what disagrees.
};

/// What every part of a sheet is planned with: the shelf as the day knows it, the wordings, and the two states' names.
class Planner {
 public:
  Planner(ShelfView& rows, const std::vector<Vintage>& held, const Wordings& tables, const BriefRequest& wanted)
      : shelf(rows), vintages(held), wordings(tables), request(wanted) {}

  ShelfView& shelf;
  const std::vector<Vintage>& vintages;  ///< All that the shelf holds.
  const Wordings& wordings;
  const BriefRequest& request;
  std::vector<Unknown> unknown;

  const ActorId& home() const { return request.pair.home; }
  const ActorId& partner() const { return request.pair.partner; }
  const ActorId& other(const ActorId& actor) const { return actor == home() ? partner() : home(); }

  /// "the Gambia", "Kenya"; for organisations as running text has them.
  std::string name(const ActorId& actor) const;
  /// "the Gambia's", "the United States'".
  std::string owner(const ActorId& actor) const;

  /// "$424.6 million", or "US$424.6 million" where the document is not one of the United States.
  WrittenFigure dollars(const Decimal& value) const;

  /// The period was over on the sheet's day.
  bool over(const CivilPeriod& period) const;
  /// The event had begun by the sheet's day; an event without a date had not.
  bool begun(const Fact& fact) const;

  Citation cite(const VintageId& vintage, std::string series, std::string period, std::string rows, std::string command) const;
  Citation cite(const Fact& fact, std::string series, std::string command) const;

  /// Where something was looked for and not found: every vintage of these sources.
  std::vector<Citation> searched(std::initializer_list<std::string_view> sources, std::string_view series, const std::string& command) const;
  void miss(std::string subject, std::vector<Citation> looked) { miss("unknown", std::move(subject), std::move(looked)); }
  void miss(std::string wording, std::string subject, std::vector<Citation> rows) { unknown.push_back({std::move(wording), std::move(subject), std::move(rows)}); }

  CitedSentence say(std::string_view wording, const Slots& slots, std::vector<Claim> claims, std::vector<Citation> citations,
                std::string remark = {}) const;

  /// In both directions, begun by the sheet's day, by date.
  Result<std::vector<Fact>> facts_between(std::string_view kind) const;
};

/// "a", "a and b", "a, b and c".
std::string joined(const std::vector<std::string>& items);

Claim claim_of(ClaimBody body, const ActorId& subject, const ActorId& object, std::optional<CivilPeriod> period = {},
               std::optional<Quantity> quantity = {});

/// Parts of a sheet, in the order of the genre. A part without rows comes back without paragraphs.
Result<Section> plan_relations(Planner& planner);
Result<Section> plan_agreements(Planner& planner);
Result<Section> plan_trade(Planner& planner);
Result<Section> plan_assistance(Planner& planner);
Result<Section> plan_memberships(Planner& planner);
Result<Section> plan_visits(Planner& planner);
Result<Section> plan_figures(Planner& planner);
/// What the parts before it did not find.
Section plan_unknown(const Planner& planner);

}  // namespace paraph

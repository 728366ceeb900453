#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

#include "claim/claim.h"
#include "claim/sentence_frame.h"

namespace paraph {

/// Both sides of a statement, before it becomes one claim for each pair of them.
struct Parties {
  std::vector<ActorId> subjects;
  std::vector<ActorId> objects;
};

/// A date as a claim takes it: resolved, with whose fiscal year it is.
struct ClaimPeriod {
  CivilPeriod period = CivilPeriod::year(1);
  std::optional<ActorId> fiscal_year_of;
  bool implicit = false;
  int unit = -1;  ///< Where it stands; -1 when it comes from the text before.
};

/// One sentence while its claims are put together. Spans of its claims are relative to the sentence until the driver
/// places them in the document.
class Scene {
 public:
  Scene(const SentenceFrame& frame, const Grammar& grammar, const DocumentContext& context);

  const SentenceFrame& frame;
  const Grammar& grammar;
  const DocumentContext& context;
  const EngineWords& w;
  std::vector<Claim> claims;
  std::vector<char> used;  ///< By unit: figures and dates that a claim has taken.

  const Rule& rule(const TriggerMatch& trigger) const { return grammar.rule(trigger.rule); }
  RuleFamily family(const TriggerMatch& trigger) const { return rule(trigger).family; }
  int clause(int unit) const { return frame.units[static_cast<std::size_t>(unit)].clause; }
  int size() const { return static_cast<int>(frame.units.size()); }
  const Unit& unit(int index) const { return frame.units[static_cast<std::size_t>(index)]; }
  bool is_word(int index, WordId word) const;
  bool in_set(int index, WordClass words) const;
  bool is_em_dash(int index) const;
  /// The sentence itself names this actor, not a nominal for it.
  bool names(const ActorId& actor) const;
  const ActorUse* use_at(int unit) const;

  // Who: uses are states and groups; places count only where asked for.
  const ActorUse* owner_before(int unit) const;    ///< "Arnor's … here", "Arnorian … here": possessive close before.
  const ActorUse* subject_before(int unit) const;  ///< The nearest actor before that is no possessor and no complement.
  const ActorUse* any_before(int unit, bool places) const;
  const ActorUse* after(int unit, std::initializer_list<ActorCue> cues, bool places, int reach = 14) const;
  const ActorUse* with_cue(int unit, std::initializer_list<ActorCue> cues, bool places) const;  ///< Same clause, after first, then before.

  /// The date that belongs to the stretch [first, last) of units; figures between count against it.
  std::optional<ClaimPeriod> period_near(int first, int last, const std::optional<ActorId>& fiscal_owner = {}) const;
  /// The date close behind a figure: "(in) 2019", "a year earlier".
  std::optional<ClaimPeriod> period_behind(int figure, const std::optional<ActorId>& fiscal_owner = {}) const;
  /// The day of an event: a date near it, or one that "the same day", "on that date" points back to; "since D" is at D.
  std::optional<ClaimPeriod> event_near(int first, int last) const;
  std::optional<ClaimPeriod> resolve(int unit, const std::optional<ActorId>& fiscal_owner) const;

  /// Adds the claim for units [first, last); notes which of its actors the sentence does not name.
  Claim& add(ClaimBody body, int first, int last, const std::optional<ActorId>& subject, const std::optional<ActorId>& object);
  /// Lets the modality words around a trigger qualify a claim.
  void qualify(Claim& claim, int first, int last) const;
  void set_period(Claim& claim, const std::optional<ClaimPeriod>& period);
  /// "the U.S. Census Bureau" of "According to the U.S. Census Bureau, …"; empty for other words of report.
  std::string attribution(const TriggerMatch& trigger) const;

 private:
  double period_cost(int unit, int first, int last) const;
};

/// Fills a side that is missing with the other member of the pair. With both missing the home state acts where it is the
/// one that speaks; else nobody can tell which way a directed statement points, and both stay empty.
void complete_pair(Parties& parties, const DocumentContext& context);
/// The same for statements that are true either way: with both missing, the pair itself.
void complete_symmetric(Parties& parties, const DocumentContext& context);
/// Removes an actor that stands on both sides where the sides have others, and drops doubles.
void separate(Parties& parties);

void add_implicit(Claim& claim, ClaimMember member);

/// When something happened, from how long it has been so: "open since 1992" happened in 1992.
std::optional<ClaimPeriod> as_event(std::optional<ClaimPeriod> period);

/// One item of an enumeration, units [first, last).
struct ListItem {
  int first = 0;
  int last = 0;
};
/// The items of the enumeration that starts at unit `from`: split at commas, "and", "as well as"; ends with its clause.
std::vector<ListItem> list_items(const Scene& scene, int from);
std::vector<std::string> item_words(const Scene& scene, const std::vector<ListItem>& items);
/// The title around a trigger as written: capitalised words, names and what joins them. Units [first, last).
ListItem title_around(const Scene& scene, int first, int last);
/// States on both sides of a symmetric statement near [first, last): a pair, subject and "with", else the document's pair.
Parties symmetric_parties(const Scene& scene, const TriggerMatch& trigger);

// One verb a family: each reads the triggers of its families in the sentence.
void read_relations(Scene& scene);
void read_missions(Scene& scene);
void read_memberships(Scene& scene);
void read_agreements(Scene& scene);
void read_dialogues(Scene& scene);
void read_visits(Scene& scene);
void read_officials(Scene& scene);
/// Notes whose state a sentence gives, for later sentences that name the person alone.
void learn_persons(const Scene& scene, DocumentContext& context);
void read_state_events(Scene& scene);
void read_figures(Scene& scene);
void read_products(Scene& scene);
void read_tracked(Scene& scene);

}  // namespace paraph

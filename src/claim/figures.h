#pragma once

#include <vector>

#include "claim/scene.h"

namespace paraph {

/// A figure with the trigger that says what it measures.
struct Measured {
  int figure = 0;   ///< Unit of the figure.
  int trigger = 0;  ///< Into SentenceFrame::triggers.
};

/// Gives each figure of the sentence to the nearest trigger that can take it, cheapest first; a figure is used once.
std::vector<Measured> measure_figures(const Scene& scene);
bool accepts_figure(const Rule& rule, UnitKind kind);
/// "$85 million in grants and $45 million": the figure that "and" adds to this one; -1 where there is none.
int next_in_list(const Scene& scene, int figure);
/// No noun follows that says what is counted; with `people`, "people" and "members" do not count as one.
bool stands_alone(const Scene& scene, int figure, bool people);

/// The figure as a claim states it; a currency that only the publisher's country tells makes the unit implicit.
Quantity claim_quantity(const Scene& scene, int unit, bool& unit_implicit);
void set_quantity(const Scene& scene, Claim& claim, int unit);

/// The flow a trade trigger speaks of; total where its rule says none.
Flow flow_of(const Scene& scene, const TriggerMatch& trigger);
/// The trade trigger that a change, share or rank speaks of; null when the sentence has none near. With `trade_only` off,
/// the nearest measured topic of any kind.
const TriggerMatch* nearest_trade(const Scene& scene, const TriggerMatch& to, bool after_first, bool trade_only = true);

/// Who trades with whom: owner, "from", "to", "with", "between", then the section, then the pair.
Parties trade_parties(const Scene& scene, const TriggerMatch& trigger, Flow flow);
/// The same, with what was said before for exports and imports that name nobody.
Parties traders(const Scene& scene, const TriggerMatch& trigger, Flow flow);
/// What is traded, as the words around the trigger narrow it.
TradeScope trade_scope(const Scene& scene, const TriggerMatch& trigger, Flow flow);
/// First and last unit of a claim about a figure: the clause's part from its trigger, owner included, to the figure.
std::pair<int, int> stretch(const Scene& scene, const TriggerMatch& trigger, int figure);

/// Whose population, GDP or inflation: the owner beside the noun, else the section's state, else the partner.
std::optional<ActorId> indicator_subject(const Scene& scene, const TriggerMatch& trigger);

void read_trade_figures(Scene& scene, std::vector<Measured>& measured);
/// "the 16th largest partner", "12% of its exports": places and parts.
void read_ranks(Scene& scene, const std::vector<Measured>& measured);
void read_shares(Scene& scene, const std::vector<Measured>& measured);
void read_flow_figures(Scene& scene, const std::vector<Measured>& measured);
/// Students, visitors, diaspora …: counted people, with those that lean on a count told before.
void read_people(Scene& scene, const std::vector<Measured>& measured);
void read_count_figures(Scene& scene, const std::vector<Measured>& measured);

}  // namespace paraph

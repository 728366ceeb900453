#include "claim/scene.h"

#include <algorithm>

namespace paraph {
namespace {

bool takes_cue(ActorCue cue, std::initializer_list<ActorCue> cues) { return std::ranges::find(cues, cue) != cues.end(); }

bool is_figure(UnitKind kind) { return kind == UnitKind::kMoney || kind == UnitKind::kPercent || kind == UnitKind::kNumber || kind == UnitKind::kMeasure; }

}  // namespace

Scene::Scene(const SentenceFrame& sentence, const Grammar& tables, const DocumentContext& before)
    : frame(sentence), grammar(tables), context(before), w(tables.words()), used(sentence.units.size(), 0) {}

bool Scene::is_word(int index, WordId word) const {
  return index >= 0 && index < size() && unit(index).mention < 0 && unit(index).actor < 0 && unit(index).word == word;
}

bool Scene::in_set(int index, WordClass words) const {
  return index >= 0 && index < size() && unit(index).mention < 0 && unit(index).actor < 0 && grammar.is(words, unit(index).word);
}

bool Scene::is_em_dash(int index) const {
  return index >= 0 && index < size() && unit(index).kind == UnitKind::kSign && frame.annotated->tokens[unit(index).first].shape == TokenShape::kEmDash;
}

bool Scene::names(const ActorId& actor) const {
  return std::ranges::any_of(frame.actors, [&](const ActorUse& use) { return !use.implicit && std::ranges::find(use.actors, actor) != use.actors.end(); });
}

const ActorUse* Scene::use_at(int index) const {
  if (index < 0 || index >= size() || unit(index).actor < 0) return nullptr;
  const ActorUse& use = frame.actors[static_cast<std::size_t>(unit(index).actor)];
  return use.actors.empty() ? nullptr : &use;
}

const ActorUse* Scene::owner_before(int index) const {
  for (int at = index - 1; at >= 0 && index - at <= 9; --at) {
    const Unit& here = unit(at);
    if (const ActorUse* use = use_at(at)) {
      if (use->possessive) return use;
      // "Arnor bilateral trade", "Arnor-Gondor trade": a name right before the noun owns it.
      return index - at == 1 && use->cue == ActorCue::kPlain ? use : nullptr;
    }
    if (is_figure(here.kind)) return nullptr;
    if (here.kind == UnitKind::kSign && !is_word(at, w.apostrophe) && !is_word(at, w.dash) && !is_word(at, w.comma) && !is_word(at, w.quote)) return nullptr;
    if (in_set(at, WordClass::kVerbs) || in_set(at, WordClass::kPreposition)) return nullptr;
  }
  return nullptr;
}

const ActorUse* Scene::subject_before(int index) const {
  const ActorUse* fallback = nullptr;
  for (int at = index - 1; at >= 0; --at) {
    const ActorUse* use = use_at(at);
    if (use == nullptr || use->form == NameForm::kPlace) continue;
    const bool other_clause = clause(at) != clause(std::min(index, size() - 1));
    if (use->cue == ActorCue::kPlain && !(use->possessive && use->form != NameForm::kAgency)) {
      if (other_clause && fallback != nullptr) return fallback;
      return use;
    }
    if (use->possessive && fallback == nullptr && use->cue == ActorCue::kPlain) fallback = use;
    if (use->cue == ActorCue::kOf && fallback == nullptr) fallback = use;
    if (other_clause && fallback != nullptr) return fallback;
  }
  return fallback;
}

const ActorUse* Scene::any_before(int index, bool places) const {
  for (int at = index - 1; at >= 0; --at) {
    const ActorUse* use = use_at(at);
    if (use != nullptr && (places || !use->place)) return use;
  }
  return nullptr;
}

const ActorUse* Scene::after(int index, std::initializer_list<ActorCue> cues, bool places, int reach) const {
  for (int at = index; at < size() && at < index + reach; ++at) {
    if (clause(at) != clause(std::min(index, size() - 1)) && at > index) return nullptr;
    const ActorUse* use = use_at(at);
    // "relations with Minas Tirith": a capital stands for its state where nobody could be meant but a state.
    const bool government = use != nullptr && use->form == NameForm::kCapital && use->cue == ActorCue::kWith;
    if (use != nullptr && (places || !use->place || government) && takes_cue(use->cue, cues)) return use;
  }
  return nullptr;
}

const ActorUse* Scene::with_cue(int index, std::initializer_list<ActorCue> cues, bool places) const {
  if (const ActorUse* found = after(index, cues, places, 40)) return found;
  for (int at = index - 1; at >= 0 && clause(at) == clause(std::min(index, size() - 1)); --at) {
    const ActorUse* use = use_at(at);
    if (use != nullptr && (places || !use->place) && takes_cue(use->cue, cues)) return use;
  }
  return nullptr;
}

std::optional<ClaimPeriod> Scene::resolve(int index, const std::optional<ActorId>& fiscal_owner) const {
  const PeriodMention& mention = frame.period(index);
  ClaimPeriod found{.period = mention.period, .fiscal_year_of = {}, .implicit = false, .unit = index};
  const auto bounded = [&](CivilPeriod period) {
    if (!period.from() || !period.to()) return period;
    if (mention.bound == PeriodBound::kSince) return CivilPeriod::since(*period.from());
    if (mention.bound == PeriodBound::kUntil) return CivilPeriod::until(*period.to());
    return period;
  };
  switch (mention.anchor) {
    case PeriodAnchor::kNone: break;
    case PeriodAnchor::kPublished:
    case PeriodAnchor::kPrevious: {
      std::optional<CivilPeriod> anchor = mention.anchor == PeriodAnchor::kPublished ? context.published : context.last_period;
      std::optional<ActorId> owner = context.last_fiscal_owner;
      if (mention.anchor == PeriodAnchor::kPrevious) {  // the date before it in this sentence says which year "that year" is
        for (int at = index - 1; at >= 0; --at) {
          if (unit(at).kind != UnitKind::kPeriod || frame.period(at).anchor != PeriodAnchor::kNone) continue;
          if (const auto before = resolve(at, fiscal_owner)) anchor = before->period, owner = before->fiscal_year_of;
          break;
        }
      }
      if (!anchor) return std::nullopt;
      const auto& end = anchor->to() ? anchor->to() : anchor->from();
      const int year = end->year + mention.offset_years;
      found.period = anchor->fiscal() ? CivilPeriod::fiscal_year(year) : bounded(CivilPeriod::year(year));
      if (anchor->fiscal()) found.fiscal_year_of = owner;
      found.implicit = true;
      return found;
    }
    case PeriodAnchor::kMonthOfYear: {
      std::optional<int> year;
      for (int at = index - 1; at >= 0 && !year; --at) {
        if (unit(at).kind == UnitKind::kPeriod && frame.period(at).anchor == PeriodAnchor::kNone && frame.period(at).period.from())
          year = frame.period(at).period.from()->year;
      }
      for (int at = index + 1; at < size() && !year; ++at) {
        if (unit(at).kind == UnitKind::kPeriod && frame.period(at).anchor == PeriodAnchor::kNone && frame.period(at).period.from())
          year = frame.period(at).period.from()->year;
      }
      if (!year && context.heading_period && context.heading_period->single_year()) year = context.heading_period->single_year();
      if (!year && context.last_period) year = context.last_period->to() ? context.last_period->to()->year : context.last_period->from()->year;
      if (!year && context.published) year = context.published->from()->year;
      if (!year) return std::nullopt;
      const auto dated = [&](CivilPoint point) { return point.year = *year, point; };
      if (mention.period.from() && mention.period.to())
        found.period = CivilPeriod::between(dated(*mention.period.from()), dated(*mention.period.to()));
      else if (mention.period.from())
        found.period = CivilPeriod::since(dated(*mention.period.from()));
      else if (mention.period.to())
        found.period = CivilPeriod::until(dated(*mention.period.to()));
      found.implicit = true;
      return found;
    }
  }
  // "2020-2021" in the text of a publisher whose fiscal year straddles: one fiscal year.
  const Unit& place = unit(index);
  const auto& tokens = frame.annotated->tokens;
  const bool dashed = place.last - place.first == 3 && tokens[place.first + 1U].shape == TokenShape::kDash;
  const bool consecutive = mention.period.from() && mention.period.to() && mention.period.to()->year == mention.period.from()->year + 1 &&
                           mention.period.from()->month == 0 && (dashed || mention.fiscal);
  if (mention.split_year || mention.fiscal || consecutive) {
    const std::optional<ActorId> owner = fiscal_owner ? fiscal_owner : context.pair ? std::optional(context.pair->home) : std::nullopt;
    const auto rule = owner ? context.lexicon->units().fiscal_year(*owner) : std::nullopt;
    const bool calendar = !rule || (rule->start_month == 1 && rule->start_day == 1);
    if ((mention.split_year || consecutive) && (mention.fiscal || !calendar) && mention.period.from() && mention.period.to()) {
      const bool by_end = !rule || rule->named_by_end;
      found.period = CivilPeriod::fiscal_year(by_end ? mention.period.to()->year : mention.period.from()->year);
    }
    if (found.period.fiscal()) found.fiscal_year_of = owner;
  }
  return found;
}

double Scene::period_cost(int at, int first, int last) const {
  if (at == first - 2 && is_word(first - 1, w.open)) return 0;  // "since 2019 ($4 billion)"
  double cost = at >= last ? at - last : (first - at - 1) * 1.2 + 1.5;
  const int from = at >= last ? last : at + 1;
  const int to = at >= last ? at : first;
  for (int between = from; between < to; ++between) {
    if (is_figure(unit(between).kind)) cost += frame.period(at).anchor == PeriodAnchor::kPrevious ? 30 : 3;
    if (unit(between).kind == UnitKind::kPeriod) cost += 1;
  }
  // "more than in 2009", "compared with 2020": the year that a figure is held against.
  for (int back = at - 1; back >= 0 && at - back <= 6; --back) {
    if (is_figure(unit(back).kind) || unit(back).kind == UnitKind::kPeriod || use_at(back) != nullptr || is_word(back, w.comma)) break;
    const bool relative = frame.period(at).anchor == PeriodAnchor::kPrevious && (is_word(back, w.from) || is_word(back, w.over) || is_word(back, w.on));
    if (relative || in_set(back, WordClass::kComparison)) {
      cost += 30;
      break;
    }
  }
  const int clauses = std::abs(clause(at) - clause(at >= last ? last - 1 : first));
  cost += 7.0 * clauses;
  if (at < first && at > 3) {  // "…, agreed in 2012, was held": closed off before the verb
    for (int between = at + 1; between < first; ++between) {
      if (!is_word(between, w.comma)) continue;
      cost += 3;
      break;
    }
  }
  if (at <= 2 && at < first) cost = std::min(cost, 7.0 + 3.0 * clauses);
  if (frame.period(at).bound == PeriodBound::kUntil && at < first) cost += 3;
  return cost;
}

std::optional<ClaimPeriod> Scene::period_near(int first, int last, const std::optional<ActorId>& fiscal_owner) const {
  int best = -1;
  double lowest = 32;
  for (int at = 0; at < size(); ++at) {
    if (unit(at).kind != UnitKind::kPeriod) continue;
    if (at > 0 && is_word(at - 1, w.constant)) continue;  // "in constant 2015 dollars": of the prices.
    if (const double cost = period_cost(at, first, last); cost < lowest) lowest = cost, best = at;
  }
  if (best < 0) return std::nullopt;
  return resolve(best, fiscal_owner);
}

std::optional<ClaimPeriod> Scene::period_behind(int figure, const std::optional<ActorId>& fiscal_owner) const {
  for (int at = figure + 1; at < size() && at <= figure + 4; ++at) {
    if (unit(at).kind == UnitKind::kPeriod) return resolve(at, fiscal_owner);
    if (is_figure(unit(at).kind) || is_word(at, w.comma) || is_word(at, w.to)) return std::nullopt;
  }
  return std::nullopt;
}

Claim& Scene::add(ClaimBody body, int first, int last, const std::optional<ActorId>& subject, const std::optional<ActorId>& object) {
  Claim claim;
  claim.body = std::move(body);
  claim.subject = subject;
  claim.object = object;
  claim.span = frame.text_span(std::max(0, first), std::min(last, size()));
  if (subject && !names(*subject) && context.lexicon->gazetteer().is_state(*subject)) add_implicit(claim, ClaimMember::kSubject);
  if (object && !names(*object) && context.lexicon->gazetteer().is_state(*object)) add_implicit(claim, ClaimMember::kObject);
  qualify(claim, first, last);
  claims.push_back(std::move(claim));
  return claims.back();
}

void Scene::qualify(Claim& claim, int first, int last) const {
  for (const TriggerMatch& trigger : frame.triggers) {
    const Rule& said = rule(trigger);
    if (said.family != RuleFamily::kModality || said.event < 0) continue;
    const auto modality = static_cast<Modality>(said.event);
    const bool before = trigger.last <= last && clause(trigger.first) == clause(std::min(first, size() - 1));
    const bool close = modality == Modality::kNegated ? trigger.first >= first - 6 && before : before;
    if (modality == Modality::kReported) {
      if (claim.modality == Modality::kAsserted) claim.modality = Modality::kReported;
      if (claim.attributed_to.empty()) claim.attributed_to = attribution(trigger);
    } else if (close) {
      claim.modality = modality;
    }
  }
}

std::string Scene::attribution(const TriggerMatch& trigger) const {
  constexpr int kLongest = 16;
  if (!is_word(trigger.first, w.according) || !is_word(trigger.last - 1, w.to)) return {};
  int end = trigger.last;
  while (end < size() && !is_word(end, w.comma) && !is_word(end, w.semicolon) && !is_word(end, w.open) && !is_word(end, w.period)) ++end;
  if (end == trigger.last || end - trigger.last > kLongest) return {};
  return std::string(frame.words(trigger.last, end));
}

void Scene::set_period(Claim& claim, const std::optional<ClaimPeriod>& period) {
  if (!period) return;
  claim.period = period->period;
  claim.fiscal_year_of = period->fiscal_year_of;
  if (period->implicit) add_implicit(claim, ClaimMember::kPeriod);
  if (period->unit >= 0) used[static_cast<std::size_t>(period->unit)] = 1;
}

void complete_pair(Parties& parties, const DocumentContext& context) {
  if (!context.pair) return;
  if (context.home_speaks && parties.subjects.empty() && parties.objects.empty()) {
    parties.subjects = {context.pair->home};
    parties.objects = {context.pair->partner};
  } else if (parties.subjects.empty() && parties.objects.size() == 1) {
    if (const auto other = context.other(parties.objects.front())) parties.subjects = {*other};
  } else if (parties.objects.empty() && parties.subjects.size() == 1) {
    if (const auto other = context.other(parties.subjects.front())) parties.objects = {*other};
  } else if (parties.objects.empty() && parties.subjects.size() == 2) {
    parties.objects = {parties.subjects.back()};
    parties.subjects.pop_back();
  } else if (parties.subjects.empty() && parties.objects.size() == 2) {
    parties.subjects = {parties.objects.front()};
    parties.objects.erase(parties.objects.begin());
  }
}

void complete_symmetric(Parties& parties, const DocumentContext& context) {
  if (context.pair && parties.subjects.empty() && parties.objects.empty()) {
    parties.subjects = {context.pair->home};
    parties.objects = {context.pair->partner};
  } else {
    complete_pair(parties, context);
  }
}

void separate(Parties& parties) {
  const auto unique = [](std::vector<ActorId>& actors) {
    std::vector<ActorId> kept;
    for (const ActorId& actor : actors) {
      if (std::ranges::find(kept, actor) == kept.end()) kept.push_back(actor);
    }
    actors = std::move(kept);
  };
  unique(parties.subjects);
  unique(parties.objects);
  if (parties.subjects.size() > 1) {
    std::erase_if(parties.subjects, [&](const ActorId& actor) { return parties.subjects.size() > 1 && std::ranges::find(parties.objects, actor) != parties.objects.end(); });
  }
  std::erase_if(parties.objects, [&](const ActorId& actor) { return parties.subjects.size() == 1 && parties.subjects.front() == actor; });
}

std::optional<ClaimPeriod> as_event(std::optional<ClaimPeriod> period) {
  if (period && period->period.from() && !period->period.to() && !period->period.fiscal()) period->period = CivilPeriod::at(*period->period.from());
  return period;
}

void add_implicit(Claim& claim, ClaimMember member) {
  if (std::ranges::find(claim.implicit, member) != claim.implicit.end()) return;
  claim.implicit.insert(std::ranges::upper_bound(claim.implicit, member), member);
}

}  // namespace paraph

#include <cstdlib>

#include "claim/scene.h"

namespace paraph {
namespace {

/// "the same day", "that date": the noun's place; -1 where nothing points back from near [first, last).
int day_pointed_back(const Scene& scene, int first, int last) {
  int best = -1;
  int lowest = 24;
  for (int at = 1; at < scene.size(); ++at) {
    if (!scene.is_word(at, scene.w.day) && !scene.is_word(at, scene.w.date)) continue;
    if (!scene.is_word(at - 1, scene.w.same) && !scene.is_word(at - 1, scene.w.that)) continue;
    int cost = at >= last ? at - last : first - at;
    cost += 7 * std::abs(scene.clause(at) - scene.clause(first));
    if (at <= 3 && at < first) cost = std::min(cost, 7);
    if (cost < lowest) lowest = cost, best = at;
  }
  return best;
}

/// The only date that the sentence gives; -1 where it gives none or several.
int only_period(const Scene& scene) {
  int found = -1;
  for (int at = 0; at < scene.size(); ++at) {
    if (scene.unit(at).kind != UnitKind::kPeriod) continue;
    if (found >= 0) return -1;
    found = at;
  }
  return found;
}

bool is_day(const CivilPeriod& period) { return period.is_point() && period.from()->day != 0; }

}  // namespace

std::optional<ClaimPeriod> Scene::event_near(int first, int last) const {
  auto period = as_event(period_near(first, last));
  if (!period) {
    if (const int only = only_period(*this); only >= last && frame.period(only).anchor == PeriodAnchor::kNone) period = as_event(resolve(only, {}));
  }
  const int pointer = day_pointed_back(*this, first, last);
  if (pointer < 0) return period;
  const auto distance = [&](int at) { return at >= last ? at - last : first - at; };
  if (period && period->unit >= 0 && distance(period->unit) <= distance(pointer)) return period;
  for (int at = pointer - 1; at >= 0; --at) {
    if (unit(at).kind != UnitKind::kPeriod) continue;
    if (auto named = resolve(at, {}); named && is_day(named->period)) return named;
  }
  if (!context.last_day) return period;
  return ClaimPeriod{.period = *context.last_day, .fiscal_year_of = {}, .implicit = true, .unit = -1};
}

}  // namespace paraph

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

bool is_day(const CivilPeriod& period) { return period.is_point() && period.from()->day != 0; }

}  // namespace

std::optional<ClaimPeriod> Scene::event_near(int first, int last) const {
  auto period = as_event(period_near(first, last));
  const int pointer = day_pointed_back(*this, first, last);
  if (pointer < 0) return period;
  const auto distance = [&](int at) { return at >= last ? at - last : first - at; };
  if (period && period->unit >= 0 && distance(period->unit) <= distance(pointer)) return period;
  for (int at = pointer - 1; at >= 0; --at) {
    if (unit(at).kind != UnitKind::kPeriod) continue;
    if (auto named = resolve(at, {}); named && is_day(named->period)) return named;
  }
  if (!context.last_period || !is_day(*context.last_period)) return period;
  return ClaimPeriod{.period = *context.last_period, .fiscal_year_of = {}, .implicit = true, .unit = -1};
}

}  // namespace paraph

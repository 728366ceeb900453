#include "claim/in_order.h"

#include <algorithm>

namespace paraph {
namespace {

bool says_respectively(const Scene& scene) {
  for (int at = 0; at < scene.size(); ++at) {
    if (scene.in_set(at, WordClass::kRespectively)) return true;
  }
  return false;
}

/// Only commas, "and" and hedges between units `from` and `to`, exclusive; "and" or a comma among them.
bool joined(const Scene& scene, int from, int to) {
  bool joint = false;
  for (int at = from + 1; at < to; ++at) {
    const bool sign = scene.is_word(at, scene.w.and_) || scene.is_word(at, scene.w.comma) || scene.is_word(at, scene.w.ampersand);
    if (!sign && !scene.in_set(at, WordClass::kHedge) && !scene.is_word(at, scene.w.in) && !scene.is_word(at, scene.w.of) && !scene.is_word(at, scene.w.to)) return false;
    joint = joint || sign;
  }
  return joint;
}

/// The row of units of one kind around `unit`.
std::vector<int> row_around(const Scene& scene, int unit) {
  std::vector<int> row{unit};
  const UnitKind kind = scene.unit(unit).kind;
  for (int at = unit + 1; at < scene.size() && at - row.back() <= 6; ++at) {
    if (scene.unit(at).kind != kind) continue;
    if (!joined(scene, row.back(), at)) break;
    row.push_back(at);
  }
  for (int at = unit - 1; at >= 0 && row.front() - at <= 6; --at) {
    if (scene.unit(at).kind != kind) continue;
    if (!joined(scene, at, row.front())) break;
    row.insert(row.begin(), at);
  }
  return row;
}

bool two_way(const Scene& scene, const TriggerMatch& trigger) {
  if (scene.family(trigger) != RuleFamily::kTrade) return false;
  const Flow flow = flow_of(scene, trigger);
  return flow == Flow::kExports || flow == Flow::kImports;
}

/// "exports to and imports from", "exports and imports": nothing but joints and actors between.
bool coordinated(const Scene& scene, const TriggerMatch& a, const TriggerMatch& b) {
  bool conjunction = false;
  for (int at = a.last; at < b.first; ++at) {
    if (scene.is_word(at, scene.w.and_) || scene.is_word(at, scene.w.ampersand) || scene.is_word(at, scene.w.slash)) conjunction = true;
    else if (scene.use_at(at) == nullptr && !scene.in_set(at, WordClass::kPreposition) && !scene.is_word(at, scene.w.the) && !scene.is_word(at, scene.w.possessive)) return false;
  }
  return conjunction;
}

}  // namespace

std::vector<Measured> measure_in_order(const Scene& scene) {
  std::vector<Measured> paired;
  const auto& triggers = scene.frame.triggers;
  for (std::size_t t = 0; t + 1 < triggers.size(); ++t) {
    if (!two_way(scene, triggers[t]) || !two_way(scene, triggers[t + 1]) || flow_of(scene, triggers[t]) == flow_of(scene, triggers[t + 1])) continue;
    if (!coordinated(scene, triggers[t], triggers[t + 1])) continue;
    for (int at = triggers[t + 1].last; at < scene.size(); ++at) {
      if (scene.clause(at) != scene.clause(triggers[t].first)) break;
      if (scene.unit(at).kind != UnitKind::kMoney) continue;
      const std::vector<int> row = row_around(scene, at);
      if (row.size() == 2 && row.front() == at) {
        paired.push_back({row[0], static_cast<int>(t)});
        paired.push_back({row[1], static_cast<int>(t) + 1});
      }
      break;
    }
  }
  return paired;
}

std::optional<RowPlace> row_place(const Scene& scene, int figure) {
  if (!says_respectively(scene)) return std::nullopt;
  const std::vector<int> row = row_around(scene, figure);
  if (row.size() < 2) return std::nullopt;
  return RowPlace{static_cast<int>(std::ranges::find(row, figure) - row.begin()), static_cast<int>(row.size())};
}

std::optional<int> period_in_order(const Scene& scene, int figure) {
  const auto place = row_place(scene, figure);
  if (!place) return std::nullopt;
  for (int at = 0; at < scene.size(); ++at) {
    if (scene.unit(at).kind != UnitKind::kPeriod) continue;
    const std::vector<int> row = row_around(scene, at);
    if (static_cast<int>(row.size()) == place->size) return row[static_cast<std::size_t>(place->index)];
    at = row.back();
  }
  return std::nullopt;
}

}  // namespace paraph

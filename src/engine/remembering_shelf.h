#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "reference/observation_source.h"

namespace paraph {

/// A shelf that keeps the answers given last: a sheet and its audit ask the same questions, and sheets of one state ask
/// for the same tables of partners. Bounded; for one thread. The shelf must outlive it.
class RememberingShelf final : public ObservationSource {
 public:
  explicit RememberingShelf(const ObservationSource& shelf) : shelf_(&shelf) {}

  Result<std::vector<Observation>> observations(const ObservationQuery& query) const override;
  Result<std::vector<Fact>> facts(const FactQuery& query) const override;
  Result<std::vector<Source>> sources() const override;
  Result<std::vector<Vintage>> vintages() const override;

 private:
  const ObservationSource* shelf_;
  mutable std::unordered_map<std::string, std::vector<Observation>> pairs_;   ///< Of two actors: many, each asked for a few times.
  mutable std::unordered_map<std::string, std::vector<Observation>> tables_;  ///< Of one actor and all its partners.
  mutable std::unordered_map<std::string, std::vector<Fact>> facts_;
  mutable std::optional<std::vector<Source>> sources_;
  mutable std::optional<std::vector<Vintage>> vintages_;
};

}  // namespace paraph

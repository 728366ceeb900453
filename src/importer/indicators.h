#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "lexicon/table.h"

namespace paraph {

/// What an indicator's code stands for among the measures of the shelf.
struct Indicator {
  std::string measure;
  std::string unit;
  std::string basis;
  std::string coverage;
  std::string price_basis;
};

/// data/measures/indicators.tsv: the codes of series that are one of the shelf's measures.
class Indicators {
 public:
  /// First of all.
  Result<void> load(const TableFiles& tables);
  const Indicator* find(const std::string& code) const;

 private:
  std::unordered_map<std::string, Indicator> by_code_;
};

}  // namespace paraph

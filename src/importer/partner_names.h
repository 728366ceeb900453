#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lexicon/table.h"
#include "reference/observation.h"

namespace paraph {

/// What a code or name of a publisher stands for.
struct PartnerName {
  std::string actor;  ///< Empty for aggregates and residuals.
  RowClass row_class = RowClass::kCountry;
  int from = 0;  ///< First year of this meaning, 0 when open.
  int to = 0;    ///< Last year, 0 when open.
};

/// One publisher's codes or names, resolved by the explicit table data/names/<scheme>.tsv: what does not stand there is unknown.
class PartnerNames {
 public:
  /// Fails with file:line for a class that is none.
  static Result<PartnerNames> load(const TableFiles& tables, std::string_view scheme);

  /// What `name` means in `year` (0: whatever it means first); nullptr when the table does not say.
  const PartnerName* find(std::string_view name, int year) const;
  /// Why data/names/ignored.tsv leaves `name` out; empty when it does not.
  std::string_view reason_left_out(std::string_view name) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::vector<PartnerName>, Hash, std::equal_to<>> meanings_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> left_out_;
};

}  // namespace paraph

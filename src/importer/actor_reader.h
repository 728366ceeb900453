#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "importer/country_codes.h"
#include "importer/importer.h"
#include "importer/mapping.h"
#include "importer/partner_names.h"

namespace paraph {

/// What a cell that names a partner or reporter means.
struct ActorMeaning {
  enum class Kind : std::uint8_t { kActor, kLeftOut, kUnknown };
  Kind kind = Kind::kUnknown;
  std::string actor;  ///< Empty for aggregates and residuals; "W00" for the world.
  RowClass row_class = RowClass::kCountry;
  std::string_view reason;  ///< Why such rows are left out.
  bool dated = false;       ///< May mean something else in another year.
};

/// Reads codes and names of actors: the mapping's own rows first, then lists of data/names, ISO codes and the gazetteer's names.
class ActorReader {
 public:
  /// Fails where a list that `mapping` names cannot be read.
  static Result<ActorReader> load(const ImportContext& context, const TableMapping& mapping);

  /// `year` 0: not known.
  ActorMeaning read(std::string_view text, const ActorColumn& column, int year) const;
  const CountryCodes& countries() const { return countries_; }

 private:
  CountryCodes countries_;
  std::map<std::string, PartnerNames, std::less<>> lists_;
  std::map<std::string, NamedRow, std::less<>> rows_;
};

}  // namespace paraph

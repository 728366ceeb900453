#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "lexicon/table.h"

namespace paraph {

/// States and territories by their ISO 3166-1 codes and by the gazetteer's names: exactly as written there, case and spaces aside.
/// Nothing like a likeness: what is not there is unknown, and a name of two states is neither.
class CountryCodes {
 public:
  static Result<CountryCodes> load(const TableFiles& tables);

  /// The actor, or nullptr. Case does not count; numbers may lack their leading zeros.
  const std::string* by_alpha2(std::string_view code) const;
  const std::string* by_alpha3(std::string_view code) const;
  const std::string* by_number(std::string_view code) const;
  const std::string* by_name(std::string_view name) const;
  /// By whichever code it can be.
  const std::string* by_code(std::string_view code) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Index = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;
  static const std::string* find(const Index& index, std::string_view key);

  Index alpha2_;
  Index alpha3_;
  Index numbers_;
  Index names_;
};

/// Lower case (ASCII), single spaces, none at the ends: how names are compared.
std::string folded_name(std::string_view name);

}  // namespace paraph

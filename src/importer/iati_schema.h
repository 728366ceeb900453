#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lexicon/table.h"

namespace paraph {

/// What an attribute or a text must be, as XML Schema names it.
enum class IatiValue : std::uint8_t { kString, kDecimal, kInteger, kPositiveInteger, kBoolean, kDate, kDateTime };

bool is_iati_value(std::string_view text, IatiValue kind);
std::string_view iati_value_words(IatiValue kind);

struct IatiType;

struct IatiChild {
  std::string name;
  std::size_t type = 0;  ///< Index of its IatiType.
  int least = 0;
  int most = 0;  ///< 0 when unbounded.
};

struct IatiAttribute {
  std::string name;
  IatiValue kind = IatiValue::kString;
  bool required = false;
};

/// What may stand in an element: children in this order, attributes, or text.
struct IatiType {
  std::vector<IatiChild> children;
  std::vector<IatiAttribute> attributes;
  std::optional<IatiValue> text;
};

/// The elements of IATI 2.03 under one root, from data/iati/elements.tsv.
class IatiSchema {
 public:
  static Result<IatiSchema> load(const TableFiles& tables, std::string_view root);

  const IatiType& type(std::size_t index) const { return types_[index]; }
  std::size_t root() const { return root_; }

 private:
  std::vector<IatiType> types_;
  std::size_t root_ = 0;
};

}  // namespace paraph

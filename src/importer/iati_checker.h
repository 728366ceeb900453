#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importer/iati_schema.h"
#include "importer/xml_stream.h"

namespace paraph {

/// One thing that stands against the standard. Views until the next event.
struct IatiFault {
  std::string_view column;  ///< The element or attribute.
  std::string_view found;
  std::string_view expected;
};

/// Follows a file element by element and says where it is not as the standard prescribes. Elements and attributes of other
/// namespaces may stand anywhere, and are not looked into.
class IatiChecker {
 public:
  explicit IatiChecker(const IatiSchema& schema) : schema_(schema) {}

  /// Faults of this event; the vector holds until the next.
  const std::vector<IatiFault>& begin(std::string_view name, const XmlAttributes& attributes);
  const std::vector<IatiFault>& end(std::string_view name);
  void text(std::string_view piece);

 private:
  struct Frame {
    std::size_t type = 0;
    bool foreign = false;
    std::size_t child = 0;  ///< The child that is being counted.
    int count = 0;
    std::string text;
  };

  void fault(std::string_view column, std::string found, std::string expected);
  void enter_child(Frame& parent, std::string_view name, Frame& frame);
  void check_attributes(const IatiType& type, std::string_view element, const XmlAttributes& attributes);
  void leave_child(const Frame& parent);

  const IatiSchema& schema_;
  std::vector<Frame> frames_;
  std::vector<IatiFault> faults_;
  std::vector<std::string> texts_;  ///< What the faults' views look at.
  std::string name_;
};

}  // namespace paraph

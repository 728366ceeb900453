#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "importer/byte_source.h"

namespace paraph {

/// The attributes of one element, as expat gives them: names as written, prefix and all.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}

  /// By its name without prefix; empty when it is not there.
  std::optional<std::string_view> find(std::string_view local_name) const;
  /// The same, an absent one as empty text.
  std::string_view text(std::string_view local_name) const { return find(local_name).value_or(std::string_view()); }

  /// Calls `use(name, value)` for each, names as written.
  template <typename Use>
  void each(Use use) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) use(std::string_view(pair[0]), std::string_view(pair[1]));
  }

 private:
  const char** pairs_;
};

/// "Obs" of "generic:Obs". Namespaces are not resolved: the formats here never give one local name two meanings.
std::string_view local_part(std::string_view name);

/// What an XML file says, element by element. Views until the call returns.
class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  virtual Result<void> begin(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual Result<void> end(std::string_view name) = 0;
  /// Pieces of text: one run may come in several.
  virtual void text(std::string_view piece) = 0;
};

/// Where the reading stands.
struct XmlPlace {
  std::uint64_t line = 1;
  std::uint64_t bytes = 0;
};

inline constexpr int kDeepestXml = 100;

/// Parses XML that comes in pieces. Refuses document type declarations (and so entities), more than kDeepestXml levels and a token
/// beyond 16 MB; those, what is not well-formed and an early end fail naming file and line.
class XmlParser {
 public:
  /// All must outlive it. `place` follows the reading.
  XmlParser(std::string name, XmlEvents& events, XmlPlace& place);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  /// An empty piece is the end. The events' own failure ends the reading and is its result.
  Result<void> feed(std::string_view piece);

 private:
  struct Parse;
  std::unique_ptr<Parse> parse_;
};

/// Reads a whole XML file block by block: memory does not grow with it.
Result<void> read_xml(const ByteSource& file, XmlEvents& events, XmlPlace& place);

}  // namespace paraph

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "importer/byte_source.h"

namespace paraph {

/// What a JSON file says, event by event. Numbers come as they are written. Views until the call returns.
class JsonEvents {
 public:
  virtual ~JsonEvents() = default;
  virtual Result<void> begin_object() = 0;
  virtual Result<void> end_object() = 0;
  virtual Result<void> begin_array() = 0;
  virtual Result<void> end_array() = 0;
  virtual Result<void> key(std::string_view name) = 0;
  virtual Result<void> text(std::string_view value) = 0;
  virtual Result<void> number(std::string_view written) = 0;
  virtual Result<void> boolean(bool value) = 0;
  virtual Result<void> null() = 0;
};

/// Where the reading stands.
struct JsonPlace {
  std::uint64_t line = 1;
  std::uint64_t bytes = 0;
};

inline constexpr int kDeepestJson = 64;

/// Reads one JSON value, or, with `lines`, any number of them one behind the other. Block by block: memory does not grow with
/// the file. Fails, naming file and line, for what is no JSON, nests deeper than kDeepestJson, or holds a text beyond 16 MB;
/// and with the events' own failure. `place` follows the reading.
Result<void> read_json(const ByteSource& file, bool lines, JsonEvents& events, JsonPlace& place);

}  // namespace paraph

#include "http/document_request.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace paraph {
namespace {

constexpr std::array<std::string_view, 7> kMembers = {"text", "url", "name", "format", "pair", "now", "as_of"};

/// Takes one flat object of known text members and stops the reader at anything else.
class Members {
 public:
  bool Null() { return wrong("null"); }
  bool Bool(bool) { return wrong("true or false"); }
  bool Int(int) { return wrong("a number"); }
  bool Uint(unsigned) { return wrong("a number"); }
  bool Int64(std::int64_t) { return wrong("a number"); }
  bool Uint64(std::uint64_t) { return wrong("a number"); }
  bool Double(double) { return wrong("a number"); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return wrong("a number"); }
  bool StartArray() { return wrong("an array"); }
  bool EndArray(rapidjson::SizeType) { return false; }
  bool EndObject(rapidjson::SizeType) { return true; }

  bool StartObject() {
    if (open_) return wrong("an object");
    open_ = true;
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    key_.assign(text, size);
    if (std::ranges::find(kMembers, key_) == kMembers.end()) {
      trouble = "has a member that is not read here; text, url, name, format, pair, now and as_of are";
      return false;
    }
    if (members.contains(key_)) {
      trouble = fmt::format("has the member \"{}\" twice", key_);
      return false;
    }
    return true;
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (!open_) return wrong("text");
    members[key_] = std::string(text, size);
    return true;
  }

  DocumentRequest members;
  std::string trouble;

 private:
  bool wrong(std::string_view what) {
    trouble = open_ ? fmt::format("has {} where text is wanted, in the member \"{}\"", what, key_) : fmt::format("is {}, not an object", what);
    return false;
  }

  bool open_ = false;
  std::string key_;
};

}  // namespace

Result<DocumentRequest> read_document_request(std::string_view json) {
  Members members;
  rapidjson::Reader reader;
  rapidjson::MemoryStream bytes(json.data(), json.size());
  const auto parsed = reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(bytes, members);
  if (!members.trouble.empty()) return fail(ErrorCode::kMalformed, "the body " + members.trouble);
  if (!parsed) return fail(ErrorCode::kMalformed, fmt::format("the body is no JSON at byte {}: {}", parsed.Offset(), rapidjson::GetParseError_En(parsed.Code())));
  return std::move(members.members);
}

}  // namespace paraph

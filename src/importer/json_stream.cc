#include "importer/json_stream.h"

#include <optional>
#include <utility>

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

namespace paraph {
namespace {

constexpr std::uint64_t kLongestToken = std::uint64_t{16} << 20;
constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag |
                            rapidjson::kParseStopWhenDoneFlag;

/// A file as RapidJSON's input stream: bytes are taken block by block, 0 is the end.
class Stream {
 public:
  using Ch = char;

  Stream(const ByteSource& file, JsonPlace& place) : file_(&file), blocks_(file), place_(&place) {
    refill();
    if (left_.starts_with("\xEF\xBB\xBF")) left_.remove_prefix(3);
  }

  Ch Peek() const { return left_.empty() ? '\0' : left_.front(); }
  Ch Take() {
    if (left_.empty()) return '\0';
    const char c = left_.front();
    left_.remove_prefix(1);
    if (c == '\n') ++place_->line;
    if (left_.empty()) refill();
    return c;
  }
  std::size_t Tell() const { return static_cast<std::size_t>(place_->bytes) - left_.size(); }

  // RapidJSON asks for these in streams that are parsed in place; ours never is.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }

  void event() { event_at_ = Tell(); }
  bool done() const { return left_.empty(); }
  std::optional<Error>& failure() { return failure_; }

  void pass_blanks() {
    while (Peek() == ' ' || Peek() == '\t' || Peek() == '\n' || Peek() == '\r') Take();
  }

 private:
  void refill() {
    if (place_->bytes - event_at_ > kLongestToken) {
      failure_ = Error{ErrorCode::kLimitExceeded,
                       fmt::format("{}:{}: a text of more than {} MB; is a quotation mark left open?", file_->name(), place_->line,
                                   kLongestToken >> 20)};
      left_ = {};
      return;
    }
    auto next = blocks_.next();
    if (!next) {
      failure_ = std::move(next.error());
      left_ = {};
      return;
    }
    left_ = *next;
    place_->bytes += left_.size();
  }

  const ByteSource* file_;
  ByteBlocks blocks_;
  JsonPlace* place_;
  std::string_view left_;
  std::uint64_t event_at_ = 0;
  std::optional<Error> failure_;
};

/// RapidJSON's handler: false stops the parser, the failure says why.
class Handler {
 public:
  Handler(const ByteSource& file, Stream& stream, JsonEvents& events, const JsonPlace& place)
      : file_(&file), stream_(&stream), events_(&events), place_(&place) {}

  bool StartObject() { return deeper() && went(events_->begin_object()); }
  bool EndObject(rapidjson::SizeType) { return --depth_, went(events_->end_object()); }
  bool StartArray() { return deeper() && went(events_->begin_array()); }
  bool EndArray(rapidjson::SizeType) { return --depth_, went(events_->end_array()); }
  bool Key(const char* name, rapidjson::SizeType size, bool) { return went(events_->key({name, size})); }
  bool String(const char* text, rapidjson::SizeType size, bool) { return went(events_->text({text, size})); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return went(events_->number({text, size})); }
  bool Bool(bool value) { return went(events_->boolean(value)); }
  bool Null() { return went(events_->null()); }
  // Numbers come as text.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

 private:
  bool went(Result<void> result) {
    stream_->event();
    if (result) return true;
    stream_->failure() = std::move(result.error());
    return false;
  }
  bool deeper() {
    if (++depth_ <= kDeepestJson) return true;
    stream_->failure() = Error{ErrorCode::kLimitExceeded, fmt::format("{}:{}: nests deeper than {} levels; this is no table of figures",
                                                                      file_->name(), place_->line, kDeepestJson)};
    return false;
  }

  const ByteSource* file_;
  Stream* stream_;
  JsonEvents* events_;
  const JsonPlace* place_;
  int depth_ = 0;
};

}  // namespace

Result<void> read_json(const ByteSource& file, bool lines, JsonEvents& events, JsonPlace& place) {
  place = {};
  Stream stream(file, place);
  Handler handler(file, stream, events, place);
  rapidjson::Reader reader;
  bool any = false;
  for (;;) {
    stream.pass_blanks();
    if (stream.failure()) return std::unexpected(std::move(*stream.failure()));
    if (stream.done() && any) return {};
    if (any && !lines) {
      return fail(ErrorCode::kMalformed, fmt::format("{}:{}: more text behind the end of the JSON value", file.name(), place.line));
    }
    any = true;
    const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, handler);
    if (stream.failure()) return std::unexpected(std::move(*stream.failure()));
    if (!result) {
      const std::string_view why = stream.done() ? "the file ends too early" : rapidjson::GetParseError_En(result.Code());
      return fail(ErrorCode::kMalformed,
                  fmt::format("{}:{}: no JSON: {}; download it again", file.name(), place.line, why));
    }
  }
}

}  // namespace paraph

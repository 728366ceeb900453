#include "importer/xml_stream.h"

#include <memory>
#include <utility>

#include <expat.h>
#include <fmt/format.h>

namespace paraph {
namespace {

constexpr std::uint64_t kLongestToken = std::uint64_t{16} << 20;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

/// What expat's C callbacks share.
struct XmlParser::Parse {
  std::string name;
  XmlEvents& events;
  XmlPlace& place;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser;
  std::uint64_t event_at = 0;
  int depth = 0;
  std::optional<Error> failure;

  void stop(Error error) {
    if (!failure) failure = std::move(error);
    XML_StopParser(parser.get(), XML_FALSE);
  }
  void mark() {
    event_at = static_cast<std::uint64_t>(XML_GetCurrentByteIndex(parser.get()));
    place.line = XML_GetCurrentLineNumber(parser.get());
  }

  static void XMLCALL on_begin(void* user, const char* element, const char** attributes) {
    Parse& parse = *static_cast<Parse*>(user);
    if (parse.failure) return;
    parse.mark();
    if (++parse.depth > kDeepestXml) {
      return parse.stop({ErrorCode::kLimitExceeded, fmt::format("{}:{}: nests deeper than {} levels; no format that is read here does",
                                                                parse.name, parse.place.line, kDeepestXml)});
    }
    if (auto done = parse.events.begin(element, XmlAttributes(attributes)); !done) parse.stop(std::move(done.error()));
  }
  static void XMLCALL on_end(void* user, const char* element) {
    Parse& parse = *static_cast<Parse*>(user);
    if (parse.failure) return;
    parse.mark();
    --parse.depth;
    if (auto done = parse.events.end(element); !done) parse.stop(std::move(done.error()));
  }
  static void XMLCALL on_text(void* user, const char* text, int size) {
    Parse& parse = *static_cast<Parse*>(user);
    if (parse.failure) return;
    parse.event_at = static_cast<std::uint64_t>(XML_GetCurrentByteIndex(parse.parser.get()));
    parse.events.text({text, static_cast<std::size_t>(size)});
  }
  static void XMLCALL on_doctype(void* user, const char*, const char*, const char*, int) {
    Parse& parse = *static_cast<Parse*>(user);
    parse.mark();
    parse.stop({ErrorCode::kUnsupported,
                fmt::format("{}:{}: a document type declaration, which may define entities and is refused; remove the line <!DOCTYPE …>",
                            parse.name, parse.place.line)});
  }
};

XmlParser::XmlParser(std::string name, XmlEvents& events, XmlPlace& place)
    : parse_(new Parse{std::move(name), events, place, nullptr, 0, 0, std::nullopt}) {
  place = {};
  parse_->parser.reset(XML_ParserCreate(nullptr));
  XML_Parser parser = parse_->parser.get();
  XML_SetUserData(parser, parse_.get());
  XML_SetElementHandler(parser, &Parse::on_begin, &Parse::on_end);
  XML_SetCharacterDataHandler(parser, &Parse::on_text);
  XML_SetStartDoctypeDeclHandler(parser, &Parse::on_doctype);
}

XmlParser::~XmlParser() = default;

Result<void> XmlParser::feed(std::string_view piece) {
  XML_Parser parser = parse_->parser.get();
  XmlPlace& place = parse_->place;
  place.bytes += piece.size();
  const XML_Status status = XML_Parse(parser, piece.data(), static_cast<int>(piece.size()), piece.empty() ? XML_TRUE : XML_FALSE);
  if (parse_->failure) return std::unexpected(*parse_->failure);
  if (status != XML_STATUS_OK) {
    return fail(ErrorCode::kMalformed, fmt::format("{}:{}: column {}: no well-formed XML: {}{}; download it again", parse_->name,
                                                   XML_GetCurrentLineNumber(parser), XML_GetCurrentColumnNumber(parser) + 1,
                                                   XML_ErrorString(XML_GetErrorCode(parser)), piece.empty() ? " where the file ends" : ""));
  }
  if (place.bytes > parse_->event_at && place.bytes - parse_->event_at > kLongestToken) {
    return fail(ErrorCode::kLimitExceeded, fmt::format("{}:{}: a tag, comment or attribute of more than {} MB", parse_->name,
                                                       XML_GetCurrentLineNumber(parser), kLongestToken >> 20));
  }
  return {};
}

std::optional<std::string_view> XmlAttributes::find(std::string_view local_name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_part(pair[0]) == local_name) return std::string_view(pair[1]);
  }
  return std::nullopt;
}

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Result<void> read_xml(const ByteSource& file, XmlEvents& events, XmlPlace& place) {
  XmlParser parser(file.name(), events, place);
  ByteBlocks blocks(file);
  for (;;) {
    const auto block = blocks.next();
    if (!block) return std::unexpected(block.error());
    if (auto done = parser.feed(*block); !done || block->empty()) return done;
  }
}

}  // namespace paraph

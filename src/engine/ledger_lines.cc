#include <array>
#include <cstdint>
#include <map>

#include <fmt/format.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "engine/ledger_book.h"
#include "ledger/digest.h"
#include "report/json_writer.h"
#include "report/quoter.h"

namespace paraph {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string to_base64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k) three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += i + k > bytes.size() ? '=' : kAlphabet[three >> (18 - 6 * k) & 63];
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string out;
  std::uint32_t bits = 0;
  int held = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=') {
      if (i + 2 < text.size()) return std::nullopt;
      continue;
    }
    const std::size_t value = kAlphabet.find(text[i]);
    if (value == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> held & 0xFF);
  }
  return out;
}

/// The strings among an object's own members; what lies deeper is passed over.
struct StringMembers : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, StringMembers> {
  bool Default() { return true; }
  bool StartObject() { return ++depth_ > 0; }
  bool EndObject(rapidjson::SizeType) { return depth_-- > 0; }
  bool StartArray() { return depth_++ > 0; }
  bool EndArray(rapidjson::SizeType) { return depth_-- > 0; }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (depth_ == 1) key_.assign(text, size);
    return true;
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (depth_ == 1) members[key_].assign(text, size);
    return depth_ > 0;
  }

  std::map<std::string, std::string> members;

 private:
  int depth_ = 0;
  std::string key_;
};

/// Empty when the line is no JSON object.
std::optional<std::map<std::string, std::string>> string_members(std::string_view line) {
  StringMembers handler;
  rapidjson::MemoryStream stream(line.data(), line.size());
  rapidjson::Reader reader;
  if (line.empty() || line.front() != '{' || !reader.Parse<rapidjson::kParseIterativeFlag>(stream, handler)) return std::nullopt;
  return std::move(handler.members);
}

std::optional<std::string> member(const std::map<std::string, std::string>& members, const char* name) {
  const auto found = members.find(name);
  return found == members.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Result<std::string> read_bytes(const std::string& input) {
  auto intake = take_in(input);
  if (!intake) return std::unexpected(intake.error());
  return std::move(intake->bytes);
}

Result<void> LedgerBook::export_lines(const std::function<bool(std::string_view)>& write) const {
  const auto size = storage_->size();
  if (!size) return std::unexpected(size.error());
  for (std::int64_t number = 1; number <= *size; ++number) {
    const auto place = storage_->place(number);
    if (!place) return std::unexpected(place.error());
    const auto record = storage_->record(number);
    if (!record) return std::unexpected(record.error());
    const auto edition = read_record(*record);
    if (!edition) return std::unexpected(edition.error());
    const auto bytes = storage_->document(edition->document);
    if (!bytes) return std::unexpected(bytes.error());
    std::string out;
    {
      JsonWriter json(out);
      json.StartObject();
      write_member(json, "type", "edition");
      write_member(json, "number", static_cast<std::size_t>(number));
      write_member(json, "source", mended_utf8(edition->source));
      write_member(json, "seen", day_text(edition->seen.day));
      write_member(json, "recorded", day_text(edition->recorded.day));
      write_given(json, "published", edition->published);
      write_given(json, "title", mended_utf8(edition->title));
      write_key(json, "claims");
      json.StartArray();
      for (const StatedClaim& claim : edition->claims) json.raw(claim.json);
      json.EndArray();
      write_member(json, "link", place->link);
      write_member(json, "record", to_base64(*record));
      write_member(json, "document", to_base64(*bytes));
      json.EndObject();
      json.end_line();
    }
    if (!write(out)) return {};
  }
  return {};
}

Result<std::int64_t> LedgerBook::import_lines(std::string_view lines) {
  if (auto begun = storage_->begin(); !begun) return std::unexpected(begun.error());
  std::int64_t count = 0;
  std::size_t number = 0;
  const auto refuse = [&](ErrorCode code, std::string_view why) {
    storage_->rollback();
    return fail(code, fmt::format("line {}: {}; nothing was taken in", number, why));
  };
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view text = lines.substr(at, end - at);
    at = end + 1;
    ++number;
    if (text.empty()) continue;
    const auto line = string_members(text);
    if (!line) return refuse(ErrorCode::kMalformed, "is no JSON object");
    const auto record_text = member(*line, "record");
    const auto document_text = member(*line, "document");
    const auto link = member(*line, "link");
    const auto record = record_text ? from_base64(*record_text) : std::nullopt;
    const auto bytes = document_text ? from_base64(*document_text) : std::nullopt;
    if (!record || !bytes || !link) return refuse(ErrorCode::kMalformed, "has no record, document or link as `paraph ledger export` writes them");
    const auto edition = read_record(*record);
    if (!edition) return refuse(edition.error().code, edition.error().message);
    if (sha256(*bytes) != edition->document || write_record(*edition) != *record) return refuse(ErrorCode::kMalformed, "its document or record is not what was recorded");
    const auto place = storage_->append(*edition, *bytes);
    if (!place) return refuse(place.error().code, place.error().message);
    if (place->link != *link) return refuse(ErrorCode::kConflict, "its link does not follow from this ledger's last; import a whole ledger into a new file");
    ++count;
  }
  if (auto committed = storage_->commit(); !committed) {
    storage_->rollback();
    return std::unexpected(committed.error());
  }
  return count;
}

}  // namespace paraph

#include "report/reading_json.h"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "report/audit_json.h"
#include "report/claim_json.h"
#include "report/quoter.h"
#include "report/utf16_places.h"

namespace paraph {
namespace {

/// Writes one document; `audit` is null where nothing was judged.
class ReadingWriter {
 public:
  ReadingWriter(const Extraction& extraction, const Audit* audit, const ReadingForm& form, std::string& out)
      : extraction_(extraction), audit_(audit), form_(form), json_(out), quoter_(extraction) {
    if (form.words) places_.emplace(quoter_.words());
  }

  void write() {
    json_.StartObject();
    write_document();
    json_.Key("claims");
    json_.StartArray();
    for (std::size_t i = 0; i < extraction_.reading.claims.size(); ++i) write_claim(i);
    json_.EndArray();
    json_.Key("gaps");
    json_.StartArray();
    for (const Gap& gap : extraction_.reading.gaps) {
      json_.StartObject();
      write_gap_members(json_, gap, quoter_);
      write_place("at", gap.span);
      json_.EndObject();
    }
    json_.EndArray();
    json_.Key("names");
    json_.StartObject();
    for (const auto& [actor, name] : names_) write_member(json_, actor, name);
    json_.EndObject();
    if (form_.words) write_member(json_, "text", mended_utf8(quoter_.words()));
    json_.EndObject();
  }

 private:
  void write_document() {
    json_.Key("document");
    json_.StartObject();
    write_document_members(json_, extraction_);
    if (audit_ != nullptr) write_audit_members(json_, *audit_);
    json_.EndObject();
    if (extraction_.reading.pair) {
      name(extraction_.reading.pair->home);
      name(extraction_.reading.pair->partner);
    }
  }

  void write_claim(std::size_t index) {
    const Claim& claim = extraction_.reading.claims[index];
    json_.StartObject();
    write_claim_members(json_, claim, quoter_);
    write_member(json_, "says", describe_claim(claim, form_.name_actor));
    write_place("at", claim.span);
    write_place("sentence_at", claim.sentence);
    if (audit_ != nullptr && audit_->verdicts[index]) write_verdict_member(json_, *audit_->verdicts[index], rows_address);
    json_.EndObject();
    if (claim.subject) name(*claim.subject);
    if (claim.object) name(*claim.object);
  }

  void write_place(std::string_view key, TextSpan span) {
    if (places_) write_member(json_, key, places_->of(quoter_.located(span)));
  }

  void name(const ActorId& actor) {
    // What the gazetteer does not know stands for itself, as written, and needs no name.
    const std::string_view said = form_.name_actor(actor);
    if (said != actor.str() || is_code(said)) names_.emplace(actor.str(), said);
  }

  static bool is_code(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '+'; });
  }

  const Extraction& extraction_;
  const Audit* audit_;
  const ReadingForm& form_;
  JsonWriter json_;
  Quoter quoter_;
  std::optional<Utf16Places> places_;
  std::map<std::string, std::string> names_;
};

}  // namespace

std::string rows_address(std::string_view query) {
  constexpr std::string_view kCommand = "paraph data show ";
  if (!query.starts_with(kCommand)) return {};
  std::string address = "/v1/show/";
  for (const char c : query.substr(kCommand.size())) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '+';
    if (c == '"' || c == '\'') return {};
    if (c == ' ') {
      address += '/';
    } else if (plain) {
      address += c;
    } else {
      address += fmt::format("%{:02X}", static_cast<unsigned>(byte));
    }
  }
  return address;
}

void write_reading_json(const Extraction& extraction, const ReadingForm& form, std::string& out) {
  ReadingWriter(extraction, nullptr, form, out).write();
}

void write_reading_json(const Audit& audit, const ReadingForm& form, std::string& out) {
  ReadingWriter(audit.extraction, &audit, form, out).write();
}

}  // namespace paraph

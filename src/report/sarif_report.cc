#include "report/sarif_report.h"

#include <fmt/format.h>

#include "report/describe_claim.h"
#include "report/json_writer.h"
#include "report/line_index.h"
#include "report/quoter.h"
#include "report/verdict_look.h"

namespace paraph {
namespace {

constexpr std::size_t kCheckableKinds = static_cast<std::size_t>(ClaimKind::kSupport);

std::string_view level_of(VerdictLabel label) {
  switch (label) {
    case VerdictLabel::kRefuted: return "error";
    case VerdictLabel::kDisputed: return "warning";
    case VerdictLabel::kOutdated: return "warning";
    case VerdictLabel::kSupported: return "none";
    case VerdictLabel::kUnverifiable: return "none";
  }
  return "none";
}

/// SARIF wants level "none" wherever the kind is not "fail".
std::string_view kind_of(VerdictLabel label) {
  switch (label) {
    case VerdictLabel::kSupported: return "pass";
    case VerdictLabel::kUnverifiable: return "open";
    default: return "fail";
  }
}

std::string_view meaning_of(VerdictLabel label) {
  switch (label) {
    case VerdictLabel::kSupported: return "An authoritative source agrees within the claim's own precision, and none of equal standing contradicts it.";
    case VerdictLabel::kDisputed: return "Authoritative sources disagree about the claim.";
    case VerdictLabel::kRefuted: return "Data of the right measure, pair and period exist, and none agrees with the claim.";
    case VerdictLabel::kOutdated: return "The claim was true of its period; newer data exist.";
    case VerdictLabel::kUnverifiable: return "Nothing could be decided.";
  }
  return "";
}

std::size_t rule_index(VerdictLabel label, ClaimKind kind) {
  return static_cast<std::size_t>(label) * kCheckableKinds + static_cast<std::size_t>(kind);
}

std::size_t rule_index(GapReason reason) { return kVerdictLabels.size() * kCheckableKinds + static_cast<std::size_t>(reason); }

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  write_key(json, key);
  json.StartObject();
  write_member(json, "text", text);
  json.EndObject();
}

void write_rule(JsonWriter& json, const std::string& id, std::string_view says, std::string_view level) {
  json.StartObject();
  write_member(json, "id", id);
  write_text(json, "shortDescription", says);
  write_key(json, "defaultConfiguration");
  json.StartObject();
  write_member(json, "level", level);
  json.EndObject();
  json.EndObject();
}

/// Where a result stands. Lines and columns are of the words that the reader's file shows: the bytes themselves, or
/// for HTML and other encodings only byte offsets, which are exact there.
class Places {
 public:
  explicit Places(const Extraction& extraction)
      : quoter_(extraction),
        lines_(quoter_.original() ? quoter_.words() : std::string_view()),
        uri_(uri_of(extraction.name)),
        paged_(extraction.document.format == DocumentFormat::kPdf) {}

  void write(JsonWriter& json, TextSpan span) {
    write_key(json, "locations");
    json.StartArray();
    json.StartObject();
    write_key(json, "physicalLocation");
    json.StartObject();
    write_key(json, "artifactLocation");
    json.StartObject();
    write_member(json, "uri", uri_);
    json.EndObject();
    write_key(json, "region");
    json.StartObject();
    if (quoter_.original()) {
      const TextPosition first = lines_.at(span.first());
      const TextPosition last = lines_.at(span.last());
      write_member(json, "startLine", first.line);
      write_member(json, "startColumn", first.column);
      write_member(json, "endLine", last.line);
      write_member(json, "endColumn", last.column);
      write_member(json, "charOffset", first.character);
      write_member(json, "charLength", last.character - first.character);
    }
    // Offsets into a PDF's extracted text are no offsets into the PDF.
    if (!paged_) {
      write_member(json, "byteOffset", span.first());
      write_member(json, "byteLength", span.size());
    }
    write_text(json, "snippet", quoter_.quote(span).exact);
    json.EndObject();
    json.EndObject();
    json.EndObject();
    json.EndArray();
  }

 private:
  Quoter quoter_;
  LineIndex lines_;
  std::string uri_;
  bool paged_;
};

void write_fingerprint(JsonWriter& json, const std::string& id) {
  if (id.empty()) return;
  write_key(json, "partialFingerprints");
  json.StartObject();
  write_member(json, "paraphClaim/v1", id);
  json.EndObject();
}

void write_claim_result(JsonWriter& json, const Claim& claim, const Verdict& verdict, const NameActor& name_actor, Places& places) {
  json.StartObject();
  write_member(json, "ruleId", fmt::format("{}/{}", verdict_label_name(verdict.label), name_of(claim.kind())));
  write_member(json, "ruleIndex", rule_index(verdict.label, claim.kind()));
  write_member(json, "kind", kind_of(verdict.label));
  write_member(json, "level", level_of(verdict.label));
  std::string message = fmt::format("{}: {}", verdict_label_name(verdict.label), describe_claim(claim, name_actor));
  if (!verdict.why.empty()) message += ". " + verdict.why;
  if (verdict.outdated && !verdict.outdated->now_says.empty()) message += fmt::format(" Now: {}.", verdict.outdated->now_says);
  write_text(json, "message", message);
  places.write(json, claim.span);
  write_fingerprint(json, claim.id);
  write_key(json, "properties");
  json.StartObject();
  write_member(json, "label", verdict_label_name(verdict.label));
  write_member(json, "was", verdict_label_name(verdict.was));
  if (verdict.reason) write_member(json, "reason", unverifiable_reason_name(*verdict.reason));
  write_list(json, "readings", verdict.readings);
  std::vector<std::string> queries;
  for (const EvidenceLine& line : verdict.evidence.lines) {
    if (!line.query.empty() && (queries.empty() || queries.back() != line.query)) queries.push_back(line.query);
  }
  write_list(json, "queries", queries);
  json.EndObject();
  json.EndObject();
}

void write_gap_result(JsonWriter& json, const Gap& gap, Places& places) {
  json.StartObject();
  write_member(json, "ruleId", fmt::format("gap/{}", name_of(gap.reason)));
  write_member(json, "ruleIndex", rule_index(gap.reason));
  write_member(json, "kind", "informational");
  write_member(json, "level", "none");
  write_text(json, "message", fmt::format("Not read: {}.", name_of(gap.reason)));
  places.write(json, gap.span);
  json.EndObject();
}

}  // namespace

std::string uri_of(std::string_view name) {
  if (name.starts_with("http://") || name.starts_with("https://")) return std::string(name);
  constexpr std::string_view kPlain = "/-._~!$&'()*+,;=@";
  std::string out = name.starts_with('/') ? "file://" : "";
  // A colon before the first slash would read as a scheme.
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != std::string_view::npos) {
      out.push_back(c);
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

void SarifReport::head(std::string& out) const {
  out += R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints",)"
         R"("results":[)";
}

void SarifReport::part(const Audit& audit, std::string& out) const {
  Places places(audit.extraction);
  const Reading& reading = audit.extraction.reading;
  bool first = true;
  const auto separate = [&] {
    out += first ? "" : ",\n";
    first = false;
  };
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    if (!audit.verdicts[i]) continue;
    separate();
    JsonWriter json(out);
    write_claim_result(json, reading.claims[i], *audit.verdicts[i], context_.name_actor, places);
  }
  for (const Gap& gap : reading.gaps) {
    separate();
    JsonWriter json(out);
    write_gap_result(json, gap, places);
  }
}

void SarifReport::tail(const ReportTotals&, std::string& out) const {
  out += "],\n\"tool\":";
  JsonWriter json(out);
  json.StartObject();
  write_key(json, "driver");
  json.StartObject();
  write_member(json, "name", "Paraph");
  write_given(json, "version", context_.version);
  write_key(json, "rules");
  json.StartArray();
  for (const VerdictLabel label : kVerdictLabels) {
    for (std::size_t kind = 0; kind < kCheckableKinds; ++kind) {
      write_rule(json, fmt::format("{}/{}", verdict_label_name(label), name_of(static_cast<ClaimKind>(kind))), meaning_of(label), level_of(label));
    }
  }
  for (const std::string_view reason : EnumNames<GapReason>::kNames) {
    write_rule(json, fmt::format("gap/{}", reason), "A passage looks checkable and was not read.", "none");
  }
  json.EndArray();
  json.EndObject();
  json.EndObject();
  json.flush();
  out += "}]}\n";
}

}  // namespace paraph

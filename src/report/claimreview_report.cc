#include "report/claimreview_report.h"

#include "report/day_text.h"
#include "report/display_text.h"
#include "report/json_writer.h"
#include "report/quoter.h"
#include "report/sarif_report.h"
#include "report/verdict_look.h"

namespace paraph {
namespace {

/// ClaimReview wants a number as well as a word: 1 is worst and 5 is best; a claim that nothing decides has the word only.
std::optional<std::size_t> rating_of(VerdictLabel label) {
  switch (label) {
    case VerdictLabel::kSupported: return 5;
    case VerdictLabel::kOutdated: return 4;
    case VerdictLabel::kDisputed: return 3;
    case VerdictLabel::kRefuted: return 1;
    case VerdictLabel::kUnverifiable: return std::nullopt;
  }
  return std::nullopt;
}

void write_named(JsonWriter& json, std::string_view key, std::string_view type, std::string_view name) {
  write_key(json, key);
  json.StartObject();
  write_member(json, "@type", type);
  write_member(json, "name", name);
  json.EndObject();
}

void write_appearance(JsonWriter& json, const Extraction& extraction) {
  const Document& document = extraction.document;
  write_key(json, "appearance");
  json.StartObject();
  write_member(json, "@type", "CreativeWork");
  write_member(json, "url", document.source_url.empty() ? uri_of(extraction.name) : document.source_url);
  write_given(json, "headline", document.title);
  if (document.published && document.published->is_point()) write_member(json, "datePublished", document.published->str());
  if (!document.publisher.empty()) write_named(json, "publisher", "Organization", document.publisher);
  json.EndObject();
}

void write_review(JsonWriter& json, const Audit& audit, std::size_t index, Quoter& quoter) {
  const Claim& claim = audit.extraction.reading.claims[index];
  const Verdict& verdict = *audit.verdicts[index];
  const Document& document = audit.extraction.document;
  json.StartObject();
  write_member(json, "@context", "https://schema.org");
  write_member(json, "@type", "ClaimReview");
  write_given(json, "identifier", claim.id);
  write_member(json, "datePublished", iso_day(audit.now));
  write_member(json, "claimReviewed", in_one_line(quoter.quote(claim.span).exact));
  write_member(json, "reviewBody", verdict.why);
  write_named(json, "author", "Organization", "Paraph");
  write_key(json, "itemReviewed");
  json.StartObject();
  write_member(json, "@type", "Claim");
  if (!document.publisher.empty()) write_named(json, "author", "Organization", document.publisher);
  if (document.published && document.published->is_point()) write_member(json, "datePublished", document.published->str());
  write_appearance(json, audit.extraction);
  json.EndObject();
  write_key(json, "reviewRating");
  json.StartObject();
  write_member(json, "@type", "Rating");
  if (const auto rating = rating_of(verdict.label)) {
    write_member(json, "ratingValue", *rating);
    write_member(json, "bestRating", std::size_t{5});
    write_member(json, "worstRating", std::size_t{1});
  }
  write_member(json, "alternateName", verdict_label_name(verdict.label));
  write_member(json, "ratingExplanation", verdict.why);
  json.EndObject();
  json.EndObject();
}

}  // namespace

void ClaimReviewReport::part(const Audit& audit, std::string& out) const {
  Quoter quoter(audit.extraction, QuoteFrom::kText);
  bool first = true;
  for (std::size_t i = 0; i < audit.verdicts.size(); ++i) {
    if (!audit.verdicts[i]) continue;
    if (!first) out += ",\n";
    first = false;
    JsonWriter json(out);
    write_review(json, audit, i, quoter);
  }
}

}  // namespace paraph

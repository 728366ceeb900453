#pragma once

#include <string>
#include <string_view>

#include "base/check.h"
#include "document/read_document.h"
#include "verdict/audit.h"

namespace paraph {

/// A fictional sheet for the tests of this room: two states, several claims of one sentence, every label.
inline constexpr std::string_view kSampleSheet =
    "Arnor-Gondor Relations\n\n"
    "Arnor and Gondor established diplomatic relations in 1992.\n\n"
    "Gondor’s trade with Arnor grew from $277 million in 2020 to $424.6 million in 2021, making Arnor Gondor’s 16th largest trade partner.\n\n"
    "Since 1992, Arnor has provided approximately $1.8 billion in assistance to Gondor. Gondor is important to Arnor’s interests.\n\n"
    "Gondor has 900 beacons, and its “White Tower” <stands> 300 fathoms high & more.\n";

/// The span of the first occurrence of `words`.
inline TextSpan span_of(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  PARAPH_CHECK(at != std::string_view::npos, "The words must stand in the sample.");
  return {at, at + words.size()};
}

inline Quantity money(std::string_view amount, int digits, int exponent, Comparator comparator = Comparator::kEqual) {
  Quantity quantity;
  quantity.value = Decimal::parse(amount);
  quantity.unit = "USD";
  quantity.digits = digits;
  quantity.exponent = exponent;
  quantity.comparator = comparator;
  return quantity;
}

inline EvidenceLine figure_line(std::string_view source, std::string_view reading, std::string_view value, std::string_view difference, Agrees agrees) {
  EvidenceLine line;
  line.source = SourceId(source);
  line.vintage = VintageId(std::string(source) + "@2023");
  line.series = "exports + imports";
  line.reading = reading;
  line.value = Decimal::parse(value);
  line.unit = "USD";
  line.difference_percent = Decimal::parse(difference);
  line.agrees = agrees;
  line.query = "paraph data show trade AN GN 2020";
  return line;
}

/// Adds a claim with its verdict; the sentence is given by its words.
inline void add_claim(Audit& audit, Claim claim, std::string_view words, std::string_view sentence, std::optional<Verdict> verdict) {
  const std::string_view text = audit.extraction.bytes;
  claim.span = span_of(text, words);
  claim.sentence = span_of(text, sentence);
  claim.id = "c" + std::to_string(audit.verdicts.size() + 1);
  audit.extraction.reading.claims.push_back(std::move(claim));
  audit.verdicts.push_back(std::move(verdict));
}

inline Claim claim_of(ClaimBody body, const char* subject, const char* object, std::optional<Quantity> quantity, std::optional<CivilPeriod> period) {
  Claim claim;
  claim.body = std::move(body);
  claim.subject = ActorId(subject);
  claim.object = ActorId(object);
  claim.quantity = std::move(quantity);
  claim.period = period;
  return claim;
}

inline Verdict verdict_of(VerdictLabel label, std::string why) {
  Verdict verdict;
  verdict.label = label;
  verdict.was = label;
  verdict.why = std::move(why);
  return verdict;
}

inline Verdict sample_trade_verdict() {
  Verdict verdict = verdict_of(VerdictLabel::kDisputed, "exactly Gondor's own figure; 5.48 % below in Arnor's data");
  verdict.readings = {"Gondor's statistics, goods, 2020"};
  verdict.evidence.tolerance = "[276.5, 277.5) million USD";
  verdict.evidence.lines.push_back(figure_line("gondor-stat", "Gondor's statistics, goods, calendar year 2020", "276968900", "-0.01", Agrees::kYes));
  verdict.evidence.lines.back().components = {"exports 28492300 (line 12)", "imports 248476600 (line 13)"};
  verdict.evidence.lines.push_back(figure_line("arnor-census", "Arnor's statistics, goods, calendar year 2020", "261790000", "-5.49", Agrees::kNo));
  verdict.evidence.lines.push_back(figure_line("dots", "Gondor's statistics by way of the Fund", "220290000", "-20.47", Agrees::kNo));
  return verdict;
}

inline Verdict sample_rank_verdict() {
  Verdict verdict = verdict_of(VerdictLabel::kOutdated, "16th of 190 partners when the residual row is left out");
  verdict.was = VerdictLabel::kSupported;
  verdict.outdated = Outdated{CivilPeriod::year(2023), "11th, $765 million (gondor-stat, 2023)", true, false};
  EvidenceLine line;
  line.source = SourceId("gondor-stat");
  line.reading = "exports + imports, 2021";
  line.says = "16th of 190";
  line.value = Decimal(16);
  line.unit = "rank";
  line.agrees = Agrees::kYes;
  line.exclusions = {"Other countries (line 63)", "Not specified (line 64)"};
  line.query = "paraph data show rank GN 2021 total";
  verdict.evidence.lines.push_back(std::move(line));
  return verdict;
}

inline Audit sample_audit(std::string name = "sheets/arnor-gondor.txt") {
  Audit audit;
  audit.now = std::chrono::sys_days(std::chrono::year(2026) / 6 / 1);
  audit.extraction.name = std::move(name);
  audit.extraction.bytes = kSampleSheet;
  DocumentHints hints;
  hints.name = audit.extraction.name;
  auto document = read_document(audit.extraction.bytes, hints);
  PARAPH_CHECK(document.has_value(), "The sample must be readable.");
  audit.extraction.document = std::move(*document);
  audit.extraction.document.title = "Arnor-Gondor Relations";
  audit.extraction.document.publisher = "Ministry of Arnor";
  audit.extraction.document.published = CivilPeriod::parse("2024-07-15");
  audit.extraction.reading.pair = ActorPair{ActorId("AN"), ActorId("GN")};
  audit.extraction.reading.sentences = 5;
  audit.extraction.fingerprint = "0123456789abcdef";

  const std::string_view first = "Arnor and Gondor established diplomatic relations in 1992.";
  Verdict established = verdict_of(VerdictLabel::kSupported, "established 19 February 1992");
  EvidenceLine fact;
  fact.source = SourceId("annals");
  fact.reading = "relations established";
  fact.says = "19 February 1992";
  fact.agrees = Agrees::kYes;
  fact.query = "paraph data show relations AN GN";
  established.evidence.lines.push_back(fact);
  add_claim(audit, claim_of(Relations{RelationEvent::kEstablished}, "AN", "GN", std::nullopt, CivilPeriod::year(1992)),
            "established diplomatic relations in 1992", first, established);

  const std::string_view second =
      "Gondor’s trade with Arnor grew from $277 million in 2020 to $424.6 million in 2021, making Arnor Gondor’s 16th largest trade partner.";
  add_claim(audit, claim_of(TradeValue{}, "GN", "AN", money("277000000", 3, 6), CivilPeriod::year(2020)), "$277 million in 2020", second,
            sample_trade_verdict());
  add_claim(audit, claim_of(TradeValue{}, "GN", "AN", money("424600000", 4, 5), CivilPeriod::year(2021)), "$424.6 million in 2021", second,
            verdict_of(VerdictLabel::kRefuted, "no source is near"));
  Quantity sixteenth;
  sixteenth.value = Decimal(16);
  sixteenth.unit = "rank";
  sixteenth.digits = 2;
  add_claim(audit, claim_of(TradeRank{}, "GN", "AN", sixteenth, CivilPeriod::year(2021)), "Arnor Gondor’s 16th largest trade partner", second,
            sample_rank_verdict());

  Verdict unknown = verdict_of(VerdictLabel::kUnverifiable, "the shelf has no aid from Arnor");
  unknown.reason = UnverifiableReason::kNoData;
  Claim aid = claim_of(AssistanceValue{}, "AN", "GN", money("1800000000", 2, 8, Comparator::kAbout), CivilPeriod::parse("1992/.."));
  aid.implicit = {ClaimMember::kPeriod};
  add_claim(audit, aid, "Since 1992, Arnor has provided approximately $1.8 billion in assistance to Gondor",
            "Since 1992, Arnor has provided approximately $1.8 billion in assistance to Gondor.", unknown);
  const std::string_view stance = "Gondor is important to Arnor’s interests.";
  add_claim(audit, claim_of(Stance{}, "GN", "AN", std::nullopt, std::nullopt), stance, stance, std::nullopt);
  audit.extraction.reading.gaps.push_back({span_of(kSampleSheet, "Gondor has 900 beacons"), GapReason::kNoTrigger});
  return audit;
}

}  // namespace paraph

#include "report/explanation_report.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/claim_json.h"
#include "report/describe_claim.h"
#include "report/display_text.h"
#include "report/ink.h"
#include "report/json_writer.h"
#include "report/quoter.h"

namespace paraph {
namespace {

std::string_view outcome_name(TryOutcome outcome) {
  switch (outcome) {
    case TryOutcome::kKept: return "matched";
    case TryOutcome::kOutdone: return "outdone";
    case TryOutcome::kFailed: return "failed";
  }
  return "";
}

/// What a reader can do about a gap.
std::string_view advice(GapReason reason) {
  switch (reason) {
    case GapReason::kNoTrigger: return "it has a figure or date and an actor, but no phrasing of the grammar matched";
    case GapReason::kTwoReadings: return "a phrasing matched, but no claim could be put together from what stands around it";
    case GapReason::kMissingActor: return "a phrasing matched, but neither the sentence nor its surroundings give the states; --pair names them";
    case GapReason::kUnknownName: return "a phrasing matched, but the name in an actor's place is not in the gazetteer";
    case GapReason::kAmbiguousName: return "a phrasing matched, but a name could mean several actors; --pair names them";
    case GapReason::kMissingPeriod: return "a phrasing matched that cannot be read without a date";
    case GapReason::kOtherLanguage: return "the sentence is not English";
  }
  return "";
}

class TextExplanation {
 public:
  TextExplanation(const Extraction& extraction, const Grammar& grammar, const ReportContext& context, std::size_t most, std::string& out)
      : quoter_(extraction, QuoteFrom::kText), grammar_(grammar), context_(context), ink_{context.layout.colour}, most_(most), out_(out) {}

  void write(const ExplainedSentence& sentence) {
    out_ += fmt::format("{}{}{}\n", ink_.bold(), in_one_line(quoter_.quote(sentence.span).exact), ink_.plain());
    mentions(sentence);
    tries(sentence, TryOutcome::kKept, "phrasings that matched");
    tries(sentence, TryOutcome::kOutdone, "phrasings that matched and gave way");
    tries(sentence, TryOutcome::kFailed, "phrasings that were tried and did not match");
    claims(sentence);
  }

 private:
  void head(std::string_view text) { out_ += fmt::format("\n  {}{}{}\n", ink_.underline(), text, ink_.plain()); }

  void mentions(const ExplainedSentence& sentence) {
    head("mentions");
    if (sentence.units.empty()) out_ += "    none\n";
    for (const ExplainedUnit& unit : sentence.units) {
      const std::string quote = in_one_line(quoter_.quote(unit.span).exact);
      out_ += fmt::format("    {}  {}{}\n", padded_right(unit.kind, 12), quote, unit.says.empty() ? "" : "  = " + unit.says);
    }
  }

  void tries(const ExplainedSentence& sentence, TryOutcome outcome, std::string_view title) {
    const auto wanted = [&](const ExplainedTry& attempt) { return attempt.outcome == outcome; };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(sentence.tries, wanted));
    if (count == 0 && outcome != TryOutcome::kKept) return;
    head(title);
    if (count == 0) out_ += "    none\n";
    std::size_t shown = 0;
    for (const ExplainedTry& attempt : sentence.tries) {
      if (!wanted(attempt)) continue;
      if (outcome == TryOutcome::kFailed && shown == most_) break;
      ++shown;
      one(attempt);
    }
    if (shown < count) out_ += fmt::format("    {}… and {} that were farther from matching; --all shows them{}\n", ink_.dim(), count - shown, ink_.plain());
  }

  void one(const ExplainedTry& attempt) {
    const Rule& rule = grammar_.rule(attempt.rule);
    const std::string quote = in_one_line(quoter_.quote(attempt.span).exact);
    out_ += fmt::format("    {}{}{}{}: {}\n", rule_family_name(rule.family), rule.attributes.empty() ? "" : " ", rule.attributes, "", rule.phrasing);
    const std::string fitted = attempt.outcome == TryOutcome::kFailed ? fmt::format("around \"{}\", {} of {} items fitted: ", quote, attempt.met, attempt.items)
                                                                      : fmt::format("took \"{}\"{}", quote, attempt.why.empty() ? "" : "; ");
    out_ += fmt::format("      {}\n      {}{}{}\n", fitted + attempt.why, ink_.dim(), rule.place, ink_.plain());
  }

  void claims(const ExplainedSentence& sentence) {
    head("claims");
    if (sentence.claims.empty()) out_ += "    none\n";
    for (const Claim& claim : sentence.claims) {
      out_ += fmt::format("    {}  {}\n", name_of(claim.kind()), describe_claim(claim, context_.name_actor));
      out_ += fmt::format("      {}\"{}\"{}\n", ink_.dim(), in_one_line(quoter_.quote(claim.span).exact), ink_.plain());
    }
    for (const Gap& gap : sentence.gaps) {
      head("gap");
      out_ += fmt::format("    {}: {}\n", name_of(gap.reason), advice(gap.reason));
    }
  }

  Quoter quoter_;
  const Grammar& grammar_;
  const ReportContext& context_;
  Ink ink_;
  std::size_t most_;
  std::string& out_;
};

void write_try(JsonWriter& json, const ExplainedTry& attempt, const Grammar& grammar, Quoter& quoter) {
  const Rule& rule = grammar.rule(attempt.rule);
  json.StartObject();
  write_member(json, "outcome", outcome_name(attempt.outcome));
  write_member(json, "family", rule_family_name(rule.family));
  write_given(json, "attributes", rule.attributes);
  write_member(json, "phrasing", rule.phrasing);
  write_member(json, "place", rule.place);
  write_member(json, "span", attempt.span);
  write_member(json, "quote", quoter.quote(attempt.span).exact);
  write_member(json, "fitted", attempt.met);
  write_member(json, "items", attempt.items);
  write_given(json, "why", attempt.why);
  json.EndObject();
}

}  // namespace

void write_explanation(const Extraction& extraction, const Explanation& explanation, const Grammar& grammar, const ReportContext& context, std::size_t most,
                       std::string& out) {
  if (explanation.reading.pair) {
    const auto name = [&](const ActorId& actor) { return context.name_actor ? std::string(context.name_actor(actor)) : actor.str(); };
    out += fmt::format("The two states: {} (home) and {}.\n\n", name(explanation.reading.pair->home), name(explanation.reading.pair->partner));
  } else {
    out += "The two states: unknown; --pair A-B names them.\n\n";
  }
  if (explanation.sentences.empty())
    out += "Nothing was read as a sentence: the text is a heading, a dateline or a table. A full stop at its end makes a sentence of it.\n";
  TextExplanation text(extraction, grammar, context, most, out);
  for (std::size_t i = 0; i < explanation.sentences.size(); ++i) {
    if (i > 0) out += "\n";
    text.write(explanation.sentences[i]);
  }
}

void write_explanation_json(const Extraction& extraction, const Explanation& explanation, const Grammar& grammar, std::string& out) {
  JsonWriter json(out);
  Quoter quoter(extraction);
  json.StartObject();
  write_member(json, "type", "explanation");
  if (explanation.reading.pair) write_list(json, "pair", std::array{explanation.reading.pair->home.str(), explanation.reading.pair->partner.str()});
  write_key(json, "sentences");
  json.StartArray();
  for (const ExplainedSentence& sentence : explanation.sentences) {
    json.StartObject();
    write_member(json, "span", sentence.span);
    write_member(json, "quote", quoter.quote(sentence.span).exact);
    write_key(json, "mentions");
    json.StartArray();
    for (const ExplainedUnit& unit : sentence.units) {
      json.StartObject();
      write_member(json, "kind", unit.kind);
      write_member(json, "span", unit.span);
      write_member(json, "quote", quoter.quote(unit.span).exact);
      write_given(json, "says", unit.says);
      json.EndObject();
    }
    json.EndArray();
    write_key(json, "tries");
    json.StartArray();
    for (const ExplainedTry& attempt : sentence.tries) write_try(json, attempt, grammar, quoter);
    json.EndArray();
    write_key(json, "claims");
    json.StartArray();
    for (const Claim& claim : sentence.claims) {
      json.StartObject();
      write_claim_members(json, claim, quoter);
      json.EndObject();
    }
    json.EndArray();
    write_key(json, "gaps");
    json.StartArray();
    for (const Gap& gap : sentence.gaps) {
      json.StartObject();
      write_gap_members(json, gap, quoter);
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  json.end_line();
}

}  // namespace paraph

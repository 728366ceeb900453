#include "engine/mention_report.h"

#include <algorithm>

#include "claim/document_context.h"
#include "engine/date_anchor.h"
#include "mention/anniversary.h"
#include "mention/counted_noun.h"
#include "mention/find_mentions.h"
#include "mention/vague_figures.h"
#include "report/mention_lines.h"
#include "report/quoter.h"

namespace paraph {
namespace {

/// Direction and bound in one word, as public test sets of quantities have them.
std::string_view change_of(const QuantityMention& mention) {
  if (mention.change == ChangeDirection::kUp) return "up";
  if (mention.change == ChangeDirection::kDown) return "down";
  switch (mention.quantity.comparator) {
    case Comparator::kAbout: return "~";
    case Comparator::kMore:
    case Comparator::kAtLeast: return ">";
    case Comparator::kLess:
    case Comparator::kAtMost: return "<";
    case Comparator::kEqual:
    case Comparator::kRange: return "=";
  }
  return "=";
}

std::string_view timex_name(TimeWordsKind kind) {
  switch (kind) {
    case TimeWordsKind::kDuration: return "DURATION";
    case TimeWordsKind::kSet: return "SET";
    case TimeWordsKind::kTime: return "TIME";
    case TimeWordsKind::kVague:
    case TimeWordsKind::kStep: return "DATE";
  }
  return "DATE";
}

/// Goes over the sentences of a document once and writes the lines of each in the order of the text.
class MentionReporter {
 public:
  MentionReporter(const Engine& engine, const Extraction& extraction, const MentionOptions& options, std::string& out)
      : lexicon_(engine.lexicon()), document_(extraction.document), options_(options), quoter_(extraction),
        dates_(document_.published, extraction.reading.pair ? std::optional(extraction.reading.pair->home) : std::nullopt, lexicon_), out_(out) {
    if (extraction.reading.pair) currency_owner_ = home_currency_owner(document_, *extraction.reading.pair);
  }

  void run() {
    for (const Block& block : document_.blocks) {
      if (block.kind == BlockKind::kHeading) dates_.enter_heading();
      for (const Sentence& sentence : block.sentences) {
        find_mentions(sentence.text.of(document_.text()), lexicon_, annotated_);
        start_ = sentence.text.first();
        lines_.clear();
        if (options_.quantities) figures();
        if (options_.dates) dates();
        std::ranges::stable_sort(lines_, {}, [](const Line& line) { return line.first; });
        for (const Line& line : lines_) out_ += line.text;
      }
    }
  }

 private:
  struct Line {
    std::uint32_t first = 0;
    std::string text;
  };

  TextSpan span(std::uint32_t first, std::uint32_t last) const {
    return document_.origin({start_ + annotated_.tokens[first].first, start_ + annotated_.tokens[last - 1U].last});
  }

  void figures() {
    for (const Mention& mention : annotated_.mentions) {
      if (std::holds_alternative<QuantityMention>(mention.body) && mention.first < mention.last) figure(mention);
    }
    for (const Mention& mention : find_vague_figures(annotated_, lexicon_.units())) figure(mention);
  }

  void figure(const Mention& mention) {
    const auto& figure = std::get<QuantityMention>(mention.body);
    const TextSpan place = span(mention.first, mention.last);
    const std::string unit = unit_of(mention, figure);
    const std::string per = figure.kind == QuantityClass::kOrdinal ? std::string() : rate_of(annotated_, mention, lexicon_.units());
    QuantityLine line;
    line.span = place;
    line.quote = quoter_.quote(place).exact;
    line.value = figure.quantity.value;
    line.low = figure.quantity.low;
    line.high = figure.quantity.high;
    line.unit = unit;
    line.per = per;
    line.comparator = comparator_sign(figure.quantity.comparator);
    line.change = change_of(figure);
    write_quantity_line(line, lines_.emplace_back(mention.first, std::string()).text);
  }

  /// A currency that only the home country tells stays as written where the document has none.
  std::string unit_of(const Mention& mention, const QuantityMention& figure) const {
    switch (figure.kind) {
      case QuantityClass::kPercent: return "percent";
      case QuantityClass::kPercentagePoint: return "percentage-point";
      case QuantityClass::kOrdinal: return "rank";
      case QuantityClass::kMoney: {
        if (figure.home_form.empty()) return figure.quantity.unit;
        const std::string code = currency_owner_ ? lexicon_.units().home_currency(figure.home_form, *currency_owner_) : std::string();
        return code.empty() ? std::string(figure.home_form) : code;
      }
      case QuantityClass::kMeasure: return figure.quantity.unit;
      case QuantityClass::kNumber:
        return figure.quantity.unit.empty() ? counted_noun(annotated_, mention, lexicon_.units()) : figure.quantity.unit;
    }
    return figure.quantity.unit;
  }

  void dates() {
    dates_.enter_sentence(annotated_);
    const std::string_view text = annotated_.text;
    for (const Mention& mention : annotated_.mentions) {
      const auto* period = std::get_if<PeriodMention>(&mention.body);
      if (period == nullptr || mention.first >= mention.last) continue;
      const std::size_t first = annotated_.tokens[mention.first].first;
      const std::string_view written = text.substr(first, annotated_.tokens[mention.last - 1U].last - first);
      PeriodMention said = *period;
      said.split_year = said.split_year && !names_season(mention);  // "the winter of 2022/23" is no budget year
      date(mention.first, mention.last, "DATE", dates_.read(said), modifier_of(written, period->bound));
    }
    for (const TimeWords& words : find_time_words(annotated_, lexicon_.units()))
      date(words.first, words.last, timex_name(words.kind), dates_.read(words), "");
    for (const Anniversary& anniversary : find_anniversaries(annotated_)) {
      DatedValue derived;
      derived.value = std::to_string(anniversary.year);
      derived.anchor = "anniversary";
      date(anniversary.first, anniversary.last, "DATE", derived, "");
    }
  }

  bool names_season(const Mention& mention) const {
    const auto tokens = std::span(annotated_.tokens).subspan(mention.first, mention.last - mention.first);
    return std::ranges::any_of(tokens, [&](const Token& token) { return lexicon_.units().figure_word(token.word) == FigureWord::kSeason; });
  }

  void date(std::uint32_t first, std::uint32_t last, std::string_view timex, const DatedValue& dated, std::string_view modifier) {
    const TextSpan place = span(first, last);
    DateLine line;
    line.span = place;
    line.quote = quoter_.quote(place).exact;
    line.timex = timex;
    line.value = dated.value;
    line.modifier = modifier;
    line.anchor = dated.anchor;
    line.fiscal_year_of = dated.fiscal_year_of;
    line.from = dated.from;
    line.to = dated.to;
    write_date_line(line, lines_.emplace_back(first, std::string()).text);
  }

  const Lexicon& lexicon_;
  const Document& document_;
  MentionOptions options_;
  Quoter quoter_;
  DateAnchor dates_;
  std::optional<ActorId> currency_owner_;
  AnnotatedSentence annotated_;
  std::size_t start_ = 0;  ///< Of the sentence in the document's text.
  std::vector<Line> lines_;
  std::string& out_;
};

}  // namespace

void append_mentions(const Engine& engine, const Extraction& extraction, const MentionOptions& options, std::string& out) {
  if (options.quantities || options.dates) MentionReporter(engine, extraction, options, out).run();
}

}  // namespace paraph

#include "engine/mention_report.h"

#include <fmt/format.h>

#include "mention/find_mentions.h"
#include "report/mention_lines.h"

namespace paraph {
namespace {

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

std::string_view unit_of(const QuantityMention& mention) {
  switch (mention.kind) {
    case QuantityClass::kPercent: return "percent";
    case QuantityClass::kPercentagePoint: return "percentage-point";
    case QuantityClass::kOrdinal: return "rank";
    case QuantityClass::kMoney:
    case QuantityClass::kMeasure:
    case QuantityClass::kNumber: return mention.quantity.unit;
  }
  return mention.quantity.unit;
}

/// One end as TIMEX3 writes it: "1992", "2021-03", "2021-Q3", "2024-H2", "199" for a decade, "19" for a century.
std::string timex_of(const CivilPoint& point) {
  switch (point.precision) {
    case PeriodPrecision::kDay: return fmt::format("{:04}-{:02}-{:02}", point.year, point.month, point.day);
    case PeriodPrecision::kMonth: return fmt::format("{:04}-{:02}", point.year, point.month);
    case PeriodPrecision::kQuarter: return fmt::format("{:04}-Q{}", point.year, (point.month + 2) / 3);
    case PeriodPrecision::kHalf: return fmt::format("{:04}-H{}", point.year, point.month <= 6 ? 1 : 2);
    case PeriodPrecision::kYear: return fmt::format("{:04}", point.year);
    case PeriodPrecision::kDecade: return fmt::format("{:03}", point.year / 10);
    case PeriodPrecision::kCentury: return fmt::format("{:02}", point.year / 100);
  }
  return {};
}

std::string timex_of(const CivilPeriod& period) {
  const std::string_view fiscal = period.fiscal() ? "FY" : "";
  if (period.is_point()) return fmt::format("{}{}", fiscal, timex_of(*period.from()));
  if (period.from() && period.to()) return fmt::format("{}{}/{}{}", fiscal, timex_of(*period.from()), fiscal, timex_of(*period.to()));
  // "Since 1992" names one date; that it is a beginning is the claim's business.
  return fmt::format("{}{}", fiscal, timex_of(period.from() ? *period.from() : *period.to()));
}

/// A date with its year, or empty where the text around would have to give it.
std::string value_of(const PeriodMention& mention, const Document& document) {
  if (mention.anchor == PeriodAnchor::kNone) return timex_of(mention.period);
  const auto published = document.published ? document.published->single_year() : std::nullopt;
  if (mention.anchor != PeriodAnchor::kPublished || !published) return {};
  return fmt::format("{:04}", *published + mention.offset_years);
}

std::string_view anchor_of(PeriodAnchor anchor) {
  switch (anchor) {
    case PeriodAnchor::kNone: return "";
    case PeriodAnchor::kPublished: return "published";
    case PeriodAnchor::kPrevious: return "previous";
    case PeriodAnchor::kMonthOfYear: return "year-of-context";
  }
  return "";
}

}  // namespace

void append_mentions(const Engine& engine, const Extraction& extraction, const MentionOptions& options, std::string& out) {
  if (!options.quantities && !options.dates) return;
  const Document& document = extraction.document;
  AnnotatedSentence annotated;
  for (const Block& block : document.blocks) {
    for (const Sentence& sentence : block.sentences) {
      find_mentions(sentence.text.of(document.text()), engine.lexicon(), annotated);
      for (const Mention& mention : annotated.mentions) {
        if (mention.first >= mention.last) continue;
        const std::size_t start = sentence.text.first();
        const TextSpan span = document.origin({start + annotated.tokens[mention.first].first, start + annotated.tokens[mention.last - 1].last});
        if (const auto* quantity = std::get_if<QuantityMention>(&mention.body); quantity != nullptr && options.quantities) {
          write_quantity_line({span, quantity->quantity.value, quantity->quantity.low, quantity->quantity.high, unit_of(*quantity), change_of(*quantity)}, out);
        }
        if (const auto* period = std::get_if<PeriodMention>(&mention.body); period != nullptr && options.dates) {
          const std::string value = value_of(*period, document);
          write_date_line({span, "DATE", value, anchor_of(period->anchor)}, out);
        }
      }
    }
  }
}

}  // namespace paraph

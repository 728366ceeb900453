#include "report/quoter.h"

#include <algorithm>

#include "text/decoded_text.h"

namespace paraph {
namespace {

constexpr std::size_t kContext = 32;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// At most 32 characters that end at `last`.
std::string_view before(std::string_view text, std::size_t last) {
  std::size_t first = last;
  for (std::size_t characters = 0; first > 0 && characters < kContext; ++characters) {
    --first;
    while (first > 0 && continues(text[first])) --first;
  }
  return text.substr(first, last - first);
}

/// At most 32 characters from `first` on.
std::string_view after(std::string_view text, std::size_t first) {
  std::size_t last = first;
  for (std::size_t characters = 0; last < text.size() && characters < kContext; ++characters) {
    ++last;
    while (last < text.size() && continues(text[last])) ++last;
  }
  return text.substr(first, last - first);
}

}  // namespace

std::string mended_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  while (!text.empty()) {
    const std::size_t good = valid_utf8_prefix(text);
    out.append(text.substr(0, good));
    text.remove_prefix(good);
    if (text.empty()) break;
    out.append("\xEF\xBF\xBD");
    text.remove_prefix(1);
  }
  return out;
}

Quoter::Quoter(const Extraction& extraction, QuoteFrom from) : extraction_(extraction) {
  const Encoding encoding = extraction.document.decoding.encoding;
  original_ = from == QuoteFrom::kBytes && extraction.document.format != DocumentFormat::kHtml &&
              (encoding == Encoding::kUtf8 || encoding == Encoding::kUtf8Bom);
  words_ = original_ ? std::string_view(extraction.bytes) : extraction.document.text();
  broken_ = original_ && extraction.document.decoding.replaced > 0;
}

std::size_t Quoter::word_at(std::size_t origin) const {
  const auto& runs = extraction_.document.content.runs();
  // Text stands in the order of its original, but for words that a table or a page layout moved: those are looked for one by one.
  auto found = std::partition_point(runs.begin(), runs.end(), [&](const auto& run) { return run.origin_last <= origin; });
  if (found == runs.end() || found->origin_first > origin) {
    const auto exact = std::find_if(runs.begin(), runs.end(),
                                    [&](const auto& run) { return run.origin_first <= origin && origin < run.origin_last; });
    if (exact != runs.end()) found = exact;
  }
  if (found == runs.end()) return words_.size();
  const std::size_t end = found + 1 == runs.end() ? words_.size() : (found + 1)->at;
  if (origin <= found->origin_first) return found->at;
  const std::size_t step = origin - found->origin_first;
  switch (found->step) {
    case DecodedText::Step::kWhole: return found->at;
    case DecodedText::Step::kByte: return std::min(found->at + step, end);
    case DecodedText::Step::kPair: return std::min(found->at + step / 2, end);
  }
  return found->at;
}

TextSpan Quoter::located(TextSpan span) const {
  if (original_) {
    const std::size_t last = std::min(span.last(), words_.size());
    return {std::min(span.first(), last), last};
  }
  if (span.empty()) {
    const std::size_t at = word_at(span.first());
    return {at, at};
  }
  const std::size_t first = word_at(span.first());
  // The last original byte belongs to the passage; one character of the text may stand for several bytes.
  std::size_t last = word_at(span.last() - 1);
  if (last < words_.size()) ++last;
  const auto& runs = extraction_.document.content.runs();
  const auto whole = std::partition_point(runs.begin(), runs.end(), [&](const auto& run) { return run.at < last; });
  if (whole != runs.begin() && (whole - 1)->step == DecodedText::Step::kWhole) {
    last = whole == runs.end() ? words_.size() : whole->at;
  }
  while (last < words_.size() && continues(words_[last])) ++last;
  return {std::min(first, last), last};
}

Quote Quoter::quote(TextSpan span) {
  const TextSpan place = located(span);
  Quote quote{place.of(words_), before(words_, place.first()), after(words_, place.last())};
  if (!broken_) return quote;
  std::string_view* parts[] = {&quote.exact, &quote.prefix, &quote.suffix};
  for (std::size_t i = 0; i < 3; ++i) {
    if (valid_utf8_prefix(*parts[i]) == parts[i]->size()) continue;
    mended_[i] = mended_utf8(*parts[i]);
    *parts[i] = mended_[i];
  }
  return quote;
}

}  // namespace paraph

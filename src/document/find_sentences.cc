#include "document/find_sentences.h"

#include <fmt/format.h>

#include "text/sentence_boundaries.h"

namespace paraph {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// End of the piece that starts at `first` and is at most `most` bytes long: behind a word, never inside a character.
std::size_t cut_at(std::string_view text, std::size_t first, std::size_t last, std::size_t most) {
  std::size_t end = first + most;
  if (end >= last) return last;
  for (std::size_t at = end; at > first + most / 2; --at) {
    if (is_space(text[at - 1])) return at;
  }
  while (end > first + 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return end;
}

}  // namespace

Result<void> find_sentences(const DocumentLimits& limits, Document& document) {
  const std::string_view text = document.text();
  const std::size_t most = limits.sentence_bytes;
  std::size_t cuts = 0;
  std::size_t count = 0;
  const auto add = [&](Block& block, TextSpan span) {
    std::size_t first = span.first();
    while (first < span.last()) {
      ++count;
      const std::size_t end = cut_at(text, first, span.last(), most);
      cuts += end < span.last() ? 1U : 0U;
      std::size_t last = end;
      while (last > first && is_space(text[last - 1])) --last;
      if (last > first) block.sentences.push_back({TextSpan(first, last), document.origin({first, last})});
      first = end;
      while (first < span.last() && is_space(text[first])) ++first;
    }
  };
  for (Block& block : document.blocks) {
    if (block.kind == BlockKind::kBoilerplate || block.kind == BlockKind::kMetadata) continue;
    if (block.kind == BlockKind::kTableRow) {
      add(block, block.text);
      continue;
    }
    if (count > limits.sentences)
      return fail(ErrorCode::kLimitExceeded, fmt::format("more than {} sentences, the limit for a document", limits.sentences));
    const std::vector<TextSpan> spans = split_sentences(block.text.of(text), limits.sentences - count + 2);
    block.sentences.reserve(spans.size());
    for (const TextSpan span : spans) add(block, {block.text.first() + span.first(), block.text.first() + span.last()});
  }
  if (cuts > 0) document.warnings.push_back(fmt::format("sentences longer than {} bytes were cut in {} places", most, cuts));
  if (count > limits.sentences)
    return fail(ErrorCode::kLimitExceeded, fmt::format("more than {} sentences, the limit for a document", limits.sentences));
  return {};
}

}  // namespace paraph

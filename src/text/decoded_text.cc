#include "text/decoded_text.h"

#include <algorithm>

#include "base/check.h"

namespace paraph {
namespace {

bool is_control(unsigned char c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f'; }

DecodedText::Step step_of(std::uint8_t text_width, std::uint8_t origin_width) {
  if (text_width != 1 || origin_width > 2) return DecodedText::Step::kWhole;
  return origin_width == 1 ? DecodedText::Step::kByte : DecodedText::Step::kPair;
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "utf-8";
    case Encoding::kUtf8Bom:
      return "utf-8 with byte order mark";
    case Encoding::kUtf16Le:
      return "utf-16le";
    case Encoding::kUtf16Be:
      return "utf-16be";
    case Encoding::kWindows1252:
      return "windows-1252";
  }
  return "";
}

void DecodedText::append_linear(std::string_view text, std::size_t origin) { append_units(text, origin, 1, 1); }

void DecodedText::append_units(std::string_view text, std::size_t origin, std::uint8_t text_width, std::uint8_t origin_width) {
  if (text.empty()) return;
  PARAPH_CHECK(text_width > 0 && text.size() % text_width == 0, "Text must be whole units.");
  const std::size_t length = text.size() / text_width * origin_width;
  Run* last = runs_.empty() ? nullptr : &runs_.back();
  if (last != nullptr && last->text_width == text_width && last->origin_width == origin_width && last->origin_last == origin) {
    last->origin_last += length;
  } else {
    runs_.push_back({text_.size(), origin, origin + length, step_of(text_width, origin_width), text_width, origin_width});
  }
  text_.append(text);
}

void DecodedText::append_mapped(std::string_view text, std::size_t origin_first, std::size_t origin_last) {
  PARAPH_CHECK(origin_first <= origin_last, "Mapped text must come from a range.");
  if (text.empty()) return;
  runs_.push_back({text_.size(), origin_first, origin_last, Step::kWhole, 0, 0});
  text_.append(text);
}

std::size_t DecodedText::run_of(std::size_t at) const {
  if (runs_.size() == 1) return 0;
  auto after = std::upper_bound(runs_.begin(), runs_.end(), at, [](std::size_t value, const Run& run) { return value < run.at; });
  return static_cast<std::size_t>(after - runs_.begin()) - 1;
}

/// Origin of text bytes [first, last), which lie in `run`.
TextSpan DecodedText::run_origin(std::size_t run, std::size_t first, std::size_t last) const {
  const Run& r = runs_[run];
  if (r.text_width == 0) return {r.origin_first, r.origin_last};
  if (r.text_width == 1) return {r.origin_first + r.origin_width * (first - r.at), r.origin_first + r.origin_width * (last - r.at)};
  const std::size_t whole = (last - r.at + r.text_width - 1) / r.text_width;
  return {r.origin_first + (first - r.at) / r.text_width * r.origin_width, r.origin_first + whole * r.origin_width};
}

void DecodedText::append_range(const DecodedText& source, TextSpan span) {
  PARAPH_CHECK(span.last() <= source.text_.size(), "A span must lie inside the text that it is taken from.");
  if (span.empty()) return;
  std::size_t at = span.first();
  for (std::size_t run = source.run_of(at); at < span.last(); ++run) {
    const std::size_t end = run + 1 < source.runs_.size() ? source.runs_[run + 1].at : source.text_.size();
    const std::size_t last = std::min(end, span.last());
    const TextSpan from = source.run_origin(run, at, last);
    const std::string_view piece = std::string_view(source.text_).substr(at, last - at);
    const Run& r = source.runs_[run];
    const bool whole_units = r.text_width > 0 && (at - r.at) % r.text_width == 0 && piece.size() % r.text_width == 0;
    if (whole_units) {
      append_units(piece, from.first(), r.text_width, r.origin_width);
    } else {
      append_mapped(piece, from.first(), from.last());
    }
    at = last;
  }
}

TextSpan DecodedText::origin(TextSpan span) const {
  PARAPH_CHECK(span.last() <= text_.size(), "A span must lie inside the decoded text.");
  if (runs_.empty()) return {0, 0};
  const std::size_t first_run = run_of(std::min(span.first(), text_.size() - 1));
  if (span.empty()) {
    const TextSpan whole = run_origin(first_run, span.first(), span.first());
    return {whole.first(), whole.first()};
  }
  const std::size_t last_run = run_of(span.last() - 1);
  const std::size_t first_end = first_run == last_run ? span.last() : runs_[first_run + 1].at;
  const TextSpan head = run_origin(first_run, span.first(), first_end);
  if (first_run == last_run) return head;
  return head.joined(run_origin(last_run, runs_[last_run].at, span.last()));
}

std::size_t DecodedText::blank_controls() {
  constexpr std::size_t kStep = 64;
  std::size_t count = 0;
  const auto blank = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      if (is_control(static_cast<unsigned char>(text_[i]))) {
        text_[i] = ' ';
        ++count;
      }
    }
  };
  std::size_t at = 0;
  for (; at + kStep <= text_.size(); at += kStep) {
    const char* block = text_.data() + at;
    unsigned char found = 0;
    for (std::size_t i = 0; i < kStep; ++i) {
      const auto c = static_cast<unsigned char>(block[i]);
      found = static_cast<unsigned char>(
          found | (static_cast<unsigned char>(c < 0x20) & static_cast<unsigned char>(static_cast<unsigned char>(c - 9) > 4)) |
          static_cast<unsigned char>(c == 0x0B));
    }
    if (found != 0) blank(at, at + kStep);
  }
  blank(at, text_.size());
  return count;
}

}  // namespace paraph

#include "importer/csv_reader.h"

#include <bit>
#include <cstring>

#include <fmt/format.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace paraph {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The first delimiter, line feed or quotation mark in [from, end), or `end`.
const char* find_break(const char* from, const char* end, char delimiter) {
#if defined(__SSE2__)
  const __m128i delimiters = _mm_set1_epi8(delimiter);
  const __m128i feeds = _mm_set1_epi8('\n');
  const __m128i quotes = _mm_set1_epi8('"');
  for (; end - from >= 16; from += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
    const __m128i any = _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiters), _mm_or_si128(_mm_cmpeq_epi8(bytes, feeds), _mm_cmpeq_epi8(bytes, quotes)));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(any));
    if (mask != 0) return from + std::countr_zero(mask);
  }
#endif
  while (from != end && *from != delimiter && *from != '\n' && *from != '"') ++from;
  return from;
}

std::string_view without_return(const char* from, const char* to) {
  if (to != from && to[-1] == '\r') --to;
  return {from, static_cast<std::size_t>(to - from)};
}

}  // namespace

CsvReader::CsvReader(const ByteSource& file, char delimiter, bool quotes)
    : file_(&file), delimiter_(delimiter), quotes_(quotes), buffer_(std::size_t{512} << 10) {}

Result<bool> CsvReader::next() {
  for (;;) {
    // Blank lines.
    while (at_ < filled_ && (buffer_[at_] == '\n' || (buffer_[at_] == '\r' && at_ + 1 < filled_ && buffer_[at_ + 1] == '\n'))) {
      if (buffer_[at_] == '\n') ++lines_;
      ++at_;
    }
    if (at_ < filled_ && cut_row()) return true;
    if (ended_) {
      if (at_ == filled_) return false;
      return fail(ErrorCode::kMalformed,
                  fmt::format("{}:{}: a quotation begins in this row and does not end; close it with a quotation mark", file_->name(), line_));
    }
    if (filled_ - at_ > kLongestRow) {
      return fail(ErrorCode::kLimitExceeded,
                  fmt::format("{}:{}: the row is longer than 1 MB; is a quotation left open?", file_->name(), lines_ + 1));
    }
    const auto more = refill();
    if (!more) return more;
  }
}

/// Moves what is left to the front and reads behind it.
Result<bool> CsvReader::refill() {
  const std::size_t left = filled_ - at_;
  std::memmove(buffer_.data(), buffer_.data() + at_, left);
  base_ += at_;
  at_ = 0;
  filled_ = left;
  if (buffer_.size() - filled_ < buffer_.size() / 2) buffer_.resize(buffer_.size() * 2);
  const auto got = file_->read_at(base_ + filled_, std::span(buffer_).subspan(filled_));
  if (!got) return std::unexpected(got.error());
  filled_ += *got;
  ended_ = base_ + filled_ >= file_->size() || *got == 0;
  if (base_ == 0 && at_ == 0 && left == 0 && std::string_view(buffer_.data(), filled_).starts_with(kByteOrderMark)) {
    at_ = kByteOrderMark.size();
  }
  return true;
}

/// False when the buffer ends first, and is not the file's end.
bool CsvReader::cut_row() {
  const char* const first = buffer_.data() + at_;
  const char* const end = buffer_.data() + filled_;
  fields_.clear();
  unquoted_used_ = 0;
  const char* from = first;
  for (;;) {
    const char* stop = find_break(from, end, delimiter_);
    while (stop != end && *stop == '"' && (!quotes_ || stop != from)) stop = find_break(stop + 1, end, delimiter_);
    if (stop == end) {
      if (!ended_) return false;
      fields_.push_back(without_return(from, end));
      line_ = ++lines_;
      at_ = filled_;
      return true;
    }
    if (*stop == '"') return cut_quoted_row(at_);
    if (*stop == '\n') {
      fields_.push_back(without_return(from, stop));
      line_ = ++lines_;
      at_ = static_cast<std::size_t>(stop + 1 - buffer_.data());
      return true;
    }
    fields_.emplace_back(from, static_cast<std::size_t>(stop - from));
    from = stop + 1;
  }
}

/// A row with a quoted field, from its beginning.
bool CsvReader::cut_quoted_row(std::size_t begin) {
  fields_.clear();
  const char* const end = buffer_.data() + filled_;
  const char* from = buffer_.data() + begin;
  std::uint64_t breaks = 0;
  line_ = lines_ + 1;
  for (;;) {
    const char* stop = from;
    if (from != end && *from == '"') {
      const char* const text = from + 1;
      const char* close = text;
      bool doubled = false;
      for (;;) {
        close = static_cast<const char*>(std::memchr(close, '"', static_cast<std::size_t>(end - close)));
        if (close == nullptr) return false;
        if (close + 1 == end && !ended_) return false;
        if (close + 1 == end || close[1] != '"') break;
        doubled = true;
        close += 2;
      }
      const std::string_view inside(text, static_cast<std::size_t>(close - text));
      for (const char c : inside) breaks += c == '\n' ? 1 : 0;
      if (doubled) {
        if (unquoted_.size() == unquoted_used_) unquoted_.emplace_back();
        std::string& plain = unquoted_[unquoted_used_++];
        plain.clear();
        for (std::size_t i = 0; i < inside.size(); ++i) {
          plain += inside[i];
          if (inside[i] == '"') ++i;
        }
        fields_.emplace_back();  // Filled in below: `unquoted_` may still move.
      } else {
        fields_.push_back(inside);
      }
      if (doubled) doubled_at_.emplace_back(fields_.size() - 1);
      stop = close + 1;
      // What stands between the closing mark and the delimiter belongs to nothing: spreadsheets write nothing there.
      while (stop != end && *stop != delimiter_ && *stop != '\n') ++stop;
    } else {
      while (stop != end && *stop != delimiter_ && *stop != '\n') ++stop;
      fields_.push_back(stop == end || *stop == '\n' ? without_return(from, stop) : std::string_view(from, static_cast<std::size_t>(stop - from)));
    }
    if (stop == end && !ended_) {
      doubled_at_.clear();
      return false;
    }
    if (stop != end && *stop == delimiter_) {
      from = stop + 1;
      continue;
    }
    at_ = static_cast<std::size_t>(stop - buffer_.data()) + (stop == end ? 0 : 1);
    lines_ += breaks + 1;
    for (std::size_t i = 0; i < doubled_at_.size(); ++i) fields_[doubled_at_[i]] = unquoted_[i];
    doubled_at_.clear();
    return true;
  }
}

}  // namespace paraph

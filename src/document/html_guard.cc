#include "document/html_guard.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace paraph {
namespace {

constexpr std::size_t kLongestTag = 4096;
constexpr std::size_t kLongestName = 16;

constexpr auto kEmphasis =
    std::to_array<std::string_view>({"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
static_assert(std::ranges::is_sorted(kEmphasis));

/// Tags that hold nothing, or that the next of their kind closes: they do not nest by themselves.
constexpr auto kFlat = std::to_array<std::string_view>(
    {"area", "base", "body",   "br", "col",   "colgroup", "dd",     "dt",    "embed", "head",  "hr", "html",  "img", "input", "li",
     "link", "meta", "option", "p",  "param", "path",     "source", "tbody", "td",    "tfoot", "th", "thead", "tr",  "track", "wbr"});
static_assert(std::ranges::is_sorted(kFlat));

constexpr auto kRawText = std::to_array<std::string_view>({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"});
static_assert(std::ranges::is_sorted(kRawText));

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return lowered(c) >= 'a' && lowered(c) <= 'z'; }
bool ends_name(char c) { return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

class Guard {
 public:
  Guard(std::string_view page, std::size_t depth, GuardReport& report) : out_(page), limit_(depth), report_(report) {}

  std::string run() {
    std::size_t at = 0;
    while (true) {
      at = out_.find('<', at);
      if (at == std::string::npos || at + 1 >= out_.size()) break;
      at = read_markup(at);
    }
    return std::move(out_);
  }

 private:
  std::size_t read_markup(std::size_t at) {
    const char next = out_[at + 1];
    if (next == '!') {
      if (out_.compare(at, 4, "<!--") == 0) return skip_to("-->", at + 4);
      return skip_to(">", at);
    }
    if (next == '?') return skip_to(">", at);
    const bool end = next == '/';
    const std::size_t name_at = at + (end ? 2 : 1);
    if (name_at >= out_.size() || !is_letter(out_[name_at])) return at + 1;
    std::array<char, kLongestName> buffer{};
    std::size_t length = 0;
    while (name_at + length < out_.size() && length < kLongestName && !ends_name(out_[name_at + length])) {
      buffer[length] = lowered(out_[name_at + length]);
      ++length;
    }
    const std::string_view name(buffer.data(), length);
    const std::size_t close = tag_end(name_at + length);
    take(name, end, at, close);
    if (!end && std::ranges::binary_search(kRawText, name)) return skip_raw(name, close);
    return close;
  }

  /// One past the '>' that ends a tag, quoted attribute values respected.
  std::size_t tag_end(std::size_t at) const {
    char quote = 0;
    bool value = false;
    for (; at < out_.size(); ++at) {
      const char c = out_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        return at + 1;
      } else if ((c == '"' || c == '\'') && value) {
        quote = c;
        value = false;
      } else if (c == '=') {
        value = true;
      } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        value = false;
      }
    }
    return at;
  }

  void take(std::string_view name, bool end, std::size_t first, std::size_t last) {
    if (std::ranges::binary_search(kEmphasis, name)) {
      blank(first, last);
      return;
    }
    if (last - first > kLongestTag) {
      blank(first, last);
      ++report_.too_long;
      return;
    }
    if (std::ranges::binary_search(kFlat, name)) return;
    const bool empty = out_[last - 1] == '>' && last - first > 2 && out_[last - 2] == '/';
    if (name == "svg" || name == "math") drawing_ = !end && !empty;
    if (empty && drawing_) return;
    if (end) {
      if (taken_ > 0) {
        --taken_;
        blank(first, last);
      } else if (open_ > 0) {
        --open_;
      }
      return;
    }
    if (open_ >= limit_) {
      ++taken_;
      ++report_.too_deep;
      blank(first, last);
    } else {
      ++open_;
    }
  }

  void blank(std::size_t first, std::size_t last) { std::memset(out_.data() + first, kTakenOut, last - first); }

  std::size_t skip_to(std::string_view mark, std::size_t at) const {
    const std::size_t found = out_.find(mark, at);
    return found == std::string::npos ? out_.size() : found + mark.size();
  }

  /// Behind the raw text of a script or style: at its end tag, which is then read as any other.
  std::size_t skip_raw(std::string_view name, std::size_t at) const {
    while (true) {
      at = out_.find("</", at);
      if (at == std::string::npos) return out_.size();
      bool same = at + 2 + name.size() <= out_.size();
      for (std::size_t i = 0; same && i < name.size(); ++i) same = lowered(out_[at + 2 + i]) == name[i];
      if (same) return at;
      at += 2;
    }
  }

  std::string out_;
  std::size_t limit_;
  GuardReport& report_;
  std::size_t open_ = 0;
  std::size_t taken_ = 0;
  bool drawing_ = false;
};

}  // namespace

std::string guard_html(std::string_view page, std::size_t depth, GuardReport& report) { return Guard(page, depth, report).run(); }

}  // namespace paraph

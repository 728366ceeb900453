#include "document/line_rules.h"

#include <algorithm>
#include <array>

namespace paraph {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter_or_digit(char c) { return is_upper(c) || is_lower(c) || is_digit(c); }

constexpr auto kWholeLines = std::to_array<std::string_view>({
    "[edit]",
    "accept",
    "accept all",
    "accept cookies",
    "advertisement",
    "advertisements",
    "audio",
    "back",
    "back to top",
    "bookmark",
    "breadcrumb",
    "close",
    "comments",
    "contact",
    "contact us",
    "contents",
    "cookie policy",
    "copy link",
    "dismiss",
    "download",
    "download pdf",
    "edit",
    "email",
    "facebook",
    "faq",
    "feedback",
    "follow us",
    "from the free encyclopedia",
    "from wikipedia, the free encyclopedia",
    "help",
    "hide",
    "home",
    "language selection",
    "languages",
    "leave a comment",
    "leave a reply",
    "like this",
    "linkedin",
    "listen",
    "loading",
    "log in",
    "login",
    "main menu",
    "main navigation",
    "menu",
    "more",
    "newsletter",
    "next",
    "next page",
    "on this page",
    "open menu",
    "page contents",
    "pinterest",
    "previous",
    "previous page",
    "print",
    "print page",
    "privacy",
    "privacy policy",
    "read more",
    "register",
    "rss",
    "save",
    "search",
    "share",
    "share this",
    "show more",
    "sign in",
    "sign up",
    "site map",
    "sitemap",
    "skip navigation",
    "stay connected",
    "subscribe",
    "table of contents",
    "tags",
    "telegram",
    "terms of use",
    "toggle navigation",
    "top",
    "top of page",
    "translate",
    "tweet",
    "twitter",
    "view all",
    "whatsapp",
    "x",
    "youtube",
});
static_assert(std::ranges::is_sorted(kWholeLines));
constexpr std::size_t kLongestWholeLine = std::ranges::max(kWholeLines, {}, &std::string_view::size).size();

constexpr auto kOpenings = std::to_array<std::string_view>({
    "(c) ",
    "\xC2\xA9",
    "a-z index",
    "accept all cookies",
    "all content available under",
    "all rights reserved",
    "an official site of",
    "an official web site of",
    "an official website of",
    "by browsing",
    "by continuing to",
    "by using this site",
    "categories:",
    "category:",
    "click here",
    "copyright ",
    "enable javascript",
    "external links are",
    "filed under",
    "flag of ",
    "follow us on",
    "here is how",
    "here's how you know",
    "here\xE2\x80\x99s how you know",
    "javascript ",
    "jump to",
    "like us on",
    "member of the family",
    "official websites use",
    "please enable",
    "posted in",
    "print this",
    "read also",
    "related articles",
    "related:",
    "retrieved from",
    "save my name",
    "secure .gov",
    "secure sites use",
    "share on",
    "share sensitive information",
    "share this",
    "sign up for",
    "skip to",
    "stay connected",
    "subscribe to",
    "tags:",
    "this is an archive",
    "this is an official",
    "this page was last edited",
    "this page is part of",
    "this site uses cookies",
    "this website uses cookies",
    "toggle ",
    "tweet this",
    "we use cookies",
    "you are here",
    "you are using an outdated",
    "you are viewing",
    "your browser",
});

/// Segments of a line between menu separators of one kind; 1 when there are none.
std::size_t menu_segments(std::string_view line) {
  static constexpr auto kMarks =
      std::to_array<std::string_view>({" > ", " / ", " \xC2\xBB ", " \xC2\xB7 ", " \xE2\x80\xBA ", " \xE2\x80\xA2 "});
  std::array<std::size_t, kMarks.size()> counts{};
  std::size_t bars = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '|') ++bars;
    if (line[at] != ' ' || at + 2 >= line.size() || is_letter_or_digit(line[at + 1])) continue;
    for (std::size_t mark = 0; mark < kMarks.size(); ++mark) counts[mark] += line.substr(at).starts_with(kMarks[mark]) ? 1U : 0U;
  }
  return 1 + std::max(bars, std::ranges::max(counts));
}

/// A line in small letters, on the stack: these rules run on every line of every document.
class LowerLine {
 public:
  static constexpr std::size_t kMost = 400;

  explicit LowerLine(std::string_view line) : size_(std::min(line.size(), kMost)) {
    for (std::size_t i = 0; i < size_; ++i) bytes_[i] = is_upper(line[i]) ? static_cast<char>(line[i] + 32) : line[i];
  }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::size_t size_;
  std::array<char, kMost> bytes_;
};

/// Whether some opening begins with the letter that the line begins with.
template <typename Rows>
constexpr std::array<bool, 256> first_bytes(const Rows& rows) {
  std::array<bool, 256> out{};
  for (const std::string_view row : rows) {
    const auto first = static_cast<unsigned char>(row[0]);
    out[first] = true;
    if (first >= 'a' && first <= 'z') out[first - 32U] = true;
  }
  return out;
}

/// "HomeAbout usNewsContact": words glued without spaces, where the markup between them was lost.
bool runs_words_together(std::string_view line) {
  std::size_t joints = 0;
  for (std::size_t i = 2; i < line.size(); ++i) {
    if (is_upper(line[i]) && is_lower(line[i - 1]) && is_lower(line[i - 2])) ++joints;
  }
  return joints >= 4 && joints * 14 > line.size();
}

/// Phrases of banners and footers inside a line, each looked for at its rarest letter.
bool contains_furniture(std::string_view lower) {
  const auto stands = [&](std::string_view phrase, std::size_t at, std::size_t letter) {
    return at >= letter && lower.size() - (at - letter) >= phrase.size() && lower.substr(at - letter, phrase.size()) == phrase;
  };
  for (std::size_t at = 0; at < lower.size(); ++at) {
    switch (lower[at]) {
      case 'k':
        if (stands("how you know", at, 8) || stands("uses cookies to", at, 8)) return true;
        break;
      case 'v':
        if (stands("all rights reserved", at, 16) || stands("enable javascript", at, 9)) return true;
        break;
      case 'w':
        if (stands("to our newsletter", at, 9)) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }

}  // namespace

bool is_rule_line(std::string_view line) {
  return !line.empty() && std::ranges::all_of(line, [](char c) {
    return c == '*' || c == '-' || c == '=' || c == '_' || c == '#' || c == '~' || c == '+' || c == ' ' || c == '.' || c == '\t' ||
           c == '|';
  });
}

bool is_boilerplate_line(std::string_view line) {
  if (line.empty() || line.size() > LowerLine::kMost) return false;
  if (is_rule_line(line)) return true;
  static constexpr auto kFirst = first_bytes(kOpenings);
  const bool sentence = ends_sentence(line);
  const bool may_open = kFirst[static_cast<unsigned char>(line[0])];
  if (sentence && !may_open && line.size() > 200) return false;
  const LowerLine lowered(line);
  const std::string_view lower = lowered.view();
  std::string_view bare = lower;
  while (!bare.empty() && (bare.back() == ':' || bare.back() == '.' || bare.back() == '!')) bare.remove_suffix(1);
  if (bare.size() <= kLongestWholeLine && std::ranges::binary_search(kWholeLines, bare)) return true;
  if (may_open &&
      std::ranges::any_of(kOpenings, [&](std::string_view opening) { return opening[0] == lower[0] && lower.starts_with(opening); })) {
    // "Copyright law was agreed in 1990 …": a long line with a figure is text, whatever it opens with.
    return !(lower.size() > 120 && has_digit(lower) && lower.find("cookie") == std::string_view::npos);
  }
  if (contains_furniture(lower)) return true;
  const std::size_t segments = menu_segments(line);
  if (segments >= 3 && !sentence && line.size() / segments < 40 && (!has_digit(line) || segments >= 5)) return true;
  if (segments >= 2 && lower.starts_with("home ")) return true;
  return !sentence && runs_words_together(line);
}

bool opens_boilerplate_list(std::string_view line) {
  if (line.size() > 24) return false;
  const LowerLine lowered(line);
  std::string_view bare = lowered.view();
  while (!bare.empty() && bare.back() == ':') bare.remove_suffix(1);
  static constexpr auto kLabels = std::to_array<std::string_view>(
      {"categories", "contents", "in this section", "on this page", "page contents", "share", "table of contents", "tags", "topics"});
  return std::ranges::find(kLabels, bare) != kLabels.end();
}

bool opens_boilerplate_section(std::string_view heading) {
  std::string lower = lower_ascii(trimmed(heading));
  std::string_view bare = lower;
  while (!bare.empty() && bare.back() == ':') bare.remove_suffix(1);
  if (bare.ends_with("[edit]")) bare = trimmed(bare.substr(0, bare.size() - 6));
  const std::size_t space = bare.find(' ');
  if (space != std::string_view::npos && space > 0 && std::ranges::all_of(bare.substr(0, space), is_digit)) {
    const std::string_view rest = bare.substr(space + 1);
    if (rest == "comments" || rest == "comment" || rest == "responses") return true;
  }
  for (const std::string_view name :
       {"references",        "see also",          "external links",        "further reading", "bibliography",
        "comments",          "related",           "related articles",      "related links",   "related posts",
        "related content",   "related documents", "more from this author", "leave a reply",   "leave a comment",
        "you may also like", "read also",         "recent posts",          "most read",       "footnotes",
        "citations",         "trending"}) {
    if (bare == name) return true;
  }
  return false;
}

bool is_republication_line(std::string_view line, bool at_edge) {
  static constexpr auto kRepublished = std::to_array<std::string_view>({"adapted from",
                                                                        "first appeared in",
                                                                        "first appeared on",
                                                                        "first published at",
                                                                        "first published by",
                                                                        "first published in",
                                                                        "first published on",
                                                                        "official news published at",
                                                                        "original source",
                                                                        "originally published",
                                                                        "read the original",
                                                                        "reposted from",
                                                                        "reprinted from",
                                                                        "reproduced from",
                                                                        "republished from",
                                                                        "republished with permission",
                                                                        "the original article",
                                                                        "the post ",
                                                                        "this article first appeared",
                                                                        "this article was first published",
                                                                        "this article was originally",
                                                                        "this post first appeared",
                                                                        "this post was originally",
                                                                        "this story first appeared",
                                                                        "this story was originally",
                                                                        "via:"});
  static constexpr auto kFirst = first_bytes(kRepublished);
  if (line.empty() || line.size() > 300) return false;
  const bool may_open = kFirst[static_cast<unsigned char>(line[0])];
  if (!may_open && !at_edge && (line.size() >= 160 || line.find("riginally ") == std::string_view::npos)) return false;
  const LowerLine lowered(line);
  const std::string_view lower = lowered.view();
  for (const std::string_view opening : kRepublished) {
    if (opening[0] == lower[0] && lower.starts_with(opening))
      return opening != "the post " || lower.find("appeared first on") != std::string_view::npos;
  }
  if (lower.size() < 160 && lower.find("originally published ") != std::string_view::npos) return true;
  return at_edge && (lower.starts_with("source:") || lower.starts_with("source :") || lower.starts_with("sources:"));
}

bool names_publisher(std::string_view line) {
  if (line.size() > 64 || ends_sentence(line)) return false;
  const std::string lower = lower_ascii(trimmed(line));
  for (const std::string_view name : {"ministry of",
                                      "department of",
                                      "u.s. department of",
                                      "bureau of",
                                      "office of the",
                                      "embassy of",
                                      "the white house",
                                      "white house",
                                      "u.s. embassy",
                                      "foreign office",
                                      "federal foreign office",
                                      "european commission",
                                      "european external action",
                                      "eeas",
                                      "delegation of",
                                      "high commission of",
                                      "consulate",
                                      "permanent mission",
                                      "government of",
                                      "global affairs",
                                      "state department",
                                      "foreign, commonwealth",
                                      "foreign ministry",
                                      "foreign and commonwealth",
                                      "the ministry of",
                                      "united states department",
                                      "federal department of"}) {
    if (lower.starts_with(name)) return true;
  }
  return false;
}

bool is_byline(std::string_view line) {
  if (line.size() > 100 || ends_sentence(line)) return false;
  const std::string lower = lower_ascii(trimmed(line));
  for (const std::string_view name :
       {"fact sheet", "factsheet", "bilateral relations fact sheet", "briefing room", "statements and releases", "press release",
        "background note", "background notes", "country brief", "report", "article"}) {
    if (lower == name) return true;
  }
  return lower.starts_with("by ") || lower.starts_with("released by") || lower.starts_with("written by") || lower.starts_with("author:") ||
         lower.starts_with("posted by") || lower.find(" min read") != std::string::npos;
}

}  // namespace paraph

#include "document/date_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/line_rules.h"

namespace paraph {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_digit(c) || is_alpha(c) || static_cast<unsigned char>(c) >= 0x80; }

constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                      "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/// Reads forward through a short text; every reader leaves the cursor alone when it fails.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }

  /// A number of `least` to `most` digits that no digit follows; -1 if there is none.
  int number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && end - at_ < most && is_digit(text_[end])) value = value * 10 + (text_[end++] - '0');
    if (end - at_ < least || (end < text_.size() && is_digit(text_[end]))) return -1;
    at_ = end;
    return value;
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool take(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  /// Spaces, no-break spaces included.
  bool spaces() {
    const std::size_t from = at_;
    while (take(' ') || take('\t') || take("\xC2\xA0")) {
    }
    return at_ != from;
  }

  void ordinal() {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (lower_ascii(text_.substr(at_, 2)) == ending && (at_ + 2 >= text_.size() || !is_alpha(text_[at_ + 2]))) {
        at_ += 2;
        return;
      }
    }
  }

  /// 1..12 for a month's name or abbreviation of three or four letters; 0 if there is none.
  int month() {
    std::size_t end = at_;
    while (end < text_.size() && is_alpha(text_[end])) ++end;
    constexpr std::string_view kFirstLetters = "JFMASONDjfmasond";
    if (end - at_ < 3 || end - at_ > 9 || !kFirstLetters.contains(text_[at_])) return 0;
    const std::string word = lower_ascii(text_.substr(at_, end - at_));
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
      const bool short_form = word.size() == 3 || word == "sept";
      if (word == kMonths[i] || (short_form && kMonths[i].starts_with(word))) {
        at_ = end;
        if (short_form) take('.');
        return static_cast<int>(i) + 1;
      }
    }
    return 0;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

std::optional<CivilPoint> point_of(int year, int month, int day) {
  if (year < 1500 || year > 2200 || month < 1 || month > 12) return std::nullopt;
  if (day == 0) return CivilPoint{year, month, 0, PeriodPrecision::kMonth};
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return CivilPoint{year, month, day, PeriodPrecision::kDay};
}

/// "2023-02-03", "2023/02/03", "2023-02".
std::optional<CivilPoint> read_iso(Cursor& cursor) {
  Cursor c = cursor;
  const int year = c.number(4, 4);
  if (year < 0) return std::nullopt;
  for (const char separator : {'-', '/'}) {
    Cursor d = c;
    if (!d.take(separator)) continue;
    const int month = d.number(2, 2);
    if (month < 0) continue;
    Cursor e = d;
    const int day = e.take(separator) ? e.number(2, 2) : -1;
    const auto point = day > 0 ? point_of(year, month, day) : point_of(year, month, 0);
    if (!point || (day <= 0 && separator == '/')) continue;
    cursor = day > 0 ? e : d;
    return point;
  }
  return std::nullopt;
}

/// "20.07.2023" is day, month, year; with slashes or hyphens only when one of both can be no month.
std::optional<CivilPoint> read_numeric(Cursor& cursor) {
  for (const char separator : {'.', '/', '-'}) {
    Cursor c = cursor;
    const int first = c.number(1, 2);
    if (first < 0 || !c.take(separator)) continue;
    if (separator == '.') c.spaces();
    const int second = c.number(1, 2);
    if (second < 0 || !c.take(separator)) continue;
    if (separator == '.') c.spaces();
    const int year = c.number(4, 4);
    if (year < 0) continue;
    const bool day_first = separator == '.' || first > 12;
    if (!day_first && second <= 12 && first != second) continue;
    const auto point = day_first ? point_of(year, second, first) : point_of(year, first, second);
    if (!point) continue;
    cursor = c;
    return point;
  }
  return std::nullopt;
}

/// "9 December 2022", "15th February, 2023".
std::optional<CivilPoint> read_day_first(Cursor& cursor) {
  Cursor c = cursor;
  const int day = c.number(1, 2);
  if (day < 1) return std::nullopt;
  c.ordinal();
  c.spaces();
  if (c.take("of ")) c.spaces();
  const int month = c.month();
  if (month == 0) return std::nullopt;
  c.take(',');
  c.spaces();
  const int year = c.number(4, 4);
  const auto point = point_of(year, month, day);
  if (point) cursor = c;
  return point;
}

/// "August 17, 2021", "Jul 15th, 2024", "May 1999".
std::optional<CivilPoint> read_month_first(Cursor& cursor) {
  Cursor c = cursor;
  const int month = c.month();
  if (month == 0) return std::nullopt;
  c.spaces();
  Cursor d = c;
  const int day = d.number(1, 2);
  if (day > 0) {
    d.ordinal();
    const bool comma = d.take(',');
    if (!d.spaces() && !comma) return std::nullopt;
    const int year = d.number(4, 4);
    const auto point = point_of(year, month, day);
    if (point) cursor = d;
    return point;
  }
  c.take(',');
  c.spaces();
  const auto point = point_of(c.number(4, 4), month, 0);
  if (point) cursor = c;
  return point;
}

bool is_weekday(std::string_view word) {
  if (word.size() < 3) return false;
  const std::string lower = lower_ascii(word);
  return std::ranges::any_of(kWeekdays,
                             [&](std::string_view day) { return day == lower || (lower.size() <= 5 && day.starts_with(lower)); });
}

/// Words that say what the date behind them is.
bool is_label(std::string_view text) {
  const std::string lower = lower_ascii(text);
  for (const std::string_view ending :
       {"updated", "updated on", "modified", "modified on", "published", "published on", "posted", "posted on", "reviewed",
        "reviewed on", "as on", "as of", "as at", "date", "released", "released on", "issued", "issued on", "article", "dated",
        "revised", "revised on", "last update", "updated at", "date of publication", "publication date", "press release",
        "status", "stand"}) {
    if (lower == ending || (lower.size() > ending.size() && lower.ends_with(ending) && lower[lower.size() - ending.size() - 1] == ' ')) {
      return lower.size() <= 60;
    }
  }
  return false;
}

/// Names of places, publishers, series: every word capitalised but for particles, six words at most.
bool is_name(std::string_view text) {
  std::size_t words = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && !is_word(text[at])) ++at;
    const std::size_t first = at;
    while (at < text.size() && is_word(text[at])) ++at;
    if (first == at) break;
    const std::string_view word = text.substr(first, at - first);
    const bool particle = word == "of" || word == "and" || word == "the" || word == "for" || word == "with" || word == "factsheet";
    if (word[0] >= 'a' && word[0] <= 'z' && !particle) return false;
    if (is_digit(word[0])) return false;
    ++words;
  }
  return words <= 8 && text.size() <= 80;
}

std::string_view strip(std::string_view text, std::string_view marks) {
  while (!text.empty() && marks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && marks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

/// Drops dashes, bullets, colons and white space from both ends.
std::string_view strip_separators(std::string_view text) {
  constexpr std::string_view kAscii = " \t,:;()[]*_-|.";
  while (true) {
    const std::size_t before = text.size();
    text = strip(text, kAscii);
    for (const std::string_view mark : {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", "\xC2\xB7", "\xC2\xA0"}) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
    if (text.size() == before) return text;
  }
}

/// Whether what stands behind the date is at most a time of day or a weekday.
bool harmless_tail(std::string_view tail) {
  std::size_t at = 0;
  while (at < tail.size()) {
    while (at < tail.size() && !is_word(tail[at])) ++at;
    const std::size_t first = at;
    while (at < tail.size() && is_word(tail[at])) ++at;
    const std::string_view word = tail.substr(first, at - first);
    if (word.empty()) continue;
    // The bytes of dashes and bullets count as word bytes above U+007F.
    if (strip_separators(word).empty()) continue;
    const std::string lower = lower_ascii(word);
    const bool time = is_digit(word[0]) && word.size() <= 2;
    if (!time && !is_weekday(word) && lower != "utc" && lower != "gmt" && lower != "am" && lower != "pm" && lower != "at") return false;
  }
  return true;
}

/// Four digits in a row: no date of this file is without.
bool has_year(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    digits = is_digit(c) ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

std::optional<CivilPoint> read_segment(std::string_view segment, bool labelled_only) {
  const auto date = find_date(segment);
  if (!date) return std::nullopt;
  const std::string_view tail = segment.substr(date->span.last());
  CivilPoint point = date->point;
  if (const auto second = find_date(segment, date->span.last())) {
    // "2081-02-10 (23 May 2024)": a date of another calendar, with the common one in brackets.
    const std::string_view between = segment.substr(date->span.last(), second->span.first() - date->span.last());
    if (!strip_separators(between).empty() || between.find('(') == std::string_view::npos) return std::nullopt;
    if (!harmless_tail(segment.substr(second->span.last()))) return std::nullopt;
    point = second->point;
  } else if (!harmless_tail(tail)) {
    return std::nullopt;
  }
  const std::string_view raw_head = segment.substr(0, date->span.first());
  const std::string_view head = strip_separators(raw_head);
  if (head.empty() || is_weekday(head) || is_label(head)) return point;
  if (labelled_only) return std::nullopt;
  const std::string_view joint = raw_head.substr(static_cast<std::size_t>(head.data() + head.size() - raw_head.data()));
  const bool separated = joint.find(',') != std::string_view::npos || joint.find(':') != std::string_view::npos ||
                         joint.find('|') != std::string_view::npos || joint.find('-') != std::string_view::npos ||
                         joint.find("\xE2\x80") != std::string_view::npos;
  const std::size_t comma = head.rfind(',');
  const std::string_view last_part = comma == std::string_view::npos ? head : strip_separators(head.substr(comma + 1));
  if (is_weekday(last_part) && (comma == std::string_view::npos || is_name(head.substr(0, comma)))) return point;
  return separated && is_name(head) ? std::optional(point) : std::nullopt;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!is_digit(text[at]) && !is_alpha(text[at])) continue;
    if (at > 0 && (is_digit(text[at - 1]) || is_alpha(text[at - 1]))) continue;
    Cursor cursor(text, at);
    std::optional<CivilPoint> point;
    if (is_digit(text[at])) {
      point = read_iso(cursor);
      if (!point) point = read_numeric(cursor);
      if (!point) point = read_day_first(cursor);
    } else {
      point = read_month_first(cursor);
    }
    if (point) return FoundDate{*point, {at, cursor.at()}};
  }
  return std::nullopt;
}

std::optional<CivilPoint> read_dateline(std::string_view line, bool labelled_only) {
  if (line.size() > 200 || !has_year(line)) return std::nullopt;
  if (auto whole = read_segment(line, labelled_only)) return whole;
  std::size_t first = 0;
  std::size_t segments = 0;
  std::optional<CivilPoint> found;
  while (first <= line.size()) {
    std::size_t end = line.size();
    std::size_t width = 0;
    for (const std::string_view mark : {" | ", " \xE2\x80\xA2 ", " \xC2\xB7 ", "\t", "  "}) {
      const std::size_t at = line.find(mark, first);
      if (at < end) {
        end = at;
        width = mark.size();
      }
    }
    if (++segments == 1 && width == 0) return std::nullopt;  // the whole line, read already
    const auto point = read_segment(line.substr(first, end - first), labelled_only);
    if (point && !found) found = point;
    if (width == 0) break;
    first = end + width;
  }
  return found;
}

std::optional<LeadingDateline> read_leading_dateline(std::string_view paragraph) {
  const std::string_view head = paragraph.substr(0, 120);
  std::size_t dash = std::string_view::npos;
  std::size_t width = 0;
  for (const std::string_view mark : {"\xE2\x80\x94 ", "\xE2\x80\x93 ", "-- ", "- "}) {
    const std::size_t at = head.find(mark);
    if (at < dash) {
      dash = at;
      width = mark.size();
    }
  }
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view line = head.substr(0, dash);
  // The place: capitals up to the comma, bracket or dash.
  const std::size_t end = std::min(line.find_first_of(",("), line.size());
  std::size_t capitals = 0;
  for (const char c : line.substr(0, end)) {
    if ((c >= 'a' && c <= 'z') || is_digit(c)) return std::nullopt;
    capitals += c >= 'A' && c <= 'Z' ? 1U : 0U;
  }
  if (capitals < 3 || end > 48) return std::nullopt;
  LeadingDateline found{std::nullopt, dash + width};
  while (found.length < paragraph.size() && paragraph[found.length] == ' ') ++found.length;
  if (const auto date = find_date(line)) {
    if (date->span.first() > 60) return std::nullopt;
    found.point = date->point;
    return found;
  }
  // Without a year: a month's name, an agency in brackets, nothing else.
  for (std::size_t at = end; at < line.size(); ++at) {
    Cursor cursor(line, at);
    if (is_alpha(line[at]) && !is_alpha(line[at - 1]) && cursor.month() > 0) return found;
  }
  return line.find('(') != std::string_view::npos && line.size() < 60 ? std::optional(found) : std::nullopt;
}

std::optional<CivilPoint> read_machine_date(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '"' || text.front() == '\'')) text.remove_prefix(1);
  Cursor cursor(text, 0);
  if (auto point = read_iso(cursor)) return point;
  const auto date = find_date(text);
  return date && date->span.first() < 12 ? std::optional(date->point) : std::nullopt;
}

}  // namespace paraph

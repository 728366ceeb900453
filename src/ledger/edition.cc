#include "ledger/edition.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "ledger/digest.h"

namespace paraph {
namespace {

constexpr std::string_view kHead = "paraph-edition\t1";

void append_field(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\\': out += "\\\\"; break;
      default: out += c;
    }
  }
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char next = text[++i];
    out += next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next;
  }
  return out;
}

template <typename... Fields>
void append_line(std::string& out, std::string_view key, const Fields&... fields) {
  out += key;
  ((out += '\t', append_field(out, fields)), ...);
  out += '\n';
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  std::size_t at = 0;
  while (true) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    fields.push_back(unescaped(line.substr(at, end - at)));
    if (end == line.size()) return fields;
    at = end + 1;
  }
}

bool read_number(std::string_view text, std::size_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_span(const std::string& first, const std::string& last, TextSpan& out) {
  std::size_t from = 0;
  std::size_t to = 0;
  if (!read_number(first, from) || !read_number(last, to) || from > to) return false;
  out = TextSpan(from, to);
  return true;
}

bool read_day_text(const std::string& text, std::chrono::sys_days& out) {
  std::size_t year = 0;
  std::size_t month = 0;
  std::size_t day = 0;
  const std::string_view view(text);
  if (view.size() != 10 || view[4] != '-' || view[7] != '-') return false;
  if (!read_number(view.substr(0, 4), year) || !read_number(view.substr(5, 2), month) || !read_number(view.substr(8, 2), day)) return false;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return false;
  out = std::chrono::sys_days(date);
  return true;
}

/// One line into the edition; false where it is not as the form prescribes.
bool read_line(const std::vector<std::string>& fields, Edition& out) {
  const std::string& key = fields.front();
  if (key == "claim" && fields.size() == 12) {
    StatedClaim claim{fields[1], fields[2], fields[3], fields[4], fields[9], fields[11], fields[10]};
    if (!read_span(fields[5], fields[6], claim.span) || !read_span(fields[7], fields[8], claim.sentence)) return false;
    out.claims.push_back(std::move(claim));
    return true;
  }
  if (key == "gap" && fields.size() == 4) {
    StatedGap gap{fields[1]};
    if (!read_span(fields[2], fields[3], gap.span)) return false;
    out.gaps.push_back(std::move(gap));
    return true;
  }
  if (key == "event" && fields.size() == 4) {
    const auto kind = change_kind_named(fields[1]);
    if (!kind) return false;
    out.events.push_back({*kind, fields[2], fields[3]});
    return true;
  }
  if (fields.size() != 2) return false;
  const std::string& value = fields[1];
  if (key == "seen") return read_day_text(value, out.seen.day);
  if (key == "recorded") return read_day_text(value, out.recorded.day);
  if (key == "previous") {
    std::size_t number = 0;
    if (!read_number(value, number)) return false;
    out.previous = static_cast<std::int64_t>(number);
    return true;
  }
  for (const auto& [name, member] : {std::pair("source", &out.source), std::pair("name", &out.name), std::pair("document", &out.document),
                                     std::pair("format", &out.format), std::pair("published", &out.published), std::pair("title", &out.title),
                                     std::pair("publisher", &out.publisher), std::pair("home", &out.home), std::pair("partner", &out.partner),
                                     std::pair("lexicon", &out.lexicon)}) {
    if (key != name) continue;
    *member = value;
    return true;
  }
  return false;
}

}  // namespace

std::string day_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string write_record(const Edition& edition) {
  std::string out(kHead);
  out += '\n';
  append_line(out, "source", edition.source);
  append_line(out, "name", edition.name);
  append_line(out, "seen", day_text(edition.seen.day));
  append_line(out, "recorded", day_text(edition.recorded.day));
  append_line(out, "document", edition.document);
  append_line(out, "format", edition.format);
  append_line(out, "published", edition.published);
  append_line(out, "title", edition.title);
  append_line(out, "publisher", edition.publisher);
  append_line(out, "home", edition.home);
  append_line(out, "partner", edition.partner);
  append_line(out, "lexicon", edition.lexicon);
  append_line(out, "previous", std::to_string(edition.previous));
  for (const StatedClaim& claim : edition.claims) {
    append_line(out, "claim", claim.id, claim.kind, claim.subject, claim.object, std::to_string(claim.span.first()), std::to_string(claim.span.last()),
                std::to_string(claim.sentence.first()), std::to_string(claim.sentence.last()), claim.says, claim.verdict, claim.json);
  }
  for (const StatedGap& gap : edition.gaps) append_line(out, "gap", gap.reason, std::to_string(gap.span.first()), std::to_string(gap.span.last()));
  for (const ClaimEvent& event : edition.events) append_line(out, "event", change_kind_name(event.kind), event.before, event.after);
  return out;
}

Result<Edition> read_record(std::string_view record) {
  Edition out;
  std::size_t at = 0;
  for (std::size_t number = 1; at < record.size(); ++number) {
    const std::size_t end = record.find('\n', at);
    if (end == std::string_view::npos) return fail(ErrorCode::kMalformed, fmt::format("line {} of the record ends early", number));
    const std::string_view line = record.substr(at, end - at);
    at = end + 1;
    if (number == 1) {
      if (line != kHead) return fail(ErrorCode::kUnsupported, fmt::format("\"{}\" is no record of an edition that this program reads", line.substr(0, 40)));
      continue;
    }
    if (!read_line(fields_of(line), out)) return fail(ErrorCode::kMalformed, fmt::format("line {} of the record is not as docs/ledger.md has it", number));
  }
  if (out.source.empty() || out.document.size() != 64) return fail(ErrorCode::kMalformed, "the record names no source or no document");
  return out;
}

std::string chain_link(std::string_view link_before, std::string_view record) {
  std::string bytes(link_before);
  bytes += '\n';
  bytes += record;
  return sha256(bytes);
}

}  // namespace paraph

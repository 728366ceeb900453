#include "report/terminal_report.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "report/day_text.h"
#include "report/display_text.h"
#include "report/figures.h"
#include "report/ink.h"
#include "report/quoter.h"
#include "report/terminal_claim.h"
#include "report/terminal_quotation.h"

namespace paraph {
namespace {

constexpr std::size_t kNarrowest = 48;
constexpr std::size_t kWidest = 132;  ///< Longer lines are hard to read, however wide the terminal.

std::string rule(std::size_t width) {
  std::string line;
  for (std::size_t i = 0; i < width; ++i) line += "─";
  return line;
}

/// Writes one audited document; lives for one part().
class Page {
 public:
  Page(const Audit& audit, const ReportContext& context, std::string& out)
      : audit_(audit),
        context_(context),
        quoter_(audit.extraction, QuoteFrom::kText),
        width_(std::clamp(context.layout.width, kNarrowest, kWidest)),
        ink_{context.layout.colour},
        out_(out) {}

  void write() {
    write_head();
    write_judged();
    write_tracked();
    write_gaps();
  }

 private:
  void write_wrapped(std::string_view text, std::size_t indent, std::string_view on) {
    for (const std::string& line : wrapped(text, width_ - indent)) {
      out_.append(indent, ' ').append(on).append(line).append(on.empty() ? "" : ink_.plain()).push_back('\n');
    }
  }

  void write_head() {
    const Document& document = audit_.extraction.document;
    const std::string name = in_one_line(mended_utf8(audit_.extraction.name));
    write_wrapped(document.title.empty() ? name : document.title, 0, ink_.bold());
    std::string line;
    const auto add = [&](std::string_view text) {
      if (text.empty()) return;
      if (!line.empty()) line += " · ";
      line += text;
    };
    add(document.publisher);
    if (document.published) add(period_in_words(*document.published));
    if (audit_.extraction.reading.pair) {
      add(fmt::format("{}–{}", audit_.extraction.reading.pair->home.str(), audit_.extraction.reading.pair->partner.str()));
    }
    if (!document.title.empty()) add(name);
    add("checked as of " + iso_day(audit_.now));
    if (audit_.as_of) add("with what was recorded by " + iso_day(audit_.as_of->day));
    write_wrapped(line, 0, ink_.dim());
    for (const std::string& warning : document.warnings) write_wrapped("note: " + warning, 0, ink_.dim());
    out_.append(ink_.dim()).append(rule(width_)).append(ink_.plain()).append("\n");
  }

  /// Claims with a verdict, several of one sentence under one quotation.
  void write_judged() {
    const auto& claims = audit_.extraction.reading.claims;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (audit_.verdicts[i]) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return claims[a].sentence != claims[b].sentence ? claims[a].sentence < claims[b].sentence : a < b; });
    std::size_t first = 0;
    while (first < order.size()) {
      std::size_t last = first + 1;
      while (last < order.size() && claims[order[last]].sentence == claims[order[first]].sentence) ++last;
      write_sentence({order.begin() + static_cast<std::ptrdiff_t>(first), order.begin() + static_cast<std::ptrdiff_t>(last)});
      first = last;
    }
    if (order.empty()) write_wrapped("No checkable claim was found in this document.", 0, "");
  }

  void write_sentence(const std::vector<std::size_t>& members) {
    const auto& claims = audit_.extraction.reading.claims;
    const TextSpan sentence = quoter_.located(claims[members.front()].sentence);
    std::vector<QuotedMark> marks;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const TextSpan place = quoter_.located(claims[members[i]].span);
      const std::size_t first = std::clamp(place.first(), sentence.first(), sentence.last());
      const std::size_t last = std::clamp(place.last(), first, sentence.last());
      marks.push_back({{first - sentence.first(), last - sentence.first()}, audit_.verdicts[members[i]]->label,
                       members.size() > 1 ? i + 1 : 0});
    }
    write_quotation(sentence.of(quoter_.words()), marks, 2, width_ - 4, ink_, out_);
    for (std::size_t i = 0; i < members.size(); ++i) {
      out_.push_back('\n');
      write_judged_claim(claims[members[i]], *audit_.verdicts[members[i]], marks[i].number, context_.name_actor, width_, ink_, out_);
    }
    out_.append(ink_.dim()).append(rule(width_)).append(ink_.plain()).append("\n");
  }

  void write_item(std::string_view word, std::size_t word_width, TextSpan span) {
    const std::string head = "  " + padded_right(word, word_width) + "  ";
    const std::size_t used = display_width(head);
    out_.append(ink_.dim()).append(head);
    out_.append(shortened(mended_utf8(quoter_.quote(span).exact), width_ - used)).append(ink_.plain()).push_back('\n');
  }

  void write_tracked() {
    std::size_t widest = 0;
    std::size_t count = 0;
    for (const Claim& claim : audit_.extraction.reading.claims) {
      if (is_checkable(claim.kind())) continue;
      ++count;
      widest = std::max(widest, name_of(claim.kind()).size());
    }
    if (count == 0) return;
    write_wrapped(fmt::format("Not judged: {} statement{} of position, purpose or co-operation, kept to compare editions", count, count == 1 ? "" : "s"), 0, "");
    for (const Claim& claim : audit_.extraction.reading.claims) {
      if (!is_checkable(claim.kind())) write_item(name_of(claim.kind()), widest, claim.span);
    }
    out_.push_back('\n');
  }

  void write_gaps() {
    const auto& gaps = audit_.extraction.reading.gaps;
    if (gaps.empty()) return;
    std::size_t widest = 0;
    for (const Gap& gap : gaps) widest = std::max(widest, name_of(gap.reason).size());
    write_wrapped(fmt::format("Not read: {} passage{} that may hold a claim", gaps.size(), gaps.size() == 1 ? "" : "s"), 0, "");
    for (const Gap& gap : gaps) write_item(name_of(gap.reason), widest, gap.span);
    out_.push_back('\n');
  }

  const Audit& audit_;
  const ReportContext& context_;
  Quoter quoter_;
  std::size_t width_;
  Ink ink_;
  std::string& out_;
};

std::size_t count_of(const AuditSummary& summary, VerdictLabel label) {
  switch (label) {
    case VerdictLabel::kSupported: return summary.supported;
    case VerdictLabel::kDisputed: return summary.disputed;
    case VerdictLabel::kRefuted: return summary.refuted;
    case VerdictLabel::kOutdated: return summary.outdated;
    case VerdictLabel::kUnverifiable: return summary.unverifiable;
  }
  return 0;
}

/// One stretch a label, in proportion; every label that occurs gets at least one column.
std::string bar(const AuditSummary& summary, std::size_t width, Ink ink) {
  std::string out;
  std::size_t done = 0;
  std::size_t columns = 0;
  for (const VerdictLabel label : kVerdictLabels) {
    const std::size_t count = count_of(summary, label);
    if (count == 0) continue;
    done += count;
    const std::size_t end = std::max(columns + 1, done * width / summary.checkable);
    out += ink.of(label);
    for (; columns < end; ++columns) out += look_of(label).bar;
    out += ink.plain();
  }
  return out;
}

void write_summary(const ReportTotals& totals, std::size_t width, Ink ink, std::string& out) {
  const AuditSummary& summary = totals.summary;
  if (totals.documents > 1) out.append(ink.dim()).append(rule(width)).append(ink.plain()).append("\n");
  const std::size_t share = summary.checkable == 0 ? 0 : summary.decided() * 100 / summary.checkable;
  out.append(ink.bold()).append(fmt::format("{} of {} checkable claims decided ({} %)", summary.decided(), summary.checkable, share)).append(ink.plain());
  if (totals.documents > 1) out.append(fmt::format("\nin {} documents", totals.documents));
  out.push_back('\n');
  if (summary.checkable > 0) out.append(bar(summary, std::min<std::size_t>(width, 60), ink)).append("\n");
  std::size_t used = 0;
  for (const VerdictLabel label : kVerdictLabels) {
    const std::size_t count = count_of(summary, label);
    if (count == 0) continue;
    const std::string text = fmt::format("{} {} {}", look_of(label).symbol, count, verdict_label_name(label));
    const std::size_t columns = display_width(text);
    if (used > 0) out.append(used + 3 + columns > width ? "\n" : "   ");
    used = used > 0 && used + 3 + columns <= width ? used + 3 + columns : columns;
    out.append(ink.of(label)).append(text).append(ink.plain());
  }
  if (used > 0) out.push_back('\n');
  const auto counted = [](std::size_t count, std::string_view thing) { return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s"); };
  std::string rest = fmt::format("{} tracked but not judged, {} not read", counted(summary.tracked, "statement"), counted(summary.gaps, "passage"));
  if (totals.failed > 0) rest += fmt::format(", {} could not be read", counted(totals.failed, "input"));
  for (const std::string& line : wrapped(rest, width)) out.append(ink.dim()).append(line).append(ink.plain()).append("\n");
}

}  // namespace

void TerminalReport::part(const Audit& audit, std::string& out) const { Page(audit, context_, out).write(); }

void TerminalReport::tail(const ReportTotals& totals, std::string& out) const {
  if (totals.documents == 0) return;
  write_summary(totals, std::clamp(context_.layout.width, kNarrowest, kWidest), Ink{context_.layout.colour}, out);
}

}  // namespace paraph

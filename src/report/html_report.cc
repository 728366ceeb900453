#include "report/html_report.h"

#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "report/day_text.h"
#include "report/describe_claim.h"
#include "report/embedded_text.h"
#include "report/figures.h"
#include "report/html_document.h"
#include "report/html_evidence.h"
#include "report/html_text.h"
#include "report/quoter.h"
#include "report/verdict_look.h"

namespace paraph {
namespace {

constexpr std::array<std::string_view, 5> kBadges = {"S", "D", "R", "O", "U"};

std::string_view badge_of(VerdictLabel label) { return kBadges[static_cast<std::size_t>(label)]; }

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

std::string counted(std::size_t count, std::string_view thing) { return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s"); }

void write_summary(const AuditSummary& summary, std::string& out) {
  const std::size_t share = summary.checkable == 0 ? 0 : summary.decided() * 100 / summary.checkable;
  out += fmt::format("<p class=\"coverage\"><b>{} of {}</b> checkable claims decided ({} %); {} tracked but not judged; {} not read.</p>\n",
                     summary.decided(), summary.checkable, share, counted(summary.tracked, "statement"), counted(summary.gaps, "passage"));
  out += "<div class=\"bar\" aria-hidden=\"true\">";
  for (const VerdictLabel label : kVerdictLabels) {
    const std::size_t count = count_of(summary, label);
    if (count > 0) out += fmt::format("<span class=\"{}\" style=\"flex-grow:{}\">{} {}</span>", verdict_label_name(label), count, badge_of(label), count);
  }
  out += "</div>\n<ul class=\"counts\">";
  for (const VerdictLabel label : kVerdictLabels) {
    out += fmt::format("<li><span class=\"badge {0}\" aria-hidden=\"true\">{1}</span> {2} {0}</li>", verdict_label_name(label), badge_of(label), count_of(summary, label));
  }
  out += "</ul>\n";
}

std::string subtitle(const Audit& audit) {
  const Document& document = audit.extraction.document;
  std::string line;
  const auto add = [&](std::string_view text) {
    if (text.empty()) return;
    if (!line.empty()) line += " · ";
    append_html(text, line);
  };
  add(document.publisher);
  if (document.published) add(period_in_words(*document.published));
  if (audit.extraction.reading.pair) add(fmt::format("{}–{}", audit.extraction.reading.pair->home.str(), audit.extraction.reading.pair->partner.str()));
  add(mended_utf8(audit.extraction.name));
  add("checked as of " + iso_day(audit.now));
  if (audit.as_of) add("with what was recorded by " + iso_day(audit.as_of->day));
  return line;
}

/// Keeps anchors of several documents apart, whatever the order they are written in and also where two files have the
/// same content: the FNV-1a hash of name and document id.
std::string anchor_prefix(const Extraction& extraction) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : extraction.name + "\n" + extraction.document.id) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return fmt::format("d{:016x}", hash);
}

void write_unjudged(const Audit& audit, Quoter& quoter, std::string& out) {
  const Reading& reading = audit.extraction.reading;
  std::string tracked;
  for (const Claim& claim : reading.claims) {
    if (is_checkable(claim.kind())) continue;
    tracked += fmt::format("<li><b>{}</b> {}</li>\n", name_of(claim.kind()), html_of(quoter.quote(claim.span).exact));
  }
  if (!tracked.empty()) out += "<details class=\"rest\"><summary>Tracked but not judged</summary><ul>\n" + tracked + "</ul></details>\n";
  std::string gaps;
  for (const Gap& gap : reading.gaps) {
    gaps += fmt::format("<li><b>{}</b> {}</li>\n", name_of(gap.reason), html_of(quoter.quote(gap.span).exact));
  }
  if (!gaps.empty()) out += "<details class=\"rest\"><summary>Passages that were not read</summary><ul>\n" + gaps + "</ul></details>\n";
}

}  // namespace

void HtmlReport::head(std::string& out) const {
  out += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>Audit by Paraph</title>\n<style>\n";
  out += html_style();
  out += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the text</a>\n<form class=\"filters\" aria-label=\"Show\"><span>Show</span>\n";
  for (const VerdictLabel label : kVerdictLabels) {
    out += fmt::format("<label><input type=\"checkbox\" id=\"show-{0}\" checked> <span class=\"badge {0}\" aria-hidden=\"true\">{1}</span> {0}</label>\n",
                       verdict_label_name(label), badge_of(label));
  }
  out += "<label><input type=\"checkbox\" id=\"show-gap\" checked> <span class=\"claim gap\">not read</span></label>\n</form>\n<main id=\"main\">\n";
}

void HtmlReport::part(const Audit& audit, std::string& out) const {
  const Extraction& extraction = audit.extraction;
  Quoter quoter(extraction, QuoteFrom::kText);
  const std::string prefix = anchor_prefix(extraction);
  std::vector<HtmlMark> marks;
  std::string cards;
  for (std::size_t i = 0; i < audit.verdicts.size(); ++i) {
    if (!audit.verdicts[i]) continue;
    const Claim& claim = extraction.reading.claims[i];
    const Verdict& verdict = *audit.verdicts[i];
    const std::string card = fmt::format("{}-c{}", prefix, i + 1);
    const std::string mark = fmt::format("{}-m{}", prefix, i + 1);
    marks.push_back({quoter.located(claim.span), i, verdict_label_name(verdict.label), badge_of(verdict.label), mark, card,
                     fmt::format("{}: {}", verdict_label_name(verdict.label), verdict.why)});
    write_html_card(claim, verdict, card, mark, context_.name_actor, cards);
  }
  for (const Gap& gap : extraction.reading.gaps) {
    marks.push_back({quoter.located(gap.span), marks.size(), "gap", "", "", "", fmt::format("not read: {}", name_of(gap.reason))});
  }
  const std::string name = mended_utf8(extraction.name);
  out += "<section class=\"sheet\">\n<header><h1>";
  append_html(extraction.document.title.empty() ? name : extraction.document.title, out);
  out += "</h1><p class=\"subtitle\">" + subtitle(audit) + "</p>\n";
  for (const std::string& warning : extraction.document.warnings) out += "<p class=\"subtitle\">Note: " + html_of(warning) + "</p>\n";
  write_summary(summarise(audit), out);
  out += "</header>\n<div class=\"columns\">\n<article class=\"text\" aria-label=\"The document\">\n";
  write_html_document(extraction.document, std::move(marks), out);
  out += "</article>\n<section class=\"cards\" aria-label=\"Verdicts\">\n<h2 class=\"hidden\">Verdicts</h2>\n" + cards;
  write_unjudged(audit, quoter, out);
  out += "</section>\n</div>\n</section>\n";
}

void HtmlReport::tail(const ReportTotals& totals, std::string& out) const {
  if (totals.documents > 1) {
    out += fmt::format("<section class=\"sheet\"><header><h2>All {} documents</h2>", totals.documents);
    write_summary(totals.summary, out);
    out += "</header></section>\n";
  }
  out += "</main>\n<footer>";
  append_html("Paraph " + context_.version, out);
  out += ". A verdict is a label, a reason, and evidence that anyone can run again.</footer>\n</body>\n</html>\n";
}

}  // namespace paraph

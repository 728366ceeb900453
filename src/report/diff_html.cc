#include "report/diff_html.h"

#include <fmt/format.h>

#include "report/diff_quotes.h"
#include "report/embedded_text.h"
#include "report/html_text.h"
#include "report/quoter.h"

namespace paraph {
namespace {

void write_cell(const Extraction& edition, const Passages& passages, std::optional<std::size_t> passage, const std::vector<TextSpan>& places,
                std::string_view tag, std::string& out) {
  out += passage ? "<td>" : "<td class=\"absent\">";
  if (passage) {
    const bool whole = places.empty() && !tag.empty();
    for (const QuotePiece& piece : cut_quote(edition, passages.all[*passage].text, places)) {
      const bool marked = piece.changed || whole;
      out += marked && !tag.empty() ? fmt::format("<{0}>{1}</{0}>", tag, html_of(piece.text)) : html_of(piece.text);
    }
  }
  out += "</td>";
}

std::string heading(const Extraction& edition) {
  std::string out = html_of(mended_utf8(edition.name));
  if (edition.document.published) out += "<br><small>" + html_of(edition.document.published->str()) + "</small>";
  return out;
}

}  // namespace

void write_editions_row(const PassageChange& change, const ComparedEditions& editions, const ReportContext& context, std::string& out) {
  const Comparison& comparison = editions.comparison;
  const bool both = change.before && change.after;
  out += fmt::format("<tr class=\"{0}\"><th scope=\"row\"><span class=\"kind\">{0}</span>{1}</th>", change_kind_name(change.kind),
                     change.moved && change.kind != ChangeKind::kMoved ? " moved" : "");
  const bool marked = !both || !change.edits.empty();
  write_cell(editions.before, comparison.old_passages, change.before, places_before(change), marked ? "del" : "", out);
  write_cell(editions.after, comparison.new_passages, change.after, places_after(change), marked ? "ins" : "", out);
  out += "</tr>\n";
  std::string notes;
  for (const std::size_t index : change.claims) {
    const ClaimChange& claim = comparison.claims[index];
    if (!is_change(claim.change.kind)) continue;
    notes += fmt::format("<li><b>{}</b> {}</li>", change_kind_name(claim.change.kind),
                         html_of(change_in_words(claim, editions.before, editions.after, context.name_actor)));
  }
  if (!notes.empty()) out += "<tr class=\"claims\"><td></td><td colspan=\"2\"><ul>" + notes + "</ul></td></tr>\n";
}

void open_editions_page(std::string_view title, std::string& out) {
  out += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  append_html(title, out);
  out += "</title>\n<style>\n";
  out += html_style();
  out += diff_style();
  out += "</style>\n</head>\n<body>\n<main id=\"main\">\n<h1>";
}

void close_editions_page(const ReportContext& context, std::string& out) {
  out += "</main>\n<footer>";
  append_html("Paraph " + context.version, out);
  out += ". Form, white space, order and furniture of pages are never a change.</footer>\n</body>\n</html>\n";
}

void open_editions_table(const ComparedEditions& editions, std::string& out) {
  out += "<table class=\"editions\">\n<thead><tr><th scope=\"col\">change</th><th scope=\"col\">" + heading(editions.before) + "</th><th scope=\"col\">" +
         heading(editions.after) + "</th></tr></thead>\n<tbody>\n";
}

void close_editions_table(std::string& out) { out += "</tbody>\n</table>\n"; }

void write_diff_html(const ComparedEditions& editions, const ReportContext& context, bool all, std::string& out) {
  const Comparison& comparison = editions.comparison;
  open_editions_page("Editions compared by Paraph", out);
  const Document& document = editions.after.document;
  append_html(document.title.empty() ? mended_utf8(editions.after.name) : document.title, out);
  out += "</h1>\n<p class=\"coverage\">" + html_of(counts_in_words(comparison)) + "</p>\n";
  open_editions_table(editions, out);
  for (const AboutChange& change : comparison.about) {
    out += fmt::format("<tr class=\"about\"><th scope=\"row\">{}</th><td><del>{}</del></td><td><ins>{}</ins></td></tr>\n", html_of(change.member),
                       html_of(mended_utf8(change.before)), html_of(mended_utf8(change.after)));
  }
  for (const PassageChange& change : comparison.passages) {
    if (all || is_change(change.kind)) write_editions_row(change, editions, context, out);
  }
  close_editions_table(out);
  close_editions_page(context, out);
}

}  // namespace paraph

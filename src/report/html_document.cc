#include "report/html_document.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/html_text.h"

namespace paraph {
namespace {

class Page {
 public:
  Page(const Document& document, std::vector<HtmlMark> marks, std::string& out)
      : document_(document), marks_(std::move(marks)), out_(out) {
    std::sort(marks_.begin(), marks_.end(), [](const HtmlMark& a, const HtmlMark& b) { return a.place != b.place ? a.place < b.place : a.number < b.number; });
  }

  void write() {
    for (const Block& block : document_.blocks) {
      if (block.kind == BlockKind::kBoilerplate || block.kind == BlockKind::kMetadata) continue;
      surround(block);
      switch (block.kind) {
        case BlockKind::kHeading: {
          const int level = std::clamp(block.level + 2, 3, 6);
          out_ += fmt::format("<h{}>", level);
          write_text(block.text);
          out_ += fmt::format("</h{}>\n", level);
          break;
        }
        case BlockKind::kListItem:
          out_ += "<li>";
          write_text(block.text);
          out_ += "</li>\n";
          break;
        case BlockKind::kTableRow: write_row(block); break;
        case BlockKind::kParagraph:
        case BlockKind::kMetadata:
        case BlockKind::kBoilerplate:
          out_ += "<p>";
          write_text(block.text);
          out_ += "</p>\n";
          break;
      }
    }
    close();
  }

 private:
  /// Opens and closes the list or table that runs of items and rows stand in.
  void surround(const Block& block) {
    const std::string_view wanted = block.kind == BlockKind::kListItem ? "ul" : block.kind == BlockKind::kTableRow ? "table" : "";
    if (wanted == open_ && (wanted != "table" || block.table == table_)) return;
    close();
    open_ = wanted;
    table_ = block.table;
    if (open_ == "ul") out_ += "<ul>\n";
    if (open_ == "table") out_ += "<div class=\"scroll\"><table>\n";
  }

  void close() {
    if (open_ == "ul") out_ += "</ul>\n";
    if (open_ == "table") out_ += "</table></div>\n";
    open_ = "";
  }

  void write_row(const Block& block) {
    const std::string_view cell = block.header_row ? "th" : "td";
    out_ += "<tr>";
    if (block.cells.empty()) {
      out_ += fmt::format("<{}>", cell);
      write_text(block.text);
      out_ += fmt::format("</{}>", cell);
    }
    for (const TextSpan span : block.cells) {
      out_ += fmt::format("<{}>", cell);
      write_text(span);
      out_ += fmt::format("</{}>", cell);
    }
    out_ += "</tr>\n";
  }

  /// Cuts the text at every beginning and end of a mark and writes the pieces.
  void write_text(TextSpan text) {
    std::vector<const HtmlMark*> here;
    std::vector<std::size_t> cuts = {text.first(), text.last()};
    for (auto mark = first_before(text); mark != marks_.end() && mark->place.first() < text.last(); ++mark) {
      if (!mark->place.overlaps(text)) continue;
      here.push_back(&*mark);
      cuts.push_back(std::max(mark->place.first(), text.first()));
      cuts.push_back(std::min(mark->place.last(), text.last()));
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      write_piece({cuts[i], cuts[i + 1]}, here);
      for (const HtmlMark* mark : here) {
        if (mark->place.last() == cuts[i + 1] || (i + 2 == cuts.size() && mark->place.last() > cuts[i + 1])) write_badge(*mark);
      }
    }
  }

  /// Marks are sorted by where they begin; a long one may begin before the text and reach into it.
  std::vector<HtmlMark>::const_iterator first_before(TextSpan text) {
    while (passed_ < marks_.size() && marks_[passed_].place.last() <= text.first()) ++passed_;
    return marks_.begin() + static_cast<std::ptrdiff_t>(passed_);
  }

  void write_piece(TextSpan piece, const std::vector<const HtmlMark*>& here) {
    const HtmlMark* top = nullptr;
    for (const HtmlMark* mark : here) {
      if (mark->place.contains(piece) && (top == nullptr || mark->place.size() < top->place.size())) top = mark;
    }
    const std::string_view words = piece.of(document_.text());
    if (top == nullptr) {
      append_html(words, out_);
      return;
    }
    if (top->target.empty()) {
      out_ += fmt::format("<span class=\"claim {}\" title=\"{}\">", top->look, html_of(top->tip));
      append_html(words, out_);
      out_ += "</span>";
      return;
    }
    out_ += fmt::format("<a class=\"claim {}\" href=\"#{}\" title=\"{}\">", top->look, top->target, html_of(top->tip));
    append_html(words, out_);
    out_ += "</a>";
  }

  void write_badge(const HtmlMark& mark) {
    if (mark.badge.empty()) return;
    out_ += fmt::format("<a class=\"badge {}\" id=\"{}\" href=\"#{}\" title=\"{}\" aria-label=\"{}\">{}</a>", mark.look, mark.mark_id, mark.target,
                        html_of(mark.tip), html_of(mark.tip), mark.badge);
  }

  const Document& document_;
  std::vector<HtmlMark> marks_;
  std::string& out_;
  std::string_view open_;
  int table_ = -1;
  std::size_t passed_ = 0;
};

}  // namespace

void write_html_document(const Document& document, std::vector<HtmlMark> marks, std::string& out) {
  Page(document, std::move(marks), out).write();
}

}  // namespace paraph

#include "document/read_html.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <string>

#include "document/block_writer.h"
#include "document/date_line.h"
#include "document/html_entities.h"
#include "document/html_furniture.h"
#include "document/html_guard.h"
#include "document/html_tags.h"
#include "document/line_rules.h"

namespace paraph {
namespace {

/// Where in the page the walk stands.
struct Surroundings {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;
  int list_depth = 0;
  int table = -1;
  bool header_row = false;
  bool in_cell = false;
  bool in_main = false;
  bool in_furniture = false;
  bool preformatted = false;
};

class HtmlReader {
 public:
  HtmlReader(const DecodedText& source, const std::string& page, const HtmlFurniture& furniture, Document& document,
             DeclaredMetadata& declared)
      : page_(page), furniture_(furniture), writer_(source, document), declared_(declared) {}

  /// The guard has bounded the depth of the tree, so that this recursion ends early enough.
  void walk(const GumboNode& node, const Surroundings& around) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        add_text(node.v.text, around);
        return;
      case GUMBO_NODE_ELEMENT:
        walk_element(node, around);
        return;
      case GUMBO_NODE_DOCUMENT:
      case GUMBO_NODE_COMMENT:
      case GUMBO_NODE_TEMPLATE:
        return;
    }
  }

  void finish() { close({}); }

  void read_head(const GumboNode& root) {
    for_children(root, [&](const GumboNode& child) {
      if (child.type != GUMBO_NODE_ELEMENT) return;
      const GumboTag tag = child.v.element.tag;
      if (tag == GUMBO_TAG_HEAD) read_head(child);
      if (tag == GUMBO_TAG_META) read_meta(child);
      if (tag == GUMBO_TAG_LINK && lower_ascii(html_attribute(child, "rel")) == "canonical")
        declared_.address = html_attribute(child, "href");
      if (tag == GUMBO_TAG_TITLE && declared_.page_title.empty()) {
        for_children(child, [&](const GumboNode& text) {
          if (text.type == GUMBO_NODE_TEXT) declared_.page_title = plain(text.v.text.text);
        });
      }
    });
  }

 private:
  template <typename Use>
  static void for_children(const GumboNode& node, Use use) {
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) use(*static_cast<const GumboNode*>(children.data[i]));
  }

  static std::string plain(std::string_view text) {
    std::string out;
    for (const char c : trimmed(text)) {
      if (c == kTakenOut) continue;
      const bool space = c == '\n' || c == '\t' || c == '\r' || c == ' ';
      if (space && (out.empty() || out.back() == ' ')) continue;
      out.push_back(space ? ' ' : c);
    }
    return out;
  }

  void read_meta(const GumboNode& meta) {
    std::string name = lower_ascii(html_attribute(meta, "property"));
    if (name.empty()) name = lower_ascii(html_attribute(meta, "name"));
    if (name.empty()) name = lower_ascii(html_attribute(meta, "itemprop"));
    const std::string_view content = html_attribute(meta, "content");
    if (name.empty() || content.empty()) return;
    if (name == "og:title") declared_.title = plain(content);
    if (name == "og:site_name" || name == "dcterms.publisher" || name == "dc.publisher") declared_.publisher = plain(content);
    if (name == "author" || name == "dcterms.creator") declared_.author = plain(content);
    if (name == "og:url" && declared_.address.empty()) declared_.address = content;
    static constexpr std::array<std::string_view, 16> kDates = {"article:published_time",
                                                                "datepublished",
                                                                "dcterms.issued",
                                                                "dcterms.date",
                                                                "dc.date.issued",
                                                                "dc.date",
                                                                "date",
                                                                "pubdate",
                                                                "publish-date",
                                                                "publication_date",
                                                                "published_time",
                                                                "og:published_time",
                                                                "citation_date",
                                                                "dcterms.created",
                                                                "dcterms.modified",
                                                                "article:modified_time"};
    const auto found = std::ranges::find(kDates, name);
    if (found == kDates.end()) return;
    const auto rank = static_cast<std::size_t>(found - kDates.begin());
    const auto point = read_machine_date(content);
    if (point && rank < date_rank_) {
      date_rank_ = rank;
      declared_.published = point;
    }
  }

  void close(const Surroundings& around) {
    Block pattern{.kind = around.kind, .level = around.level};
    if (around.in_furniture) {
      pattern.kind = BlockKind::kBoilerplate;
      pattern.level = 0;
    } else if (around.kind == BlockKind::kTableRow) {
      pattern.table = around.table;
      pattern.header_row = around.header_row;
    } else if (around.kind == BlockKind::kParagraph && pattern_heading(writer_.open_text())) {
      pattern.kind = BlockKind::kHeading;
      pattern.level = 6;
    }
    writer_.close(pattern);
  }

  /// A short line in capitals or title case in a paragraph of its own, as pages write headings that are none by tag.
  static bool pattern_heading(std::string_view text) {
    const bool possible = text.size() < 80 && (list_marker_length(text) == 0 || is_numeral_marker(text));
    const HeadingShape shape = possible ? heading_shape(text) : HeadingShape::kNone;
    return shape == HeadingShape::kCapitals || shape == HeadingShape::kTitle || shape == HeadingShape::kNumbered;
  }

  void walk_element(const GumboNode& node, const Surroundings& around) {
    const GumboTag tag = node.v.element.tag;
    if (is_dropped_tag(tag) || is_hidden(node)) return;
    if (tag == GUMBO_TAG_BR) {
      if (around.in_cell) {
        writer_.add_space(node.v.element.start_pos.offset);
      } else {
        close(around);
      }
      return;
    }
    if (tag == GUMBO_TAG_TIME && date_rank_ > kTimeRank && !around.in_furniture) {
      const auto point = read_machine_date(html_attribute(node, "datetime"));
      if (point && html_attribute(node, "datetime").size() >= 10) {
        date_rank_ = kTimeRank;
        declared_.published = point;
      }
    }
    if (tag == GUMBO_TAG_SUP && is_footnote_mark(node)) return;
    Surroundings inner = around;
    if (!around.in_furniture) {
      inner.in_main |= tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE || html_attribute(node, "role") == "main";
      inner.in_furniture = furniture_.is_furniture(node, inner.in_main) || (!inner.in_main && HtmlFurniture::is_link_list(node));
    }
    const bool byline = !inner.in_furniture && HtmlFurniture::is_byline(node);
    if (is_inline_tag(tag) && !(inner.in_furniture && !around.in_furniture) && !byline) {
      for_children(node, [&](const GumboNode& child) { walk(child, inner); });
      return;
    }
    if (around.in_cell && !is_table_part(tag)) {
      // Paragraphs inside a cell stay in their row.
      writer_.add_space(node.v.element.start_pos.offset);
      for_children(node, [&](const GumboNode& child) { walk(child, inner); });
      writer_.add_space(node.v.element.start_pos.offset);
      return;
    }
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      if (around.kind == BlockKind::kTableRow) {
        writer_.next_cell(node.v.element.start_pos.offset);
        inner.in_cell = true;
        for_children(node, [&](const GumboNode& child) { walk(child, inner); });
        return;
      }
    }
    close(around);
    enter_block(node, inner);
    if (byline) inner.kind = BlockKind::kMetadata;
    for_children(node, [&](const GumboNode& child) { walk(child, inner); });
    close(inner);
  }

  void enter_block(const GumboNode& node, Surroundings& inner) {
    const GumboTag tag = node.v.element.tag;
    if (const int level = heading_level(tag); level > 0) {
      inner.kind = BlockKind::kHeading;
      inner.level = level;
      return;
    }
    switch (tag) {
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
        ++inner.list_depth;
        break;
      case GUMBO_TAG_LI:
      case GUMBO_TAG_DD:
      case GUMBO_TAG_DT:
        inner.kind = BlockKind::kListItem;
        inner.level = std::max(1, inner.list_depth);
        break;
      case GUMBO_TAG_TABLE:
        inner.table = is_layout_table(node) ? -1 : ++tables_;
        inner.kind = BlockKind::kParagraph;
        inner.level = 0;
        inner.in_cell = false;
        break;
      case GUMBO_TAG_TR:
        if (inner.table >= 0) {
          inner.kind = BlockKind::kTableRow;
          inner.level = 0;
          inner.header_row = is_header_row(node);
        }
        break;
      case GUMBO_TAG_CAPTION:
      case GUMBO_TAG_LEGEND:
      case GUMBO_TAG_SUMMARY:
        inner.kind = BlockKind::kHeading;
        inner.level = 6;
        break;
      case GUMBO_TAG_P:
      case GUMBO_TAG_DIV:
      case GUMBO_TAG_BLOCKQUOTE:
        // A paragraph inside a list item is still that item.
        if (inner.kind != BlockKind::kListItem && inner.kind != BlockKind::kMetadata) {
          inner.kind = BlockKind::kParagraph;
          inner.level = 0;
        }
        break;
      default:
        break;
    }
  }

  /// "<sup>1</sup>", "<sup>[2]</sup>" behind a word or full stop; not "km<sup>2</sup>", "10<sup>6</sup>", "1<sup>st</sup>".
  bool is_footnote_mark(const GumboNode& sup) const {
    std::string text;
    collect(sup, text);
    const std::string_view mark = trimmed(text);
    if (mark.empty()) return true;
    if (mark.front() == '[' || mark.front() == '*' || mark.front() == '(') return mark.size() < 24;
    if (!std::ranges::all_of(mark, [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == ' '; }) || mark.size() > 6) return false;
    const std::string_view before = writer_.open_text();
    if (before.empty()) return false;
    const char last = before.back();
    if (last >= '0' && last <= '9') return false;
    const bool unit = before.ends_with("km") || before.ends_with("cm") || before.ends_with("mm") || before.ends_with("mi") ||
                      before.ends_with("ft") || before.ends_with(" m") ||
                      (before.size() > 1 && last == 'm' && before[before.size() - 2] >= '0' && before[before.size() - 2] <= '9');
    return !unit;
  }

  static void collect(const GumboNode& node, std::string& out) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
      for (const char c : std::string_view(node.v.text.text)) {
        if (c != kTakenOut) out.push_back(c);
      }
    }
    if (node.type == GUMBO_NODE_ELEMENT) for_children(node, [&](const GumboNode& child) { collect(child, out); });
  }

  /// Walks the raw text of a node again, so that each entity keeps its place; tags inside are what the tree builder ignored.
  void add_text(const GumboText& text, const Surroundings&) {
    const GumboStringPiece raw = text.original_text;
    if (raw.data == nullptr || raw.length == 0) return;
    const std::size_t first = static_cast<std::size_t>(raw.data - page_.data());
    const std::size_t last = std::min(page_.size(), first + raw.length);
    if (first >= page_.size()) return;
    std::size_t at = first;
    std::size_t from = first;
    const auto flush = [&] {
      if (from < at) writer_.add({from, at});
    };
    while (at < last) {
      const char c = page_[at];
      if (c == kTakenOut) {
        flush();
        while (at < last && page_[at] == kTakenOut) ++at;
        from = at;
      } else if (c == '&') {
        std::string decoded;
        const std::size_t length = decode_entity(std::string_view(page_).substr(at, std::min<std::size_t>(last - at, 14)), decoded);
        if (length == 0) {
          ++at;
          continue;
        }
        flush();
        if (decoded == "\xC2\xA0") decoded = " ";
        if (decoded != "\xC2\xAD" && decoded != "\xE2\x80\x8B") writer_.add_as(decoded, {at, at + length});
        at += length;
        from = at;
      } else if (c == '<' && at + 1 < last &&
                 (page_[at + 1] == '/' || page_[at + 1] == '!' || (lower(page_[at + 1]) >= 'a' && lower(page_[at + 1]) <= 'z'))) {
        flush();
        const bool comment = page_.compare(at, 4, "<!--") == 0;
        const std::size_t close = page_.find(comment ? "-->" : ">", at);
        at = close == std::string::npos ? last : std::min(last, close + (comment ? 3 : 1));
        from = at;
      } else {
        ++at;
      }
    }
    flush();
  }

  static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

  static constexpr std::size_t kTimeRank = 7;

  const std::string& page_;
  const HtmlFurniture& furniture_;
  BlockWriter writer_;
  DeclaredMetadata& declared_;
  int tables_ = -1;
  std::size_t date_rank_ = 100;
};

}  // namespace

void read_html(const DecodedText& source, std::size_t depth, Document& document, DeclaredMetadata& declared) {
  GuardReport guard;
  const std::string page = guard_html(source.text(), depth, guard);
  if (guard.too_deep > 0) {
    document.warnings.push_back(fmt::format("{} tags nested deeper than {} were read as plain text", guard.too_deep, depth));
  }
  if (guard.too_long > 0) document.warnings.push_back(fmt::format("{} tags longer than 4096 bytes were left out", guard.too_long));
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&options](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> tree(gumbo_parse_with_options(&options, page.data(), page.size()), destroy);
  document.content.reserve(page.size() / 2);
  const HtmlFurniture furniture(*tree->root);
  HtmlReader reader(source, page, furniture, document, declared);
  reader.read_head(*tree->root);
  reader.walk(*tree->root, {});
  reader.finish();
}

}  // namespace paraph

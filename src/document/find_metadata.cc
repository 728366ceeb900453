#include "document/find_metadata.h"

#include <algorithm>
#include <array>

#include "document/date_line.h"
#include "document/line_rules.h"

namespace paraph {
namespace {

constexpr std::size_t kHeadBlocks = 14;  ///< Datelines and titles stand among the first blocks …
constexpr std::size_t kTailBlocks = 5;   ///< … and a few among the last.

bool content_kind(BlockKind kind) { return kind != BlockKind::kBoilerplate && kind != BlockKind::kMetadata; }

/// Words of titles of the genre: they single out the title among the lines above the text.
bool names_genre(std::string_view line) {
  const std::string lower = lower_ascii(line);
  for (const std::string_view word :
       {"relations", "relationship", "country brief", "country profile", "country page", "fact sheet:", "facts and figures",
        "background note", "factsheet:", "partnership", "bilateral ties", "cooperation with"}) {
    if (lower.find(word) != std::string::npos) return !lower.starts_with("bilateral relations") && lower != "political relations";
  }
  return false;
}

struct SplitTitle {
  std::string title;
  std::string publisher;
};

/// "U.S. Relations With Tunisia – Department of State" → title and publisher.
SplitTitle split_title(std::string_view whole) {
  std::size_t cut = std::string_view::npos;
  std::size_t width = 0;
  for (const std::string_view mark : {" \xE2\x80\x93 ", " | ", " \xE2\x80\x94 ", " - ", " :: ", " \xC2\xBB "}) {
    const std::size_t at = whole.rfind(mark);
    if (at != std::string_view::npos && (cut == std::string_view::npos || at > cut)) {
      cut = at;
      width = mark.size();
    }
  }
  if (cut == std::string_view::npos || cut == 0) return {std::string(trimmed(whole)), ""};
  const std::string_view tail = trimmed(whole.substr(cut + width));
  const std::string_view head = trimmed(whole.substr(0, cut));
  const bool bar = whole.substr(cut, width) == " | ";
  if (bar || names_publisher(tail)) return {std::string(head), std::string(tail)};
  return {std::string(trimmed(whole)), ""};
}

class MetadataFinder {
 public:
  MetadataFinder(const DeclaredMetadata& declared, Document& document) : declared_(declared), document_(document) {}

  void find() {
    mark_furniture();
    find_title();
    find_dates();
    find_republication();
    find_publisher();
    document_.source_url = declared_.address;
  }

 private:
  std::string_view view(const Block& block) const { return block.text.of(document_.text()); }

  /// Boilerplate lines, lists behind "On this page" or "Tags", sections such as references and comments.
  void mark_furniture() {
    bool in_list = false;
    int section_level = 0;
    std::size_t seen = 0;
    const bool by_markup = document_.format == DocumentFormat::kHtml || document_.format == DocumentFormat::kMarkdown;
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      Block& block = document_.blocks[i];
      if (block.kind == BlockKind::kMetadata) continue;
      const std::string_view line = view(block);
      if (block.kind == BlockKind::kHeading) {
        if (section_level > 0 && block.level <= section_level && ((by_markup && block.level < 6) || text_follows(i))) section_level = 0;
        if (section_level == 0 && seen >= 3 && opens_boilerplate_section(line)) {
          section_level = std::max(1, block.level);
          block.kind = BlockKind::kBoilerplate;
          continue;
        }
      }
      ++seen;
      if (section_level > 0) {
        block.kind = BlockKind::kBoilerplate;
        continue;
      }
      if (opens_boilerplate_list(line)) {
        in_list = true;
        block.kind = BlockKind::kBoilerplate;
        continue;
      }
      if (in_list) {
        in_list = line.size() < 90 && !ends_sentence(line) && (block.kind == BlockKind::kListItem || has_wide_gap(line));
        if (in_list) {
          block.kind = BlockKind::kBoilerplate;
          continue;
        }
      }
      const bool tag_row = block.kind == BlockKind::kParagraph && line.size() < 160 && has_wide_gap(line) && tag_line(line);
      if (block.kind != BlockKind::kTableRow && (tag_row || is_boilerplate_line(line))) {
        if (!read_dateline(line, false)) block.kind = BlockKind::kBoilerplate;
      }
    }
  }

  /// Whether running text stands behind the headings that begin at `i`: only then is a line of plain text surely a heading.
  bool text_follows(std::size_t i) const {
    while (i < document_.blocks.size() && document_.blocks[i].kind == BlockKind::kHeading) ++i;
    if (i == document_.blocks.size() || document_.blocks[i].kind != BlockKind::kParagraph) return false;
    const std::string_view line = view(document_.blocks[i]);
    return line.size() >= 80 && ends_sentence(line);
  }

  /// "Bureau of African Affairs  Bilateral Relations  Eswatini": three names and more, wide gaps, no figure.
  static bool tag_line(std::string_view line) {
    std::size_t gaps = 0;
    for (std::size_t at = line.find("  "); at != std::string_view::npos; at = line.find("  ", at)) {
      ++gaps;
      while (at < line.size() && line[at] == ' ') ++at;
    }
    return gaps >= 2 && !ends_sentence(line) && std::ranges::none_of(line, [](char c) { return c >= '0' && c <= '9'; });
  }

  /// Number of blocks above the text proper: up to the first that reads as a long sentence.
  std::size_t head_blocks() const {
    std::size_t seen = 0;
    std::size_t i = 0;
    for (; i < document_.blocks.size() && seen < kHeadBlocks; ++i) {
      const Block& block = document_.blocks[i];
      if (!content_kind(block.kind)) continue;
      const std::string_view line = view(block);
      if (block.kind == BlockKind::kParagraph && line.size() >= 100 && ends_sentence(line)) break;
      if (block.kind == BlockKind::kTableRow) break;
      ++seen;
    }
    return i;
  }

  void find_title() {
    const std::size_t head = head_blocks();
    Block* first = nullptr;
    Block* best = nullptr;
    for (std::size_t i = 0; i < head && best == nullptr; ++i) {
      Block& block = document_.blocks[i];
      if (!content_kind(block.kind) || block.kind == BlockKind::kListItem) continue;
      const std::string_view line = view(block);
      if (line.size() > 200 || (ends_sentence(line) && block.kind != BlockKind::kHeading)) continue;
      if (block.level == 1 && document_.format != DocumentFormat::kPlain && document_.format != DocumentFormat::kPdf) best = &block;
      if (best != nullptr) break;
      if (read_dateline(line, true) || is_byline(line) || is_republication_line(line, true)) continue;
      if (names_genre(line)) {
        best = &block;
      } else if (first == nullptr && !names_publisher(line)) {
        first = &block;
      }
    }
    if (best == nullptr && declared_.title.empty() && declared_.page_title.empty()) best = first;
    if (best != nullptr) {
      const SplitTitle split = split_title(view(*best));
      document_.title = split.title;
      document_.publisher = split.publisher;
      best->kind = BlockKind::kHeading;
      best->level = 1;
    }
    const SplitTitle page = split_title(declared_.page_title);
    if (document_.title.empty()) document_.title = !declared_.title.empty() ? split_title(declared_.title).title : page.title;
    if (document_.publisher.empty()) document_.publisher = page.publisher;
    if (!declared_.publisher.empty()) document_.publisher = declared_.publisher;
  }

  void find_dates() {
    std::optional<CivilPoint> found = declared_.published;
    const std::size_t head = head_blocks();
    for (std::size_t i = 0; i <= head && i < document_.blocks.size(); ++i) {
      Block& block = document_.blocks[i];
      if (block.kind == BlockKind::kListItem || block.kind == BlockKind::kTableRow || block.kind == BlockKind::kBoilerplate) continue;
      const std::string_view line = view(block);
      if (const auto point = read_dateline(line, false)) {
        if (!found) found = point;
        if (!(block.kind == BlockKind::kHeading && block.level == 1)) block.kind = BlockKind::kMetadata;
      } else if (block.kind == BlockKind::kParagraph) {
        const auto leading = read_leading_dateline(line);
        if (!leading || leading->length >= block.text.size()) continue;
        if (!found) found = leading->point;
        // The dateline becomes a block of its own; the paragraph goes on behind it.
        Block place;
        place.kind = BlockKind::kMetadata;
        place.text = TextSpan(block.text.first(), block.text.first() + leading->length);
        block.text = TextSpan(place.text.last(), block.text.last());
        document_.blocks.insert(document_.blocks.begin() + static_cast<std::ptrdiff_t>(i), std::move(place));
        break;
      }
    }
    std::size_t seen = 0;
    for (std::size_t i = document_.blocks.size(); i > head && seen < kTailBlocks; --i) {
      Block& block = document_.blocks[i - 1];
      if (block.kind == BlockKind::kTableRow) break;
      if (block.kind != BlockKind::kBoilerplate) ++seen;
      const std::string_view line = view(block);
      if (block.kind == BlockKind::kBoilerplate && lower_ascii(line).find("last edited") != std::string::npos) continue;
      if (const auto point = read_dateline(line, true)) {
        if (!found) found = point;
        if (block.kind != BlockKind::kBoilerplate) block.kind = BlockKind::kMetadata;
      }
    }
    if (found) document_.published = CivilPeriod::at(*found);
  }

  void find_republication() {
    std::string bare;
    const std::size_t count = document_.blocks.size();
    for (std::size_t i = 0; i < count; ++i) {
      Block& block = document_.blocks[i];
      if (!content_kind(block.kind)) continue;
      const std::string_view line = view(block);
      const bool edge = i < 4 || i + 6 > count;
      if (!is_republication_line(line, edge)) continue;
      block.kind = BlockKind::kMetadata;
      const bool empty_handed = lower_ascii(line).ends_with(" at") || line.ends_with(':') || lower_ascii(line).ends_with(" by");
      if (empty_handed) {
        if (bare.empty()) bare = line;
      } else if (document_.republished_from.empty()) {
        document_.republished_from = line;
      }
    }
    if (document_.republished_from.empty()) document_.republished_from = bare;
  }

  void find_publisher() {
    const std::size_t head = head_blocks();
    std::string office;
    for (std::size_t i = 0; i < head; ++i) {
      Block& block = document_.blocks[i];
      if (!content_kind(block.kind) || block.level == 1) continue;
      const std::string_view line = view(block);
      if (names_publisher(line)) {
        block.kind = BlockKind::kMetadata;
        const bool part = lower_ascii(line).starts_with("bureau") || lower_ascii(line).starts_with("office of the");
        if (document_.publisher.empty() && !part) document_.publisher = line;
        if (part && office.empty()) office = line;
      } else if (is_byline(line)) {
        block.kind = BlockKind::kMetadata;
      }
    }
    if (document_.publisher.empty()) document_.publisher = office;
    if (document_.publisher.empty()) document_.publisher = declared_.author;
  }

  const DeclaredMetadata& declared_;
  Document& document_;
};

}  // namespace

void find_metadata(const DeclaredMetadata& declared, Document& document) { MetadataFinder(declared, document).find(); }

}  // namespace paraph

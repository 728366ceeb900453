#include "document/read_markdown.h"

#include <md4c.h>

#include <functional>
#include <string>

#include "document/block_writer.h"
#include "document/date_line.h"
#include "document/html_entities.h"
#include "document/line_rules.h"

namespace paraph {
namespace {

/// Takes md4c's callbacks; every text that it hands over points into the source, but for line breaks.
class MarkdownReader {
 public:
  MarkdownReader(const DecodedText& source, std::size_t base, Document& document)
      : source_(source), base_(base), writer_(source, document) {}

  bool parse() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->enter_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<MarkdownReader*>(self)->leave_block(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<MarkdownReader*>(self)->enter_span(type); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<MarkdownReader*>(self)->leave_span(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<MarkdownReader*>(self)->text(type, text, size);
    };
    const std::string_view input = std::string_view(source_.text()).substr(base_);
    const int status = md_parse(input.data(), static_cast<MD_SIZE>(input.size()), &parser, this);
    flush();
    return status == 0;
  }

 private:
  int enter_block(MD_BLOCKTYPE type, void* detail) {
    if (type != MD_BLOCK_TD && type != MD_BLOCK_TH) flush();
    switch (type) {
      case MD_BLOCK_H:
        pattern_.kind = BlockKind::kHeading;
        pattern_.level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        ++list_depth_;
        break;
      case MD_BLOCK_TABLE:
        ++table_;
        break;
      case MD_BLOCK_TR:
        pattern_.kind = BlockKind::kTableRow;
        pattern_.table = table_;
        break;
      case MD_BLOCK_TH:
        pattern_.header_row = true;
        writer_.next_cell(last_at_);
        break;
      case MD_BLOCK_TD:
        writer_.next_cell(last_at_);
        break;
      case MD_BLOCK_CODE:
        code_ = true;
        break;
      case MD_BLOCK_HTML:
        html_ = true;
        break;
      default:
        break;
    }
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) return 0;
    flush();
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --list_depth_;
    if (type == MD_BLOCK_CODE) code_ = false;
    if (type == MD_BLOCK_HTML) html_ = false;
    return 0;
  }

  int enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) ++images_;
    if (type == MD_SPAN_A) ++links_;
    if (type == MD_SPAN_STRONG) ++strong_;
    return 0;
  }

  int leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --images_;
    if (type == MD_SPAN_A) --links_;
    if (type == MD_SPAN_STRONG) --strong_;
    return 0;
  }

  int text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size) {
    if (images_ > 0 || type == MD_TEXT_HTML || html_) return 0;
    const std::string& whole = source_.text();
    const bool inside = std::greater_equal<>()(text, whole.data()) && std::less_equal<>()(text + size, whole.data() + whole.size());
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR || !inside) {
      writer_.add_space(last_at_);
      return 0;
    }
    const std::size_t first = static_cast<std::size_t>(text - whole.data());
    const TextSpan range(first, first + size);
    last_at_ = range.last();
    bytes_ += size;
    if (links_ > 0) link_bytes_ += size;
    if (strong_ > 0) strong_bytes_ += size;
    if (type == MD_TEXT_ENTITY) {
      std::string decoded;
      const std::size_t length = decode_entity(range.of(whole), decoded);
      if (length == size) {
        writer_.add_as(decoded == "\xC2\xA0" ? " " : decoded, range);
        return 0;
      }
    }
    writer_.add(range);
    return 0;
  }

  void flush() {
    Block pattern = pattern_;
    pattern_ = Block{};
    const std::string_view text = writer_.open_text();
    if (pattern.kind == BlockKind::kParagraph) {
      if (list_depth_ > 0) {
        pattern.kind = BlockKind::kListItem;
        pattern.level = list_depth_;
      } else if (code_) {
        pattern.kind = BlockKind::kBoilerplate;
      } else if (bytes_ > 0 && link_bytes_ * 10 >= bytes_ * 8 && text.find('|') != std::string_view::npos) {
        pattern.kind = BlockKind::kBoilerplate;
      } else if (bytes_ > 0 && strong_bytes_ == bytes_ && heading_shape(text) != HeadingShape::kNone) {
        pattern.kind = BlockKind::kHeading;
        pattern.level = 6;
      }
    }
    writer_.close(pattern);
    bytes_ = link_bytes_ = strong_bytes_ = 0;
  }

  const DecodedText& source_;
  std::size_t base_;
  BlockWriter writer_;
  Block pattern_;
  int list_depth_ = 0;
  int table_ = -1;
  int images_ = 0;
  int links_ = 0;
  int strong_ = 0;
  bool code_ = false;
  bool html_ = false;
  std::size_t last_at_ = 0;
  std::size_t bytes_ = 0;
  std::size_t link_bytes_ = 0;
  std::size_t strong_bytes_ = 0;
};

std::string_view unquoted(std::string_view value) {
  value = trimmed(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
  }
  return value;
}

/// Reads "---" front matter; returns where the text proper begins.
std::size_t read_front_matter(std::string_view text, DeclaredMetadata& declared) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
  std::size_t at = text.find('\n') + 1;
  std::size_t lines = 0;
  DeclaredMetadata found;
  while (at < text.size() && lines++ < 100) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view line = trimmed(text.substr(at, end - at));
    at = std::min(text.size(), end + 1);
    if (line == "---" || line == "...") {
      declared = found;
      return at;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string key = lower_ascii(trimmed(line.substr(0, colon)));
    const std::string_view value = unquoted(line.substr(colon + 1));
    if (key == "title") found.title = value;
    if (key == "publisher" || key == "site" || key == "source") found.publisher = value;
    if (key == "author") found.author = value;
    if (key == "url" || key == "canonical") found.address = value;
    if ((key == "date" || key == "published") && !found.published) found.published = read_machine_date(value);
  }
  return 0;
}

}  // namespace

void read_markdown(const DecodedText& source, Document& document, DeclaredMetadata& declared) {
  const std::size_t base = read_front_matter(source.text(), declared);
  document.content.reserve(source.text().size());
  MarkdownReader reader(source, base, document);
  if (!reader.parse()) document.warnings.emplace_back("the Markdown parser stopped before the end of the text");
}

}  // namespace paraph

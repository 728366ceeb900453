#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "text/decoded_text.h"
#include "value/actor_pair.h"
#include "value/civil_period.h"

namespace paraph {

/// How the bytes are to be read.
enum class DocumentFormat { kPlain, kMarkdown, kHtml, kPdf };

std::string_view document_format_name(DocumentFormat format);

/// What a block of a document is to its reader.
enum class BlockKind {
  kHeading,      ///< Carries subject and topic for what follows.
  kParagraph,    ///< Running text.
  kListItem,     ///< One bullet or numbered item.
  kTableRow,     ///< Cells joined by tabs in the text; see `cells`.
  kMetadata,     ///< Title, dateline, byline, "originally published at …": read for metadata, never for claims.
  kBoilerplate,  ///< Navigation, cookie bars, share buttons, footers, forms: set aside.
};

/// One sentence of a block: its place in the document's text, and in the original bytes.
struct Sentence {
  TextSpan text;    ///< Byte range of Document::text().
  TextSpan origin;  ///< Byte range of the original input.
};

/// A heading, paragraph, list item or table row, in document order.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;                      ///< Heading level 1..6; nesting depth of list items from 1; else 0.
  TextSpan text{0, 0};                ///< Byte range of Document::text(), trimmed.
  std::vector<TextSpan> cells{};      ///< Table rows only: the cells, left to right, as ranges of Document::text().
  bool header_row = false;            ///< Table rows only: a row of column headings.
  int table = -1;                     ///< Table rows only: rows of one table share a number.
  std::vector<Sentence> sentences{};  ///< Empty for boilerplate and metadata.
};

/// Bytes read into blocks and sentences; `text` is decoded UTF-8 with typographic apostrophes kept as written.
/// Owns its text and the way back to the original bytes.
struct Document {
  std::string id;  ///< Content hash of the original bytes, "xxh3:…".
  DocumentFormat format = DocumentFormat::kPlain;
  DecodedText content;  ///< Blocks separated by line feeds.
  std::vector<Block> blocks;
  std::string title;                     ///< Empty when there is none.
  std::string publisher;                 ///< As the document names it; empty when it does not.
  std::string republished_from;          ///< "originally published at …", as written; empty when absent.
  std::string source_url;                ///< Canonical address that the document itself gives; empty when absent.
  std::optional<CivilPeriod> published;  ///< From a dateline, a meta tag or a heading; never from a clock.
  DecodingReport decoding;
  std::vector<std::string> warnings;  ///< Findings about the input: truncated, nested too deep, cut at a limit.

  std::string_view text() const { return content.text(); }
  TextSpan origin(TextSpan span) const { return content.origin(span); }
};

}  // namespace paraph

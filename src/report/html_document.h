#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "document/document.h"

namespace paraph {

/// A claim's or gap's words in the document's text.
struct HtmlMark {
  TextSpan place{0, 0};        ///< In Document::text().
  std::size_t number = 0;      ///< Order of badges where several marks stand at one place.
  std::string_view look;       ///< Class: the verdict's label, or "gap".
  std::string_view badge;      ///< One letter behind the words; empty for none.
  std::string mark_id;         ///< Anchor of the words; empty for none.
  std::string target;          ///< Anchor of the card; empty for none.
  std::string tip;             ///< What the pointer shows.
};

/// The document's blocks as HTML, without boilerplate and metadata, with the marks in place. Marks may overlap: the
/// shortest one gives a stretch its look.
void write_html_document(const Document& document, std::vector<HtmlMark> marks, std::string& out);

}  // namespace paraph

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace paraph {

/// What is known about the bytes from outside them.
struct DocumentHints {
  std::optional<DocumentFormat> format;  ///< Empty: decided from the bytes, then from `name`.
  std::string name;                      ///< File name or address, for the format only.
  std::string charset;                   ///< From a Content-Type header; empty if none.
};

/// Bounds that keep hostile input from costing more than it is worth; every cut is in Document::warnings.
struct DocumentLimits {
  std::size_t bytes = std::size_t{1} << 30;
  std::size_t markup_bytes = std::size_t{16} << 20;   ///< HTML and Markdown, whose trees take many times their size.
  std::size_t recoded_bytes = std::size_t{64} << 20;  ///< Windows-1252 and UTF-16, whose way back takes several times their size.
  std::size_t blocks = 8'000'000;
  std::size_t sentences = 32'000'000;
  std::size_t html_depth = 512;
  /// A longer sentence is cut at white space. The grammar's work on one sentence grows with the square of its length at
  /// worst, so this bounds what a hostile text can cost; sentences of real sheets have some hundreds.
  std::size_t sentence_bytes = 4'000;
};

/// Reads text, Markdown or HTML. PDF bytes are refused with kUnsupported: intake turns them into text first.
Result<Document> read_document(std::string_view bytes, const DocumentHints& hints, const DocumentLimits& limits = {});

/// The format that the bytes and the name suggest; bytes decide over names.
DocumentFormat detect_format(std::string_view bytes, std::string_view name);

}  // namespace paraph

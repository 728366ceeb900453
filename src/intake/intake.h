#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "document/read_document.h"

namespace paraph {

/// Bounds on what is taken in from outside.
struct IntakeLimits {
  std::size_t file_bytes = std::size_t{1} << 30;
  std::size_t url_bytes = 32u << 20;
  std::chrono::milliseconds url_time{20'000};
  int redirects = 5;
  bool public_only = false;          ///< Refuse addresses that are not on the public network, after resolution and on every redirect.
  std::vector<std::string> trusted;  ///< "10.1.2.3:8080": fetched all the same.
  std::size_t pdf_memory = std::size_t{1} << 30;  ///< Address space of the pdftotext child.
  std::chrono::milliseconds pdf_time{30'000};
  std::size_t pdf_output = std::size_t{256} << 20;  ///< Bytes that the child may write: words with their places.
};

/// Bytes with what the outside said about them.
struct Intake {
  std::string name;   ///< Path, "-" for standard input, or the final address after redirects.
  std::string bytes;  ///< The original bytes; spans point into these.
  DocumentHints hints;
};

/// Reads a file, "-" for standard input, or an http(s) address; a PDF comes back as its text. kConflict for an address that
/// `limits.public_only` keeps out.
Result<Intake> take_in(const std::string& path_or_url, const IntakeLimits& limits = {});

/// Turns PDF bytes into UTF-8 text with form feeds between pages, in a child process with limits.
/// For PDF input, spans point into this text: it becomes Intake::bytes, and the name keeps the PDF's.
Result<std::string> pdf_to_text(std::string_view pdf, const IntakeLimits& limits = {});

/// The same bytes, or of a PDF its text; the hints then say so.
Result<Intake> with_pdf_as_text(Intake intake, const IntakeLimits& limits = {});

/// Starts with http:// or https://.
bool is_web_address(std::string_view name);

/// Reads, converts PDF where needed, and reads the document: the whole way from a path or address.
Result<Document> open_document(const Intake& intake, const DocumentLimits& limits = {});

/// Files and folders to inputs in order: folders are walked in byte order of their paths, hidden entries are left out,
/// files with unknown endings inside folders are skipped; "-" and addresses pass through.
Result<std::vector<std::string>> list_inputs(const std::vector<std::string>& given);

}  // namespace paraph

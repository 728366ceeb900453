#include "document/read_document.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

#include "document/find_metadata.h"
#include "document/find_sentences.h"
#include "document/line_rules.h"
#include "document/read_html.h"
#include "document/read_markdown.h"
#include "document/read_plain.h"

namespace paraph {
namespace {

std::string_view extension(std::string_view name) {
  const std::size_t cut = name.find_first_of("?#");
  name = name.substr(0, cut);
  const std::size_t slash = name.rfind('/');
  if (slash != std::string_view::npos) name = name.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

bool looks_like_html(std::string_view head) {
  const std::string lower = lower_ascii(head);
  std::string_view text = trimmed(lower);
  if (text.starts_with("\xEF\xBB\xBF")) text = trimmed(text.substr(3));
  if (!text.starts_with('<')) return false;
  for (const std::string_view mark :
       {"<!doctype html", "<html",    "<head", "<body", "<main", "<div",   "<p>",  "<p ",     "<h1",   "<table",
        "<article",       "<section", "<ul",   "<!--",  "<meta", "<title", "<nav", "<header", "<span", "<a "}) {
    if (text.starts_with(mark)) return true;
  }
  return text.starts_with("<?xml") && text.find("<html") != std::string_view::npos;
}

bool looks_like_markdown(std::string_view head) {
  if (head.starts_with("---\n") && head.find("\n---\n") != std::string_view::npos) return true;
  return head.starts_with("# ") && (head.find("\n## ") != std::string_view::npos || head.find("](") != std::string_view::npos);
}

/// The charset that an HTML page declares in its first bytes, empty if it does not.
std::string declared_charset(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, 2048));
  const std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  std::string name;
  for (std::size_t i = at + 8; i < head.size() && name.size() < 24; ++i) {
    const char c = head[i];
    if (c == '"' || c == '\'') {
      if (name.empty()) continue;
      break;
    }
    if (c == ' ' || c == '>' || c == '/' || c == ';') break;
    name.push_back(c);
  }
  return name;
}

Result<void> check_limits(std::string_view bytes, DocumentFormat format, const DocumentHints& hints, const DocumentLimits& limits) {
  const std::string_view name = hints.name.empty() ? std::string_view("input") : std::string_view(hints.name);
  if (bytes.size() > limits.bytes) {
    return fail(ErrorCode::kLimitExceeded,
                fmt::format("{}: {} bytes, more than the limit of {} bytes for a document", name, bytes.size(), limits.bytes));
  }
  const bool tree = format == DocumentFormat::kHtml || format == DocumentFormat::kMarkdown;
  if (tree && bytes.size() > limits.markup_bytes) {
    return fail(ErrorCode::kLimitExceeded, fmt::format("{}: {} bytes of {}, more than the limit of {} bytes for marked-up text", name,
                                                       bytes.size(), document_format_name(format), limits.markup_bytes));
  }
  if (format == DocumentFormat::kPdf && bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) {
    return fail(ErrorCode::kUnsupported, fmt::format("{}: PDF bytes must be turned into text before they are read", name));
  }
  return {};
}

void report_decoding(Document& document) {
  const DecodingReport& report = document.decoding;
  if (report.replaced > 0) {
    document.warnings.push_back(fmt::format("{} broken byte sequences were replaced, the first at byte {}", report.replaced,
                                            report.first_replaced.empty() ? 0 : report.first_replaced[0].first()));
  }
  if (report.controls > 0) document.warnings.push_back(fmt::format("{} control characters were read as spaces", report.controls));
}

}  // namespace

std::string_view document_format_name(DocumentFormat format) {
  switch (format) {
    case DocumentFormat::kPlain:
      return "plain text";
    case DocumentFormat::kMarkdown:
      return "Markdown";
    case DocumentFormat::kHtml:
      return "HTML";
    case DocumentFormat::kPdf:
      return "PDF";
  }
  return "";
}

DocumentFormat detect_format(std::string_view bytes, std::string_view name) {
  const std::string_view head = bytes.substr(0, 4096);
  if (head.substr(0, 1024).find("%PDF-") != std::string_view::npos) return DocumentFormat::kPdf;
  if (looks_like_html(head)) return DocumentFormat::kHtml;
  const std::string ending = lower_ascii(extension(name));
  if ((ending == "html" || ending == "htm" || ending == "xhtml") && bytes.find('<') != std::string_view::npos) return DocumentFormat::kHtml;
  if (ending == "md" || ending == "markdown") return DocumentFormat::kMarkdown;
  if (ending == "txt" || ending == "text") return DocumentFormat::kPlain;
  return looks_like_markdown(head) ? DocumentFormat::kMarkdown : DocumentFormat::kPlain;
}

Result<Document> read_document(std::string_view bytes, const DocumentHints& hints, const DocumentLimits& limits) {
  Document document;
  document.format = hints.format ? *hints.format : detect_format(bytes, hints.name);
  if (Result<void> allowed = check_limits(bytes, document.format, hints, limits); !allowed)
    return fail(allowed.error().code, allowed.error().message);
  const std::string name = hints.name.empty() ? "input" : hints.name;
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  document.id = fmt::format("xxh3:{:016x}{:016x}", hash.high64, hash.low64);

  std::string charset = hints.charset;
  if (charset.empty() && document.format == DocumentFormat::kHtml) charset = declared_charset(bytes);
  const Encoding encoding = detect_encoding(bytes, charset);
  if (encoding != Encoding::kUtf8 && encoding != Encoding::kUtf8Bom && bytes.size() > limits.recoded_bytes) {
    return fail(ErrorCode::kLimitExceeded, fmt::format("{}: {} bytes of {}, more than the limit of {} bytes for text that is not UTF-8",
                                                       name, bytes.size(), encoding_name(encoding), limits.recoded_bytes));
  }
  DecodedText text = decode(bytes, charset, document.decoding);
  if (document.decoding.given_up) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("{}: more than {} broken byte sequences: this is not a text", name, document.decoding.replaced - 1));
  }
  if (document.decoding.controls * 10 > text.text().size()) {
    return fail(ErrorCode::kUnsupported, fmt::format("{}: {} of {} characters are control characters: this is not a text", name,
                                                     document.decoding.controls, text.text().size()));
  }
  // UTF-16 hides its markup from the first look.
  if (!hints.format && document.format == DocumentFormat::kPlain && text.text().size() < bytes.size()) {
    document.format = detect_format(text.text(), hints.name);
    if (document.format == DocumentFormat::kPdf) document.format = DocumentFormat::kPlain;
    if (Result<void> allowed = check_limits(bytes, document.format, hints, limits); !allowed)
      return fail(allowed.error().code, allowed.error().message);
  }
  report_decoding(document);

  text = with_plain_spaces(std::move(text));

  DeclaredMetadata declared;
  switch (document.format) {
    case DocumentFormat::kPlain:
    case DocumentFormat::kPdf:
      read_plain(std::move(text), limits.blocks, document);
      break;
    case DocumentFormat::kMarkdown:
      read_markdown(text, document, declared);
      break;
    case DocumentFormat::kHtml:
      read_html(text, limits.html_depth, document, declared);
      break;
  }
  if (document.blocks.size() > limits.blocks) {
    return fail(ErrorCode::kLimitExceeded,
                fmt::format("{}: more than {} lines and paragraphs, the limit for a document", name, limits.blocks));
  }
  find_metadata(declared, document);
  if (Result<void> found = find_sentences(limits, document); !found)
    return fail(found.error().code, fmt::format("{}: {}", name, found.error().message));
  return document;
}

}  // namespace paraph

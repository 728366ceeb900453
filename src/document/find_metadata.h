#pragma once

#include <optional>
#include <string>

#include "document/document.h"

namespace paraph {

/// What the markup itself says about the document: meta tags of HTML, front matter of Markdown.
struct DeclaredMetadata {
  std::string title;       ///< og:title or front matter.
  std::string page_title;  ///< The <title> element, publisher's suffix included.
  std::string publisher;   ///< og:site_name.
  std::string author;
  std::string address;  ///< Canonical address.
  std::optional<CivilPoint> published;
};

/// Sets title, publisher, published, republished_from and source_url from the markup and the blocks, and turns datelines,
/// bylines and republication lines into metadata, furniture into boilerplate. Runs before sentences are found.
void find_metadata(const DeclaredMetadata& declared, Document& document);

}  // namespace paraph

#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace paraph {

std::string_view html_attribute(const GumboNode& node, const char* name);

/// Decides which elements of a page are navigation, cookie bars, share buttons, footers and the like.
class HtmlFurniture {
 public:
  /// Looks through the whole page once for its main content.
  HtmlFurniture(const GumboNode& root, std::size_t page_bytes);

  bool has_main() const { return has_main_; }

  /// Never true for an element that holds the main content, the first heading, or most of the page.
  bool is_furniture(const GumboNode& element, bool inside_main) const;

  /// Bylines and datelines by class: "byline", "post-meta", "published".
  static bool is_byline(const GumboNode& element);

  /// A list whose items are nothing but links.
  static bool is_link_list(const GumboNode& element);

 private:
  bool holds_content(const GumboNode& element) const;

  std::size_t page_bytes_;
  std::vector<std::size_t> anchors_;  ///< Places of main, article and h1 elements, ascending.
  bool has_main_ = false;
};

}  // namespace paraph

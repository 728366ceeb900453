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
  explicit HtmlFurniture(const GumboNode& root);

  /// Never true for an element that holds the main content, the first heading, or half of the running text.
  bool is_furniture(const GumboNode& element, bool inside_main) const;

  /// Bylines and datelines by class: "byline", "post-meta", "published".
  static bool is_byline(const GumboNode& element);

  /// A list whose items are nothing but links.
  static bool is_link_list(const GumboNode& element);

 private:
  bool holds_content(const GumboNode& element) const;

  /// Bytes of running text that begin at `first` or later and before `last`.
  std::size_t text_between(std::size_t first, std::size_t last) const;

  /// A text long enough to be a sentence, and the bytes of all such up to its end.
  struct RunningText {
    std::size_t at;
    std::size_t bytes;
  };

  std::vector<std::size_t> anchors_;  ///< Places of main and h1 elements, ascending.
  std::vector<RunningText> texts_;    ///< Ascending; `bytes` is a running total.
};

}  // namespace paraph

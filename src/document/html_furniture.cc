#include "document/html_furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/line_rules.h"

namespace paraph {
namespace {

constexpr auto kFurnitureWords = std::to_array<std::string_view>({
    "ad", "ads", "advert", "advertisement", "advertising", "alert", "author-box", "backtotop", "banner", "breadcrumb",
    "breadcrumbs", "comment", "commentlist", "comments", "consent", "cookie", "cookies", "copyright", "disqus",
    "dropdown", "footer", "gdpr", "hamburger", "login", "masthead", "menu", "menus", "modal", "nav", "navbar",
    "navigation", "newsletter", "offscreen", "outbrain", "pager", "pagination", "popup", "promo", "recommended",
    "related", "respond", "search", "searchform", "share", "sharedaddy", "shares", "sharing", "sidebar", "sitemap",
    "skip", "skiplink", "skiplinks", "skipnav", "social", "sponsor", "sponsored", "subscribe", "subscription",
    "taboola", "tagcloud", "tags", "toc", "toolbar", "toolbox", "widget", "widgets",
});
static_assert(std::ranges::is_sorted(kFurnitureWords));

constexpr auto kFurnitureRoles = std::to_array<std::string_view>(
    {"alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search"});

/// Calls `use` for each word of a class or id: "site-footer navBar" has site, footer, nav, bar, navbar.
template <typename Use>
bool any_class_word(std::string_view names, Use use) {
  std::string word;
  std::string whole;
  const auto emit = [&] {
    const bool hit = (!word.empty() && use(std::string_view(word))) || (whole.size() > word.size() && use(std::string_view(whole)));
    word.clear();
    return hit;
  };
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter) {
      if (emit()) return true;
      whole.clear();
      continue;
    }
    if (upper && i > 0 && names[i - 1] >= 'a' && names[i - 1] <= 'z' && emit()) return true;
    word.push_back(upper ? static_cast<char>(c + 32) : c);
    whole.push_back(word.back());
  }
  return false;
}

std::size_t start_of(const GumboNode& node) { return node.v.element.start_pos.offset; }

}  // namespace

std::string_view html_attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&node.v.element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

HtmlFurniture::HtmlFurniture(const GumboNode& root, std::size_t page_bytes) : page_bytes_(page_bytes) {
  std::vector<const GumboNode*> stack{&root};
  while (!stack.empty()) {
    const GumboNode* node = stack.back();
    stack.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboTag tag = node->v.element.tag;
    const bool main = tag == GUMBO_TAG_MAIN || html_attribute(*node, "role") == "main";
    if (main) has_main_ = true;
    if (main || tag == GUMBO_TAG_H1) anchors_.push_back(start_of(*node));
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) stack.push_back(static_cast<const GumboNode*>(children.data[i]));
  }
  std::ranges::sort(anchors_);
}

bool HtmlFurniture::holds_content(const GumboNode& element) const {
  const std::size_t first = start_of(element);
  const std::size_t last = element.v.element.end_pos.offset;
  if (last <= first) return true;  // Never closed: its extent is unknown.
  if ((last - first) * 10 > page_bytes_ * 5) return true;
  const auto anchor = std::ranges::lower_bound(anchors_, first);
  return anchor != anchors_.end() && *anchor < last;
}

bool HtmlFurniture::is_furniture(const GumboNode& element, bool inside_main) const {
  const GumboTag tag = element.v.element.tag;
  if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_H1) return false;
  const bool by_tag = tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || (tag == GUMBO_TAG_HEADER && !inside_main);
  const std::string_view role = html_attribute(element, "role");
  const bool by_role = !role.empty() && std::ranges::find(kFurnitureRoles, role) != kFurnitureRoles.end();
  bool by_word = false;
  if (!by_tag && !by_role) {
    const auto known = [](std::string_view word) { return std::ranges::binary_search(kFurnitureWords, word); };
    by_word = any_class_word(html_attribute(element, "class"), known) || any_class_word(html_attribute(element, "id"), known);
  }
  if (!by_tag && !by_role && !by_word) return false;
  return !holds_content(element);
}

bool HtmlFurniture::is_byline(const GumboNode& element) {
  const GumboTag tag = element.v.element.tag;
  if (tag != GUMBO_TAG_P && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_SPAN && tag != GUMBO_TAG_TIME && tag != GUMBO_TAG_ADDRESS) return false;
  if (element.v.element.end_pos.offset > start_of(element) + 2000) return false;
  return any_class_word(html_attribute(element, "class"), [](std::string_view word) {
    return word == "byline" || word == "meta" || word == "dateline" || word == "postdate" || word == "entrydate" || word == "pubdate" ||
           word == "postmeta" || word == "entrymeta";
  });
}

bool HtmlFurniture::is_link_list(const GumboNode& element) {
  if (element.v.element.tag != GUMBO_TAG_UL && element.v.element.tag != GUMBO_TAG_OL) return false;
  std::size_t items = 0;
  const GumboVector& children = element.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* item = static_cast<const GumboNode*>(children.data[i]);
    if (item->type != GUMBO_NODE_ELEMENT) continue;
    bool link = false;
    const GumboVector& parts = item->v.element.children;
    for (unsigned j = 0; j < parts.length; ++j) {
      const auto* part = static_cast<const GumboNode*>(parts.data[j]);
      if (part->type == GUMBO_NODE_WHITESPACE || part->type == GUMBO_NODE_COMMENT) continue;
      if (part->type == GUMBO_NODE_TEXT) {
        if (!trimmed(part->v.text.text).empty()) return false;
        continue;
      }
      if (part->type != GUMBO_NODE_ELEMENT || part->v.element.tag != GUMBO_TAG_A) return false;
      link = true;
    }
    if (!link) return false;
    ++items;
  }
  return items >= 3;
}

}  // namespace paraph

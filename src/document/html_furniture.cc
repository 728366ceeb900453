#include "document/html_furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/line_rules.h"

namespace paraph {
namespace {

constexpr auto kFurnitureWords = std::to_array<std::string_view>({
    "ad",           "ads",        "advert",      "advertisement", "advertising", "alert",   "backtotop",  "banner",    "breadcrumb",
    "breadcrumbs",  "comment",    "commentlist", "comments",      "consent",     "cookie",  "cookies",    "copyright", "disqus",
    "footer",       "gdpr",       "hamburger",   "login",         "masthead",    "menu",    "menus",      "modal",     "nav",
    "navbar",       "navigation", "newsletter",  "offscreen",     "outbrain",    "pager",   "pagination", "popup",     "promo",
    "recommended",  "related",    "respond",     "search",        "searchform",  "share",   "sharedaddy", "shares",    "sharing",
    "sidebar",      "sitemap",    "skip",        "skiplink",      "skiplinks",   "skipnav", "sponsor",    "sponsored", "subscribe",
    "subscription", "taboola",    "tagcloud",    "tags",          "toc",         "toolbar", "toolbox",
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

/// "social-share", "social_links", "social": but not the section "economic-and-social".
bool names_social_buttons(std::string_view names) {
  const std::string lower = lower_ascii(names);
  std::size_t at = 0;
  while (at < lower.size()) {
    const std::size_t end = std::min(lower.find(' ', at), lower.size());
    const std::string_view token = std::string_view(lower).substr(at, end - at);
    at = end + 1;
    if (token == "social") return true;
    if (token.find("social") == std::string_view::npos) continue;
    for (const std::string_view part : {"media", "link", "share", "sharing", "icon", "button", "follow", "nav", "list", "menu", "bar"}) {
      if (token.find(part) != std::string_view::npos) return true;
    }
  }
  return false;
}

std::size_t start_of(const GumboNode& node) { return node.v.element.start_pos.offset; }

}  // namespace

std::string_view html_attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&node.v.element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

HtmlFurniture::HtmlFurniture(const GumboNode& root) {
  constexpr std::size_t kSentence = 60;
  std::vector<const GumboNode*> stack{&root};
  while (!stack.empty()) {
    const GumboNode* node = stack.back();
    stack.pop_back();
    if (node->type == GUMBO_NODE_TEXT && node->v.text.original_text.length >= kSentence) {
      texts_.push_back({node->v.text.start_pos.offset, node->v.text.original_text.length});
    }
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_NOSCRIPT || tag == GUMBO_TAG_TEMPLATE) continue;
    if (tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_H1 || html_attribute(*node, "role") == "main") anchors_.push_back(start_of(*node));
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) stack.push_back(static_cast<const GumboNode*>(children.data[i]));
  }
  std::ranges::sort(anchors_);
  std::ranges::sort(texts_, {}, &RunningText::at);
  std::size_t total = 0;
  for (RunningText& text : texts_) text.bytes = total += text.bytes;
}

std::size_t HtmlFurniture::text_between(std::size_t first, std::size_t last) const {
  const auto total_before = [&](std::size_t at) {
    const auto after = std::ranges::lower_bound(texts_, at, {}, &RunningText::at);
    return after == texts_.begin() ? std::size_t{0} : (after - 1)->bytes;
  };
  return total_before(last) - total_before(first);
}

bool HtmlFurniture::holds_content(const GumboNode& element) const {
  const std::size_t first = start_of(element);
  const std::size_t last = element.v.element.end_pos.offset;
  if (last <= first) return true;  // Never closed: its extent is unknown.
  const auto anchor = std::ranges::lower_bound(anchors_, first);
  if (anchor != anchors_.end() && *anchor < last) return true;
  return !texts_.empty() && text_between(first, last) * 2 > texts_.back().bytes;
}

bool HtmlFurniture::is_furniture(const GumboNode& element, bool inside_main) const {
  const GumboTag tag = element.v.element.tag;
  if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_H1) return false;
  const bool by_tag =
      tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || (tag == GUMBO_TAG_HEADER && !inside_main);
  const std::string_view role = html_attribute(element, "role");
  const bool by_role = !role.empty() && std::ranges::find(kFurnitureRoles, role) != kFurnitureRoles.end();
  bool by_word = false;
  if (!by_tag && !by_role) {
    const auto known = [](std::string_view word) { return std::ranges::binary_search(kFurnitureWords, word); };
    const std::string_view classes = html_attribute(element, "class");
    by_word = any_class_word(classes, known) || names_social_buttons(classes);
    // Ids of headings and paragraphs are made from their words and say nothing.
    const bool container =
        tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_FORM;
    if (!by_word && container)
      by_word = any_class_word(html_attribute(element, "id"), known) || names_social_buttons(html_attribute(element, "id"));
  }
  if (!by_tag && !by_role && !by_word) return false;
  return !holds_content(element);
}

bool HtmlFurniture::is_byline(const GumboNode& element) {
  const GumboTag tag = element.v.element.tag;
  if (tag != GUMBO_TAG_P && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_SPAN && tag != GUMBO_TAG_TIME && tag != GUMBO_TAG_ADDRESS)
    return false;
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

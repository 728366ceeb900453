#pragma once

#include <string>
#include <string_view>

namespace paraph {

/// Appends text with the characters that HTML gives a meaning escaped, in element content and in quoted attributes.
inline void append_html(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out.push_back(c);
    }
  }
}

inline std::string html_of(std::string_view text) {
  std::string out;
  append_html(text, out);
  return out;
}

}  // namespace paraph

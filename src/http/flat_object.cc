#include "http/flat_object.h"

#include <fmt/format.h>

#include "engine/desk.h"

namespace paraph {
namespace {

void put_text(std::string_view raw, std::string& out) {
  const std::string mended = is_utf8(raw) ? std::string() : mended_text(raw);
  out += '"';
  for (const char c : mended.empty() ? raw : std::string_view(mended)) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  out += '"';
}

struct Put {
  std::string& out;
  void operator()(const std::string& text) const { put_text(text, out); }
  void operator()(std::uint64_t number) const { out += std::to_string(number); }
  void operator()(double number) const { out += fmt::format("{:.3f}", number); }
  void operator()(bool truth) const { out += truth ? "true" : "false"; }
};

}  // namespace

std::string write_flat_object(std::initializer_list<std::pair<std::string_view, FlatValue>> members) {
  std::string out = "{";
  for (const auto& [name, value] : members) {
    if (const auto* text = std::get_if<std::string>(&value.value()); text != nullptr && text->empty()) continue;
    if (out.size() > 1) out += ',';
    out += '"';
    out += name;
    out += "\":";
    std::visit(Put{out}, value.value());
  }
  return out + "}";
}

}  // namespace paraph

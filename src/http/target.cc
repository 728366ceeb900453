#include "http/target.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/desk.h"

namespace paraph {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// "%20" and, in a query, "+" to what they stand for.
Result<std::string> decoded(std::string_view text, bool query) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return fail(ErrorCode::kMalformed, "a % in the target is not followed by two hexadecimal digits");
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (query && c == '+') {
      c = ' ';
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return fail(ErrorCode::kMalformed, "the target holds a control character");
    out += c;
  }
  if (!is_utf8(out)) return fail(ErrorCode::kMalformed, "the target is not UTF-8");
  return out;
}

Result<void> read_path(Target& target) {
  std::string_view rest = target.path;
  rest.remove_prefix(1);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    auto segment = decoded(rest.substr(0, end), false);
    if (!segment) return std::unexpected(segment.error());
    if (segment->empty() || *segment == "." || *segment == ".." || segment->find_first_of("/\\") != std::string::npos) {
      return fail(ErrorCode::kMalformed, "the path has an empty or dot segment, or a slash in one");
    }
    target.segments.push_back(std::move(*segment));
    rest.remove_prefix(end);
    if (rest == "/") return fail(ErrorCode::kMalformed, "the path ends in a slash");
    if (!rest.empty()) rest.remove_prefix(1);
  }
  return {};
}

Result<void> read_query(Target& target) {
  std::string_view rest = target.query;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part.empty()) continue;
    const std::size_t equals = std::min(part.find('='), part.size());
    auto name = decoded(part.substr(0, equals), true);
    if (!name) return std::unexpected(name.error());
    auto value = decoded(part.substr(std::min(equals + 1, part.size())), true);
    if (!value) return std::unexpected(value.error());
    if (!target.parameters.emplace(*name, std::move(*value)).second) {
      return fail(ErrorCode::kMalformed, fmt::format("the parameter \"{}\" stands twice", *name));
    }
  }
  return {};
}

}  // namespace

std::string_view Target::parameter(std::string_view name) const {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

Result<Target> read_target(std::string_view text) {
  if (text.empty() || text.front() != '/') return fail(ErrorCode::kMalformed, "the target is no path");
  Target target;
  const std::size_t mark = std::min(text.find('?'), text.size());
  target.path = text.substr(0, mark);
  if (mark < text.size()) target.query = text.substr(mark + 1);
  if (target.path.find('#') != std::string::npos) return fail(ErrorCode::kMalformed, "the target holds a fragment");
  if (const auto read = read_path(target); !read) return std::unexpected(read.error());
  if (const auto read = read_query(target); !read) return std::unexpected(read.error());
  return target;
}

}  // namespace paraph

#include "http/site.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>
#include <xxhash.h>

#include "http/compress.h"

namespace paraph {
namespace {

constexpr std::string_view kHead = "PWEB1\n";

/// Takes the next field up to `end` off the front; empty where there is no such end.
std::string_view take(std::string_view& rest, char end) {
  const std::size_t at = rest.find(end);
  if (at == std::string_view::npos) {
    rest = {};
    return {};
  }
  const std::string_view field = rest.substr(0, at);
  rest.remove_prefix(at + 1);
  return field;
}

bool read_size(std::string_view field, std::size_t& size) {
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), size);
  return error == std::errc() && end == field.data() + field.size() && !field.empty();
}

}  // namespace

Result<Site> Site::read(std::string_view pack) {
  Site site;
  if (pack.empty()) return site;
  const auto damaged = [] { return fail(ErrorCode::kMalformed, "the page inside the program is damaged; build the program anew"); };
  if (!pack.starts_with(kHead)) return damaged();
  pack.remove_prefix(kHead.size());
  std::vector<std::array<std::size_t, 3>> sizes;
  for (;;) {
    if (pack.find('\n') == std::string_view::npos) return damaged();
    std::string_view line = take(pack, '\n');
    if (line.empty()) break;
    SiteFile file;
    file.path = take(line, '\t');
    file.type = take(line, '\t');
    file.tag = take(line, '\t');
    file.lasting = take(line, '\t') == "1";
    std::array<std::size_t, 3> lengths{};
    if (!read_size(take(line, '\t'), lengths[0]) || !read_size(take(line, '\t'), lengths[1]) || !read_size(line, lengths[2])) return damaged();
    site.files_.push_back(file);
    sizes.push_back(lengths);
  }
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    for (std::size_t form = 0; form < 3; ++form) {
      if (pack.size() < sizes[i][form]) return damaged();
      const std::string_view bytes = pack.substr(0, sizes[i][form]);
      pack.remove_prefix(sizes[i][form]);
      (form == 0 ? site.files_[i].plain : form == 1 ? site.files_[i].gzip : site.files_[i].zstd) = bytes;
    }
  }
  return site;
}

const SiteFile* Site::find(std::string_view path) const {
  if (path.empty()) path = "index.html";
  const auto found = std::ranges::lower_bound(files_, path, {}, &SiteFile::path);
  return found == files_.end() || found->path != path ? nullptr : &*found;
}

std::string_view media_type_of_file(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kTypes = {{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".webmanifest", "application/manifest+json"},
      {".wasm", "application/wasm"},
      {".txt", "text/plain; charset=utf-8"},
      {".md", "text/markdown; charset=utf-8"},
  }};
  for (const auto& [ending, type] : kTypes) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

bool names_its_content(std::string_view name) {
  name = name.substr(name.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view stem = name.substr(0, dot);
  const auto is_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'; };
  constexpr std::size_t kHash = 8;
  if (stem.size() <= kHash) return false;
  const char before = stem[stem.size() - kHash - 1];
  return (before == '-' || before == '.') && std::ranges::all_of(stem.substr(stem.size() - kHash), is_word);
}

std::string pack_site(std::vector<PackInput> files) {
  std::ranges::sort(files, {}, &PackInput::path);
  std::string head(kHead);
  std::string bytes;
  for (const PackInput& file : files) {
    const std::string gzip = compressed(file.bytes, Coding::kGzip, true);
    const std::string zstd = compressed(file.bytes, Coding::kZstd, true);
    const bool worth = gzip.size() + 64 < file.bytes.size();
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    head += fmt::format("{}\t{}\t{:016x}\t{}\t{}\t{}\t{}\n", file.path, media_type_of_file(file.path), XXH3_64bits(file.bytes.data(), file.bytes.size()),
                        file.path.starts_with("assets/") && names_its_content(name) ? 1 : 0, file.bytes.size(), worth ? gzip.size() : 0,
                        worth ? zstd.size() : 0);
    bytes += file.bytes;
    if (worth) bytes += gzip + zstd;
  }
  return head + "\n" + bytes;
}

}  // namespace paraph

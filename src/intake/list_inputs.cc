#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "intake/fetch_url.h"
#include "intake/intake.h"

namespace paraph {
namespace {

namespace fs = std::filesystem;

bool is_readable_kind(const fs::path& path) {
  static constexpr std::array<std::string_view, 8> kEndings = {".htm", ".html", ".markdown", ".md", ".pdf", ".text", ".txt", ".xhtml"};
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::ranges::find(kEndings, ending) != kEndings.end();
}

Result<void> walk(const std::string& folder, std::vector<std::string>& out) {
  std::vector<std::string> found;
  std::error_code code;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, code);
  for (const fs::recursive_directory_iterator end; !code && entry != end; entry.increment(code)) {
    const std::string name = entry->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.')) {
      if (entry->is_directory(ignored)) entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_regular_file(ignored) && is_readable_kind(entry->path())) found.push_back(entry->path().string());
  }
  if (code) return fail(ErrorCode::kUnreadable, fmt::format("{}: {}", folder, code.message()));
  std::ranges::sort(found);
  out.insert(out.end(), found.begin(), found.end());
  return {};
}

}  // namespace

Result<std::vector<std::string>> list_inputs(const std::vector<std::string>& given) {
  std::vector<std::string> out;
  for (const std::string& name : given) {
    if (name == "-" || is_web_address(name)) {
      out.push_back(name);
      continue;
    }
    std::error_code code;
    const fs::file_status status = fs::status(name, code);
    if (!fs::exists(status)) return fail(ErrorCode::kNotFound, fmt::format("{}: no such file or folder", name));
    if (!fs::is_directory(status)) {
      out.push_back(name);
      continue;
    }
    if (Result<void> walked = walk(name, out); !walked) return fail(walked.error().code, walked.error().message);
  }
  return out;
}

}  // namespace paraph

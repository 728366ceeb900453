#include "cli/surroundings.h"

#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace paraph {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::filesystem::path program_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path() : program.parent_path();
}

}  // namespace

std::chrono::sys_days today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

std::size_t page_width(std::size_t wanted) {
  constexpr std::size_t kUnknown = 100;
  if (wanted > 0) return wanted;
  if (const std::string_view columns = variable("COLUMNS"); !columns.empty()) {
    const long number = std::strtol(columns.data(), nullptr, 10);
    if (number > 0 && number < 10'000) return static_cast<std::size_t>(number);
  }
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kUnknown;
}

bool page_colour(const std::string& wanted, bool to_file) {
  if (wanted == "always") return true;
  if (wanted == "never" || to_file) return false;
  if (!variable("NO_COLOR").empty()) return false;
  const std::string_view forced = variable("CLICOLOR_FORCE");
  if (!forced.empty() && forced != "0") return true;
  return isatty(STDOUT_FILENO) == 1 && variable("TERM") != "dumb";
}

std::filesystem::path data_folder() {
  if (const std::string_view data = variable("XDG_DATA_HOME"); !data.empty()) return std::filesystem::path(data) / "paraph";
  const std::string_view home = variable("HOME");
  return home.empty() ? std::filesystem::path() : std::filesystem::path(home) / ".local/share/paraph";
}

std::filesystem::path ledger_file(const std::string& wanted) {
  if (!wanted.empty()) return wanted;
  if (const std::string_view named = variable("PARAPH_LEDGER"); !named.empty()) return std::filesystem::path(named);
  return data_folder() / "ledger.sqlite";
}

std::vector<std::filesystem::path> shelf_candidates(const std::string& wanted) {
  if (!wanted.empty()) return {wanted};
  if (const std::string_view named = variable("PARAPH_SHELF"); !named.empty()) return {std::filesystem::path(named)};
  std::vector<std::filesystem::path> candidates;
  if (const auto folder = program_folder(); !folder.empty()) {
    candidates.push_back(folder / "reference.sqlite");
    candidates.push_back(folder.parent_path() / "share/paraph/reference.sqlite");
  }
  if (const auto folder = data_folder(); !folder.empty()) candidates.push_back(folder / "reference.sqlite");
  return candidates;
}

bool errors_on_terminal() { return isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb"; }

}  // namespace paraph

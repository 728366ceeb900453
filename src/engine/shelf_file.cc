#include "engine/shelf_file.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "intake/intake.h"

namespace paraph {

Result<std::filesystem::path> find_shelf(const std::vector<std::filesystem::path>& candidates) {
  std::string looked;
  for (const std::filesystem::path& candidate : candidates) {
    std::error_code error;
    if (std::filesystem::is_regular_file(candidate, error)) return candidate;
    looked += "\n  " + candidate.string();
  }
  return fail(ErrorCode::kNotFound,
              fmt::format("there is no reference database. Build one with\n  paraph data build --from data/starter\n"
                          "or name one with --shelf FILE or PARAPH_SHELF. Looked for:{}", looked));
}

Result<GatheredInputs> gather_inputs(std::vector<std::string> given, const std::optional<std::string>& list_file) {
  if (list_file) {
    const auto list = take_in(*list_file);
    if (!list) return std::unexpected(list.error());
    std::string_view rest = list->bytes;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!line.empty()) given.emplace_back(line);
    }
  }
  GatheredInputs gathered;
  for (std::string& each : given) {
    auto listed = list_inputs({std::move(each)});
    if (!listed) {
      gathered.missing.push_back(listed.error());
      continue;
    }
    std::move(listed->begin(), listed->end(), std::back_inserter(gathered.inputs));
  }
  return gathered;
}

}  // namespace paraph

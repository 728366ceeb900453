// paraph_pack_site FOLDER FILE: packs the built page for the program; an absent folder gives an empty file.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "http/site.h"

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const std::filesystem::path folder(arguments[1]);
  std::vector<paraph::PackInput> files;
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file() || entry.path().extension() == ".map") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      files.push_back({entry.path().lexically_relative(folder).generic_string(), std::string(std::istreambuf_iterator<char>(in), {})});
      if (!in) return 2;
    }
  }
  std::ofstream out(arguments[2], std::ios::binary);
  if (!files.empty()) out << paraph::pack_site(std::move(files));
  return out.flush() ? 0 : 2;
}

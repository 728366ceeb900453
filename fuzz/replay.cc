#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// Runs the target once on every file of the folders named, and on its halves.
int main(int count, char** folders) {
  std::size_t replayed = 0;
  for (int i = 1; i < count; ++i) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folders[i])) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path& file : files) {
      std::ifstream stream(file, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
      const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
      LLVMFuzzerTestOneInput(data, bytes.size());
      LLVMFuzzerTestOneInput(data, bytes.size() / 2);
      LLVMFuzzerTestOneInput(data + bytes.size() / 2, bytes.size() - bytes.size() / 2);
      ++replayed;
    }
  }
  std::printf("%zu files replayed\n", replayed);
  return replayed == 0 ? 1 : 0;
}

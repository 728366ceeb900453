#include "importer/zip_file.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <zip.h>

namespace paraph {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10;
constexpr std::uint64_t kMostUnpacked = std::uint64_t{4} << 30;

}  // namespace

struct ZipFile::Archive {
  const ByteSource& file;
  zip_t* zip = nullptr;
  std::uint64_t at = 0;
  std::uint64_t furthest = 0;
  zip_error_t error{};

  explicit Archive(const ByteSource& bytes) : file(bytes) { zip_error_init(&error); }
  ~Archive() {
    if (zip != nullptr) zip_discard(zip);
    zip_error_fini(&error);
  }

  /// libzip's view of the file.
  static zip_int64_t serve(void* user, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    Archive& self = *static_cast<Archive*>(user);
    switch (command) {
      case ZIP_SOURCE_OPEN: self.at = 0; return 0;
      case ZIP_SOURCE_READ: {
        const auto got = self.file.read_at(self.at, {static_cast<char*>(data), size});
        if (!got) {
          zip_error_set(&self.error, ZIP_ER_READ, 0);
          return -1;
        }
        self.at += *got;
        self.furthest = std::max(self.furthest, self.at);
        return static_cast<zip_int64_t>(*got);
      }
      case ZIP_SOURCE_CLOSE:
      case ZIP_SOURCE_FREE: return 0;
      case ZIP_SOURCE_STAT: {
        auto* stat = static_cast<zip_stat_t*>(data);
        zip_stat_init(stat);
        stat->size = self.file.size();
        stat->valid = ZIP_STAT_SIZE;
        return sizeof(zip_stat_t);
      }
      case ZIP_SOURCE_ERROR: return zip_error_to_data(&self.error, data, size);
      case ZIP_SOURCE_SEEK: {
        const zip_int64_t to = zip_source_seek_compute_offset(self.at, self.file.size(), data, size, &self.error);
        if (to < 0) return -1;
        self.at = static_cast<std::uint64_t>(to);
        return 0;
      }
      case ZIP_SOURCE_TELL: return static_cast<zip_int64_t>(self.at);
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                              ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, -1);
      default: zip_error_set(&self.error, ZIP_ER_OPNOTSUPP, 0); return -1;
    }
  }
};

ZipFile::ZipFile(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
ZipFile::~ZipFile() = default;

Result<std::unique_ptr<ZipFile>> ZipFile::open(const ByteSource& file) {
  auto archive = std::make_unique<Archive>(file);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_function_create(&Archive::serve, archive.get(), &error);
  archive->zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive->zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    return fail(ErrorCode::kMalformed, fmt::format("{}: no readable zip archive: {}; download it again", file.name(), why));
  }
  zip_error_fini(&error);
  return std::unique_ptr<ZipFile>(new ZipFile(std::move(archive)));
}

bool ZipFile::has(std::string_view part) const { return zip_name_locate(archive_->zip, std::string(part).c_str(), 0) >= 0; }

Result<void> ZipFile::read_xml(std::string_view part, XmlEvents& events) {
  const std::string name(part);
  const std::string shown = fmt::format("{}: {}", archive_->file.name(), part);
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> entry(zip_fopen(archive_->zip, name.c_str(), 0), &zip_fclose);
  if (entry == nullptr) {
    return fail(ErrorCode::kUnreadable, fmt::format("{}: {}", shown, zip_strerror(archive_->zip)));
  }
  XmlPlace place;
  XmlParser parser(shown, events, place);
  std::vector<char> buffer(kPiece);
  for (;;) {
    const zip_int64_t got = zip_fread(entry.get(), buffer.data(), buffer.size());
    if (got < 0) return fail(ErrorCode::kUnreadable, fmt::format("{}: {}; download it again", shown, zip_file_strerror(entry.get())));
    if (auto done = parser.feed({buffer.data(), static_cast<std::size_t>(got)}); !done || got == 0) return done;
    if (place.bytes > kMostUnpacked) return fail(ErrorCode::kLimitExceeded, fmt::format("{}: unpacks to more than 4 GB", shown));
  }
}

std::uint64_t ZipFile::bytes_read() const { return archive_->furthest; }

}  // namespace paraph

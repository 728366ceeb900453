#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paraph {

/// One file of the page as it is sent.
struct SiteFile {
  std::string_view path;  ///< "assets/index-4f2a9c11.js"
  std::string_view type;  ///< "text/javascript; charset=utf-8"
  std::string_view tag;   ///< Sixteen hexadecimal digits of its content.
  std::string_view plain;
  std::string_view gzip;  ///< Empty where it would not be smaller.
  std::string_view zstd;
  bool lasting = false;   ///< Its name holds a hash of its content: it never changes under this name.
};

/// The files of the built page. Views into the pack, which must outlive it.
class Site {
 public:
  /// An empty pack is a site without files. Fails where the pack is cut or of another version.
  static Result<Site> read(std::string_view pack);

  /// nullptr where there is none; "" is index.html.
  const SiteFile* find(std::string_view path) const;
  bool built() const { return find("") != nullptr; }
  const std::vector<SiteFile>& files() const { return files_; }

 private:
  std::vector<SiteFile> files_;  ///< By path.
};

/// "text/javascript; charset=utf-8" for a name that ends in .js; "application/octet-stream" for what is unknown.
std::string_view media_type_of_file(std::string_view name);

/// True for names such as "index-4f2a9c11.js" or "index.DiwrgTda.css", as bundlers make them.
bool names_its_content(std::string_view name);

/// The pack of some files: header "PWEB1\n", then for each file one line
/// "path\ttype\ttag\tlasting\tplain bytes\tgzip bytes\tzstd bytes\n", an empty line, and all bytes in that order.
struct PackInput {
  std::string path;
  std::string bytes;
};
std::string pack_site(std::vector<PackInput> files);

}  // namespace paraph

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace paraph {

/// The offer that an Accept field likes best; of equally liked ones the first. An empty field likes the first. Empty where none
/// is acceptable. Weights and wildcards as RFC 9110, 12.5.1 has them.
std::optional<std::size_t> best_type(std::string_view accept, std::span<const std::string_view> offers);

/// Codings that answers are sent in.
enum class Coding { kIdentity, kGzip, kZstd };
std::string_view coding_name(Coding coding);

/// The coding to send: zstd before gzip where both are liked as much; identity where nothing else is.
Coding best_coding(std::string_view accept_encoding);

/// "text/plain" of "Text/Plain; charset=UTF-8", in small letters.
std::string media_type_of(std::string_view content_type);
/// "utf-8" of the same; empty where none is given.
std::string charset_of(std::string_view content_type);

/// True where `field`, an If-None-Match, names the tag: any coding of the same bytes counts.
bool tag_matches(std::string_view field, std::string_view tag);
/// The tag of a coded form: "\"4f2a\"" and zstd give "\"4f2a-zstd\"".
std::string coded_tag(std::string_view tag, Coding coding);

}  // namespace paraph

#include "http/negotiate.h"

#include <algorithm>
#include <vector>

namespace paraph {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// Parts between separators, trimmed, without empty ones; a hostile field is not worth more than 64.
std::vector<std::string_view> parts_of(std::string_view field, char separator) {
  constexpr std::size_t kMost = 64;
  std::vector<std::string_view> parts;
  while (!field.empty() && parts.size() < kMost) {
    const std::size_t end = std::min(field.find(separator), field.size());
    if (const auto part = trimmed(field.substr(0, end)); !part.empty()) parts.push_back(part);
    field.remove_prefix(std::min(end + 1, field.size()));
  }
  return parts;
}

/// "q=0.85" in thousandths; what is no weight counts as 1.
int weight_of(const std::vector<std::string_view>& parts) {
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string_view part = parts[i];
    if (part.size() < 3 || (part[0] != 'q' && part[0] != 'Q') || part[1] != '=') continue;
    int weight = part[2] == '1' ? 1000 : 0;
    int place = 100;
    for (std::size_t at = 4; part[2] == '0' && at < part.size() && at < 7 && part[at] >= '0' && part[at] <= '9'; ++at, place /= 10) {
      weight += (part[at] - '0') * place;
    }
    return weight;
  }
  return 1000;
}

/// One element of an Accept or Accept-Encoding field.
struct Liked {
  std::string name;
  int weight = 1000;
};

std::vector<Liked> liked_in(std::string_view field) {
  std::vector<Liked> liked;
  for (const std::string_view element : parts_of(field, ',')) {
    const auto parts = parts_of(element, ';');
    if (!parts.empty()) liked.push_back({lowered(parts[0]), weight_of(parts)});
  }
  return liked;
}

/// How much an offer is liked, by the most specific element that covers it; -1 where none does.
int liking(const std::vector<Liked>& liked, std::string_view offer) {
  const std::string any_of_type = std::string(offer.substr(0, offer.find('/'))) + "/*";
  int found = -1;
  int exactness = 0;
  for (const Liked& each : liked) {
    const int exact = each.name == offer ? 3 : each.name == any_of_type ? 2 : each.name == "*/*" ? 1 : 0;
    if (exact > exactness) {
      exactness = exact;
      found = each.weight;
    }
  }
  return found;
}

}  // namespace

std::optional<std::size_t> best_type(std::string_view accept, std::span<const std::string_view> offers) {
  if (trimmed(accept).empty()) return 0;
  const auto liked = liked_in(accept);
  std::optional<std::size_t> best;
  int most = 0;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (const int weight = liking(liked, offers[i]); weight > most) {
      best = i;
      most = weight;
    }
  }
  return best;
}

std::string_view coding_name(Coding coding) {
  switch (coding) {
    case Coding::kGzip: return "gzip";
    case Coding::kZstd: return "zstd";
    case Coding::kIdentity: return "";
  }
  return "";
}

Coding best_coding(std::string_view accept_encoding) {
  const auto liked = liked_in(accept_encoding);
  const auto weight = [&](std::string_view name) {
    int any = 0;
    for (const Liked& each : liked) {
      if (each.name == name) return each.weight;
      if (each.name == "*") any = each.weight;
    }
    return any;
  };
  const int zstd = weight("zstd");
  const int gzip = weight("gzip");
  if (zstd > 0 && zstd >= gzip) return Coding::kZstd;
  return gzip > 0 ? Coding::kGzip : Coding::kIdentity;
}

std::string media_type_of(std::string_view content_type) { return lowered(trimmed(content_type.substr(0, content_type.find(';')))); }

std::string charset_of(std::string_view content_type) {
  const auto parts = parts_of(content_type, ';');
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string part = lowered(parts[i]);
    if (!part.starts_with("charset=")) continue;
    std::string name = part.substr(8);
    std::erase(name, '"');
    return name;
  }
  return {};
}

bool tag_matches(std::string_view field, std::string_view tag) {
  if (tag.size() < 2) return false;
  const std::string_view inner = tag.substr(1, tag.size() - 2);
  for (std::string_view each : parts_of(field, ',')) {
    if (each == "*") return true;
    if (each.starts_with("W/")) each.remove_prefix(2);
    if (each.size() < 2 || each.front() != '"' || each.back() != '"') continue;
    each = each.substr(1, each.size() - 2);
    if (each == inner) return true;
    if (each.starts_with(inner) && (each.substr(inner.size()) == "-gzip" || each.substr(inner.size()) == "-zstd")) return true;
  }
  return false;
}

std::string coded_tag(std::string_view tag, Coding coding) {
  std::string out(tag);
  if (coding != Coding::kIdentity && out.size() >= 2) out.insert(out.size() - 1, "-" + std::string(coding_name(coding)));
  return out;
}

}  // namespace paraph

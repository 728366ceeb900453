#include "intake/fetch_url.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string_view>

#include "intake/public_address.h"

namespace paraph {
namespace {

struct Receiver {
  std::string bytes;
  std::size_t most;
  bool full = false;
};

std::size_t receive(char* data, std::size_t size, std::size_t count, void* user) {
  auto* receiver = static_cast<Receiver*>(user);
  const std::size_t bytes = size * count;
  if (receiver->bytes.size() + bytes > receiver->most) {
    receiver->full = true;
    return 0;
  }
  receiver->bytes.append(data, bytes);
  return bytes;
}

/// Stands between resolution and connection: every connection of a fetch, of a redirect too, asks it for its socket.
struct Gate {
  const IntakeLimits& limits;
  std::string refused;  ///< "10.0.0.1:80", where it was.
};

curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto* gate = static_cast<Gate*>(user);
  if (!is_public_address(address->addr)) {
    const std::string text = address_text(address->addr);
    if (std::ranges::find(gate->limits.trusted, text) == gate->limits.trusted.end()) {
      gate->refused = text;
      return CURL_SOCKET_BAD;
    }
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

void read_content_type(std::string_view type, DocumentHints& hints) {
  const std::string text = lower(type);
  if (text.starts_with("text/html") || text.starts_with("application/xhtml")) hints.format = DocumentFormat::kHtml;
  if (text.starts_with("text/markdown")) hints.format = DocumentFormat::kMarkdown;
  const std::size_t at = text.find("charset=");
  if (at == std::string::npos) return;
  std::string name = text.substr(at + 8);
  name = name.substr(0, name.find_first_of("; \t"));
  std::erase(name, '"');
  hints.charset = name;
}

}  // namespace

bool is_web_address(std::string_view name) {
  const std::string head = lower(name.substr(0, 8));
  return head.starts_with("http://") || head.starts_with("https://");
}

Result<Intake> fetch_url(const std::string& address, const IntakeLimits& limits) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(), curl_easy_cleanup);
  if (!handle) return fail(ErrorCode::kUnreadable, fmt::format("{}: the network library cannot start", address));
  CURL* curl = handle.get();
  Receiver receiver{.bytes = {}, .most = limits.url_bytes};
  curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, limits.redirects > 0 ? 1L : 0L);
  curl_easy_setopt(curl, CURLOPT_MAXREDIRS, static_cast<long>(limits.redirects));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.url_time.count()));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(std::min<std::chrono::milliseconds::rep>(limits.url_time.count(), 10'000)));
  curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.url_bytes));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "paraph");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &receiver);

  Gate gate{.limits = limits, .refused = {}};
  if (limits.public_only) {
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &gate);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");  // A proxy would connect for us, wherever it likes.
  }

  const CURLcode code = curl_easy_perform(curl);
  if (code != CURLE_OK && !gate.refused.empty()) {
    return fail(ErrorCode::kConflict, fmt::format("{}: leads to {}, which is not on the public network", address, gate.refused));
  }
  if (receiver.full || code == CURLE_FILESIZE_EXCEEDED) {
    return fail(ErrorCode::kLimitExceeded, fmt::format("{}: larger than the limit of {} bytes for an address", address, limits.url_bytes));
  }
  if (code == CURLE_OPERATION_TIMEDOUT) {
    return fail(ErrorCode::kLimitExceeded, fmt::format("{}: no answer within {} ms", address, limits.url_time.count()));
  }
  if (code == CURLE_TOO_MANY_REDIRECTS) {
    return fail(ErrorCode::kLimitExceeded, fmt::format("{}: more than {} redirects", address, limits.redirects));
  }
  if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT) {
    return fail(ErrorCode::kUnsupported, fmt::format("{}: only http and https addresses are read ({})", address, curl_easy_strerror(code)));
  }
  if (code != CURLE_OK) return fail(ErrorCode::kUnreadable, fmt::format("{}: {}", address, curl_easy_strerror(code)));

  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (status == 404 || status == 410) return fail(ErrorCode::kNotFound, fmt::format("{}: the server answers {}", address, status));
  if (status < 200 || status >= 300) return fail(ErrorCode::kUnreadable, fmt::format("{}: the server answers {}", address, status));

  Intake intake;
  const char* final_address = nullptr;
  curl_easy_getinfo(curl, CURLINFO_EFFECTIVE_URL, &final_address);
  intake.name = final_address == nullptr ? address : std::string(final_address);
  intake.bytes = std::move(receiver.bytes);
  const char* type = nullptr;
  curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
  if (type != nullptr) read_content_type(type, intake.hints);
  // Bytes decide over names: a PDF that is announced as a page is still a PDF.
  const DocumentFormat seen = detect_format(intake.bytes, intake.name);
  if (seen == DocumentFormat::kPdf) intake.hints.format.reset();
  intake.hints.name = intake.name;
  return intake;
}

}  // namespace paraph

#include <utility>

#include "http/server.h"

#include <algorithm>
#include <csignal>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <fmt/format.h>
#include <sys/resource.h>

#include "http/flat_object.h"
#include "http/problem.h"
#include "http/routes.h"
#include "http/session.h"

namespace paraph {
namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;

Result<tcp::endpoint> endpoint_of(const std::string& listen) {
  const auto malformed = [&] { return fail(ErrorCode::kMalformed, fmt::format("\"{}\" is no address to listen on; write 127.0.0.1:8377 or [::1]:8377", listen)); };
  const std::size_t colon = listen.rfind(':');
  if (colon == std::string::npos) return malformed();
  std::string host = listen.substr(0, colon);
  if (host == "localhost") host = "127.0.0.1";
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  error_code error;
  const auto address = boost::asio::ip::make_address(host, error);
  const std::string port = listen.substr(colon + 1);
  if (error || port.empty() || port.size() > 5 || !std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; }) || std::stoi(port) > 65535) return malformed();
  return tcp::endpoint(address, static_cast<unsigned short>(std::stoi(port)));
}

/// As many files as the system lets the process have; returns how many connections fit beside the rest.
std::size_t make_room(std::size_t wanted) {
  constexpr rlim_t kOthers = 256;
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  if (limit.rlim_cur < limit.rlim_max) {
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
  }
  if (limit.rlim_cur == RLIM_INFINITY) return wanted;
  return std::min<std::size_t>(wanted, limit.rlim_cur > kOthers * 2 ? limit.rlim_cur - kOthers : kOthers);
}

}  // namespace

Result<bool> is_loopback(const std::string& listen) {
  const auto endpoint = endpoint_of(listen);
  if (!endpoint) return std::unexpected(endpoint.error());
  return endpoint->address().is_loopback();
}

void Server::Inside::accept() {
  acceptor.async_accept([this](error_code error, tcp::socket socket) {
    if (ending) return;
    if (error) {
      // No more files: those that end make room.
      pause.expires_after(std::chrono::milliseconds(50));
      pause.async_wait([this](error_code) {
        if (!ending) accept();
      });
      return;
    }
    ++metrics.connections_ever;
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto peer = socket.remote_endpoint(ignored);
    const auto session = std::make_shared<Session>(*this, std::move(socket), ignored ? std::string() : peer.address().to_string());
    if (sessions.size() > options.limits.connections) {
      ++metrics.connections_refused;
      session->turn_away(refusal(Problem::kOverloaded, "too many connections are open; try again"));
    } else {
      session->start();
    }
    accept();
  });
}

void Server::Inside::end() {
  if (std::exchange(ending, true)) return;
  error_code ignored;
  acceptor.close(ignored);
  pause.expires_after(options.limits.ending);
  pause.async_wait([this](error_code error) {
    if (!error) io.stop();
  });
  // Closing a session takes it off the list as soon as nothing waits for it.
  const std::set<Session*> open = sessions;
  for (Session* session : open) {
    if (sessions.contains(session)) session->end();
  }
  end_if_quiet();
}

void Server::Inside::end_if_quiet() {
  if (ending && !ended && sessions.empty()) boost::asio::post(io, [this] { io.stop(); });
}

Answer Server::Inside::answer_itself(const Request&, const Route& route) {
  Answer answer;
  if (route.name == "GET /metrics") {
    answer.type = "text/plain; version=0.0.4; charset=utf-8";
    answer.body = write_metrics(metrics, {sessions.size(), workers->waiting() + fetchers->waiting(), workers->running() + fetchers->running()});
  } else if (ending || workers->waiting() >= options.workers.waiting) {
    answer = refusal(Problem::kOverloaded, ending ? "the server ends" : "all places are taken");
  } else {
    answer.type = "application/json";
    answer.body = write_flat_object({{"status", "ready"},
                                     {"version", door->options().version},
                                     {"lexicon", door->tables().engine.fingerprint()},
                                     {"today", door->today_text()},
                                     {"token", !door->options().token.empty()}});
  }
  answer.route = route.name;
  answer.cache = "no-store";
  return answer;
}

Server::Server(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Server::~Server() {
  if (!inside_) return;
  // Workers first: what they hand in holds sessions, which need the rest.
  inside_->ending = true;
  inside_->workers.reset();
  inside_->fetchers.reset();
  inside_->ended = true;
}

Result<std::unique_ptr<Server>> Server::open(std::shared_ptr<const DeskTables> tables, ServerOptions options) {
  const auto endpoint = endpoint_of(options.listen);
  if (!endpoint) return std::unexpected(endpoint.error());
  auto files = DoorFiles::embedded();
  if (!files) return std::unexpected(files.error());
  options.limits.connections = make_room(options.limits.connections);
  auto inside = std::make_unique<Inside>(std::move(options));
  inside->run = fmt::format("r{:x}", std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
  auto workers = Workers::start(tables, inside->options.workers);
  if (!workers) return std::unexpected(workers.error());
  inside->workers = std::move(*workers);
  auto fetchers = Workers::start(tables, inside->options.fetchers);
  if (!fetchers) return std::unexpected(fetchers.error());
  inside->fetchers = std::move(*fetchers);
  inside->door = std::make_unique<Door>(tables, std::move(*files), inside->options.door,
                                        [] { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); });
  error_code error;
  tcp::acceptor& acceptor = inside->acceptor;
  acceptor.open(endpoint->protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(*endpoint, error);
  if (!error) acceptor.listen(4096, error);
  if (error) return fail(ErrorCode::kUnreadable, fmt::format("cannot listen on {}: {}", inside->options.listen, error.message()));
  inside->signals.add(SIGINT, error);
  inside->signals.add(SIGTERM, error);
  return std::unique_ptr<Server>(new Server(std::move(inside)));
}

std::string Server::address() const {
  error_code error;
  const auto endpoint = inside_->acceptor.local_endpoint(error);
  const std::string host = endpoint.address().is_v6() ? "[" + endpoint.address().to_string() + "]" : endpoint.address().to_string();
  return fmt::format("http://{}:{}/", host, endpoint.port());
}

void Server::run() {
  inside_->signals.async_wait([this](error_code error, int) {
    if (!error) inside_->end();
  });
  inside_->accept();
  inside_->io.run();
}

}  // namespace paraph

#include <utility>

#include "http/session.h"

#include <array>

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "http/answer_head.h"
#include "http/flat_object.h"
#include "http/problem.h"
#include "http/routes.h"

namespace paraph {
namespace {

namespace http = boost::beast::http;
using boost::asio::ip::tcp;
using boost::beast::error_code;

std::string field(const http::request<http::string_body>& message, http::field name) {
  const auto value = message[name];
  return std::string(value.data(), value.size());
}

std::string field(const http::request<http::string_body>& message, const char* name) {
  const auto value = message[name];
  return std::string(value.data(), value.size());
}

}  // namespace

Session::Session(Server::Inside& server, tcp::socket socket, std::string peer)
    : server_(server), socket_(std::move(socket)), timer_(server.io), peer_(std::move(peer)) {
  server_.sessions.insert(this);
}

Session::~Session() {
  server_.sessions.erase(this);
  server_.end_if_quiet();
}

void Session::allow(std::chrono::milliseconds time) {
  timed_out_ = false;
  timer_.expires_after(time);
  timer_.async_wait([weak = weak_from_this()](error_code error) {
    const auto self = weak.lock();
    if (error || !self) return;
    self->timed_out_ = true;
    error_code ignored;
    self->socket_.cancel(ignored);
  });
}

void Session::wait() {
  under_way_ = false;
  if (server_.ending) return close();
  parser_.reset();
  request_ = {};
  answer_ = {};
  if (buffer_.size() > 0) return read_header();
  // A connection that only waits holds no memory for what might come.
  buffer_.shrink_to_fit();
  allow(server_.options.limits.idle);
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](error_code error) {
    if (error) return self->close();
    self->read_header();
  });
}

void Session::read_header() {
  under_way_ = true;
  began_ = std::chrono::steady_clock::now();
  body_bytes_ = 0;
  number_ = fmt::format("{}-{}", server_.run, ++server_.requests);
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(server_.options.limits.header_bytes));
  parser_->body_limit(server_.options.limits.body_bytes);
  allow(server_.options.limits.header);
  http::async_read_header(socket_, buffer_, *parser_, [self = shared_from_this()](error_code error, std::size_t) { self->header_came(error); });
}

void Session::broken(error_code error, bool in_body) {
  keep_ = false;
  request_.method = parser_ ? std::string(parser_->get().method_string()) : std::string();
  if (timed_out_) {
    // Nothing but silence is worth no answer.
    if (!in_body && parser_ && !parser_->got_some() && buffer_.size() == 0) return close();
    return send(refusal(Problem::kRequestTimeout, in_body ? "the body did not arrive in time" : "the header did not arrive in time"));
  }
  if (error == http::error::header_limit) return send(refusal(Problem::kHeaderTooLarge, fmt::format("a header has at most {} bytes", server_.options.limits.header_bytes)));
  if (error == http::error::body_limit) return send(refusal(Problem::kBodyTooLarge, fmt::format("a body has at most {} bytes", server_.options.limits.body_bytes)));
  if (error.category() == http::make_error_code(http::error::bad_method).category() && error != http::error::end_of_stream && error != http::error::partial_message) {
    return send(refusal(Problem::kMalformedRequest, "the request is no HTTP/1.1: " + error.message()));
  }
  close();
}

void Session::header_came(error_code error) {
  if (error) return broken(error, false);
  const auto& message = parser_->get();
  keep_ = parser_->keep_alive();
  request_.method = std::string(message.method_string());
  request_.host = field(message, http::field::host);
  request_.peer = peer_;
  const std::string_view target(message.target().data(), message.target().size());
  // The body of a refused request is not read, so nothing can follow it.
  const auto refuse = [&](Answer answer) {
    const bool bodyless = !parser_->chunked() && parser_->content_length().value_or(0) == 0;
    answer.close = answer.close || !bodyless;
    send(std::move(answer));
  };
  if (target.size() > server_.options.limits.target_bytes) {
    Answer answer = refusal(Problem::kTargetTooLong, fmt::format("a target has at most {} bytes", server_.options.limits.target_bytes));
    answer.close = true;
    return refuse(std::move(answer));
  }
  auto read = read_target(target);
  if (!read) return refuse(refusal(Problem::kMalformedRequest, read.error().message));
  request_.target = std::move(*read);
  if (message.count(http::field::host) != 1 && message.version() >= 11) return refuse(refusal(Problem::kMalformedRequest, "a request has one Host"));
  request_.origin = field(message, http::field::origin);
  request_.fetch_site = field(message, "Sec-Fetch-Site");
  request_.authorization = field(message, http::field::authorization);
  request_.accept = field(message, http::field::accept);
  request_.accept_encoding = field(message, http::field::accept_encoding);
  request_.content_type = field(message, http::field::content_type);
  request_.content_encoding = field(message, http::field::content_encoding);
  request_.if_none_match = field(message, http::field::if_none_match);
  if (auto refused = server_.door->refuse(request_)) return refuse(std::move(*refused));
  if (parser_->content_length().value_or(0) > server_.options.limits.body_bytes) return broken(http::error::body_limit, true);
  if (parser_->is_done()) return request_came();
  const std::string expect = field(message, http::field::expect);
  if (expect.empty()) return read_body();
  static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  boost::asio::async_write(socket_, boost::asio::buffer(kContinue.data(), kContinue.size()), [self = shared_from_this()](error_code failed, std::size_t) {
    if (failed) return self->close();
    self->read_body();
  });
}

void Session::read_body() {
  allow(server_.options.limits.body);
  http::async_read(socket_, buffer_, *parser_, [self = shared_from_this()](error_code error, std::size_t) { self->body_came(error); });
}

void Session::body_came(error_code error) {
  if (error) return broken(error, true);
  request_came();
}

void Session::request_came() {
  timer_.cancel();
  request_.body = std::move(parser_->get().body());
  body_bytes_ = request_.body.size();
  server_.metrics.bytes_in += body_bytes_;
  const Route* route = find_route(request_.target);
  if (route != nullptr && (route->name == "GET /metrics" || route->name == "GET /readyz")) return send(server_.answer_itself(request_, *route));
  Reply reply = server_.door->reply(request_);
  request_.body = {};
  if (auto* answer = std::get_if<Answer>(&reply)) return send(std::move(*answer));
  Job& job = std::get<Job>(reply);
  const std::string name = job.route;
  Workers& workers = server_.workers_for(job.size);
  const auto taken = workers.submit(std::move(job), peer_, [self = shared_from_this(), name, &io = server_.io](Answer answer) mutable {
    answer.route = name;
    // The last hold on the session goes to the thread of sockets: it must not end in a worker.
    boost::asio::post(io, [self = std::move(self), answer = std::move(answer)]() mutable { self->send(std::move(answer)); });
  });
  if (taken == Workers::Taken::kYes) return;
  Answer answer = taken == Workers::Taken::kFull ? refusal(Problem::kOverloaded, "too many audits are waiting; try again")
                                                 : refusal(Problem::kTooManyRequests, "too many audits of this address are waiting; try again");
  answer.route = name;
  send(std::move(answer));
}

void Session::send(Answer answer) {
  answer_ = std::move(answer);
  keep_ = keep_ && !answer_.close && !server_.ending;
  head_ = answer_head(answer_, number_, keep_, request_.target.segments.empty() || request_.target.segments.front() != "v1");
  const bool bodyless = request_.method == "HEAD" || answer_.status == 304;
  const std::string_view body = bodyless ? std::string_view() : answer_.bytes();
  allow(server_.options.limits.answer);
  const std::array<boost::asio::const_buffer, 2> parts = {boost::asio::buffer(head_), boost::asio::buffer(body.data(), body.size())};
  boost::asio::async_write(socket_, parts, [self = shared_from_this()](error_code error, std::size_t) { self->sent(error); });
}

void Session::sent(error_code error) {
  log_answer();
  if (error) return close();
  if (!keep_) return linger();
  wait();
}

/// Says that nothing more comes, and reads for a while what the client still sends: closing at once would take the answer away
/// from one that is still writing.
void Session::linger() {
  error_code ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  if (ignored) return close();
  under_way_ = false;
  allow(std::chrono::milliseconds(2000));
  constexpr std::size_t kMost = std::size_t{16} << 20;
  drain(kMost);
}

void Session::drain(std::size_t left) {
  buffer_.clear();
  socket_.async_read_some(buffer_.prepare(std::size_t{16} << 10), [self = shared_from_this(), left](error_code error, std::size_t got) {
    if (error || got >= left || self->timed_out_ || self->server_.ending) return self->close();
    self->drain(left - got);
  });
}

void Session::log_answer() {
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
  Metrics& metrics = server_.metrics;
  const std::string route = answer_.route.empty() ? "other" : answer_.route;
  ++metrics.requests[{route, answer_.status}];
  metrics.requests_took.add(seconds);
  metrics.bytes_out += answer_.bytes().size();
  if (route == "POST /v1/check" && answer_.status == 200) metrics.audits_took.add(seconds);
  if (!server_.options.log) return;
  const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto millis = static_cast<unsigned>(now.time_since_epoch().count() % 1000);
  server_.options.log(write_flat_object({{"time", fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(now)), millis)},
                                         {"request", number_},
                                         {"peer", peer_},
                                         {"method", request_.method},
                                         {"path", request_.target.path},
                                         {"status", answer_.status},
                                         {"received", body_bytes_},
                                         {"sent", static_cast<std::uint64_t>(answer_.bytes().size())},
                                         {"ms", seconds * 1000},
                                         {"bug", answer_.cause}}));
}

void Session::turn_away(Answer answer) {
  began_ = std::chrono::steady_clock::now();
  number_ = fmt::format("{}-{}", server_.run, ++server_.requests);
  answer.close = true;
  under_way_ = true;
  send(std::move(answer));
}

void Session::end() {
  if (!under_way_) close();
}

void Session::close() {
  timer_.cancel();
  error_code ignored;
  socket_.close(ignored);
}

}  // namespace paraph

#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "http/server_inside.h"

namespace paraph {

/// One connection: request after request, each within its bounds of size and time. Lives as long as something waits for it.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Server::Inside& server, boost::asio::ip::tcp::socket socket, std::string peer);
  ~Session();

  void start() { wait(); }
  /// Closes at once where no request is under way; else behind its answer.
  void end();
  /// Answers nothing but this and closes: for a connection that finds no room.
  void turn_away(Answer answer);

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  void wait();
  void read_header();
  void header_came(boost::beast::error_code error);
  void read_body();
  void body_came(boost::beast::error_code error);
  void request_came();
  void broken(boost::beast::error_code error, bool in_body);
  void send(Answer answer);
  void sent(boost::beast::error_code error);
  void linger();
  void drain(std::size_t left);
  void close();
  void allow(std::chrono::milliseconds time);
  void log_answer();

  Server::Inside& server_;
  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer timer_;
  std::string peer_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Request request_;
  Answer answer_;
  std::string head_;      ///< Of the answer, as it is sent.
  std::string number_;    ///< Of the request: "r18c2f3-17".
  std::chrono::steady_clock::time_point began_;
  std::uint64_t body_bytes_ = 0;
  bool under_way_ = false;
  bool timed_out_ = false;
  bool keep_ = false;
};

}  // namespace paraph

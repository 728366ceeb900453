#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include "http/metrics.h"
#include "http/server.h"

namespace paraph {

class Session;

/// What the server's one thread of sockets shares among connections.
struct Server::Inside {
  explicit Inside(ServerOptions given) : options(std::move(given)) {}

  void accept();
  void end();
  void end_if_quiet();
  Answer answer_itself(const Request& request, const Route& route);
  Workers& workers_for(JobSize size) { return size == JobSize::kFetch ? *fetchers : *workers; }

  ServerOptions options;
  Metrics metrics;
  std::set<Session*> sessions;
  std::uint64_t requests = 0;
  std::string run;  ///< Of this process: the first half of a request's number.
  bool ending = false;
  bool ended = false;  ///< Nothing may be handed to `io` any more.
  std::unique_ptr<Door> door;
  // Behind what sessions need: those that still wait for something end with it.
  boost::asio::io_context io{1};
  boost::asio::ip::tcp::acceptor acceptor{io};
  boost::asio::signal_set signals{io};
  boost::asio::steady_timer pause{io};
  std::unique_ptr<Workers> workers;
  std::unique_ptr<Workers> fetchers;
};

}  // namespace paraph

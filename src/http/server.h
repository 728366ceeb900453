#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/door.h"
#include "http/workers.h"

namespace paraph {

/// Bounds on what clients may cost.
struct ServerLimits {
  std::size_t connections = 8192;
  std::size_t body_bytes = 10u << 20;
  std::size_t header_bytes = 16u << 10;
  std::size_t target_bytes = 8u << 10;
  std::chrono::milliseconds idle{75'000};    ///< Between requests of one connection.
  std::chrono::milliseconds header{10'000};  ///< From a request's first byte to the end of its header.
  std::chrono::milliseconds body{30'000};
  std::chrono::milliseconds answer{60'000};  ///< For the client to take it.
  std::chrono::milliseconds ending{10'000};  ///< For what is under way when the server ends.
};

struct ServerOptions {
  std::string listen = "127.0.0.1:8377";  ///< A number and a port; port 0 is any that is free.
  ServerLimits limits;
  WorkerLimits workers;
  WorkerLimits fetchers;
  DoorOptions door;
  std::function<void(std::string_view line)> log;  ///< Takes one JSON object a request, without a line end; may be empty.
};

/// True for 127.0.0.0/8 and ::1. Fails where `listen` is no number and port.
Result<bool> is_loopback(const std::string& listen);

/// A server that listens. Its own thread is the one that calls run(); workers have theirs.
class Server {
 public:
  struct Inside;  ///< Of http/server_inside.h.
  /// Binds, loads and starts the workers. Fails where the address is taken or the shelf cannot be read.
  static Result<std::unique_ptr<Server>> open(std::shared_ptr<const DeskTables> tables, ServerOptions options);
  ~Server();

  /// "http://127.0.0.1:8377/"
  std::string address() const;
  /// Until SIGINT or SIGTERM: then no connection is taken any more, idle ones are closed, and what is under way is answered.
  void run();

 private:
  explicit Server(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace paraph

#include "cli/command_serve.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>

#include <fmt/format.h>

#include <paraph/paraph.h>

#include "cli/output.h"
#include "cli/surroundings.h"
#include "engine/desk.h"
#include "engine/shelf_file.h"
#include "http/server.h"

namespace paraph {
namespace {

int refuse(const Error& error) {
  write_error(fmt::format("paraph serve: {}\n", error.message));
  return 2;
}

Result<std::string> read_token(const std::string& file) {
  if (file.empty()) return std::string();
  std::ifstream in(file, std::ios::binary);
  std::string token(std::istreambuf_iterator<char>(in), {});
  if (!in) return fail(ErrorCode::kUnreadable, fmt::format("{}: the file of the token cannot be read", file));
  while (!token.empty() && (token.back() == '\n' || token.back() == '\r' || token.back() == ' ')) token.pop_back();
  constexpr std::size_t kShortest = 16;
  const bool plain = std::ranges::all_of(token, [](char c) { return c > 0x20 && c < 0x7f; });
  if (token.size() < kShortest || !plain) {
    return fail(ErrorCode::kMalformed, fmt::format("{}: a token has at least {} printable characters without spaces; make one with: openssl rand -hex 32", file, kShortest));
  }
  return token;
}

Result<ServerOptions> server_options(const ServeArguments& arguments) {
  const auto loopback = is_loopback(arguments.listen);
  if (!loopback) return std::unexpected(loopback.error());
  auto token = read_token(arguments.token_file);
  if (!token) return std::unexpected(token.error());
  if (!*loopback && token->empty()) {
    return fail(ErrorCode::kConflict, fmt::format("{} can be reached from other machines: that needs --token-file FILE", arguments.listen));
  }
  ServerOptions options;
  options.listen = arguments.listen;
  options.limits.connections = arguments.connections;
  options.workers.threads = arguments.threads > 0 ? arguments.threads : std::max<std::size_t>(2, std::thread::hardware_concurrency());
  options.workers.large_at_once = std::max<std::size_t>(1, options.workers.threads - 1);
  options.fetchers = {.threads = 2, .waiting = 16, .of_one_client = 8, .large_at_once = 2, .patience = std::chrono::milliseconds(30'000)};
  options.door.token = std::move(*token);
  if (*loopback) options.door.hosts = {"localhost", "127.0.0.1", "[::1]"};
  if (*loopback || !arguments.hosts.empty()) options.door.hosts.insert(options.door.hosts.end(), arguments.hosts.begin(), arguments.hosts.end());
  options.door.version = version();
  IntakeLimits& intake = options.door.intake;
  intake.url_bytes = options.limits.body_bytes;
  intake.url_time = std::chrono::milliseconds(15'000);
  intake.pdf_time = std::chrono::milliseconds(20'000);
  intake.pdf_output = std::size_t{64} << 20;
  intake.trusted = arguments.trusted;
  return options;
}

}  // namespace

int run_serve(const ServeArguments& arguments) {
  auto options = server_options(arguments);
  if (!options) return refuse(options.error());
  const auto shelf = find_shelf(shelf_candidates(arguments.shelf));
  if (!shelf) return refuse(shelf.error());
  std::ofstream log_file;
  if (arguments.log == "-") {
    options->log = [](std::string_view line) { write_error(fmt::format("{}\n", line)); };
  } else if (arguments.log != "none") {
    log_file.open(arguments.log, std::ios::app);
    if (!log_file) return refuse({ErrorCode::kUnreadable, fmt::format("{}: the log cannot be written", arguments.log)});
    options->log = [&log_file](std::string_view line) { log_file << line << '\n' << std::flush; };
  }
  EngineOptions engine;
  engine.intake = options->door.intake;
  const auto tables = DeskTables::open(*shelf, engine);
  if (!tables) return refuse(tables.error());
  auto server = Server::open(*tables, std::move(*options));
  if (!server) return refuse(server.error());
  auto output = Output::open(std::nullopt);
  if (!output) return refuse(output.error());
  output->write(fmt::format("{}\n", (*server)->address()));
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  write_error(fmt::format("paraph serve: open {} in a browser; end with Ctrl-C\n", (*server)->address()));
  (*server)->run();
  return 0;
}

}  // namespace paraph

#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/job.h"
#include "http/request.h"
#include "http/door_files.h"

namespace paraph {

struct Route;

/// What a door lets in.
struct DoorOptions {
  std::string token;               ///< Wanted below /v1 and /metrics; empty for none.
  std::vector<std::string> hosts;  ///< Names without port that Host may have; empty for any.
  std::string version;
  IntakeLimits intake;             ///< Of addresses that are fetched, and of PDF.
};

/// From a request to its answer or to the work that makes it. Knows nothing of sockets; safe to share between threads.
class Door {
 public:
  /// `today` is asked for every audit that names no day.
  Door(std::shared_ptr<const DeskTables> tables, DoorFiles files, DoorOptions options, std::function<std::chrono::sys_days()> today);

  /// What can be refused before a body is read; empty where it may come in.
  std::optional<Answer> refuse(const Request& head) const;
  /// `request` has passed refuse(). /metrics and /readyz are not known here: the server answers them.
  Reply reply(Request request) const;

  const DoorOptions& options() const { return options_; }
  const DeskTables& tables() const { return *tables_; }
  std::string today_text() const;

 private:
  std::optional<Answer> refuse_sender(const Request& head) const;
  Reply reply_page(const Request& request) const;
  Reply reply_read(const Request& request, bool check) const;
  Reply reply_get(const Request& request, const Route& route) const;
  std::string tag_of(const Request& request, std::string_view form) const;

  std::shared_ptr<const DeskTables> tables_;
  std::shared_ptr<const DoorFiles> files_;
  DoorOptions options_;
  std::function<std::chrono::sys_days()> today_;
};

/// Puts the body into the coding that the client likes, where that is worth it, and marks the tag.
void code_answer(std::string_view accept_encoding, Answer& answer);

}  // namespace paraph

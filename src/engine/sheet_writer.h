#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "brief/format_sheet.h"
#include "brief/write_brief.h"
#include "engine/engine.h"

namespace paraph {

/// A statement that did not pass the audit of its own sheet: it is taken out before anything is printed.
struct Withheld {
  std::string text;
  std::string why;  ///< "read as …", "disputed: …"
};

/// A sheet that was read back and checked: every sentence is read as exactly the claims it was written from, all
/// supported, and nothing else in it reads as a claim.
struct CheckedSheet {
  Sheet sheet;
  std::vector<Withheld> withheld;
  std::size_t claims = 0;  ///< Read back and supported.
};

/// When a state or territory was one.
struct StateSpan {
  ActorId id;
  std::optional<std::chrono::sys_days> from;
  std::optional<std::chrono::sys_days> to;  ///< Its last day.
  std::string successors;                   ///< "RU,AM,AZ"
};

/// Writes sheets and audits each before it gives it out. Safe to share between threads, each with its own shelf.
class SheetWriter {
 public:
  /// Fails with file:line where a table of data/brief is malformed. The engine must outlive it.
  static Result<SheetWriter> open(const Engine& engine);

  /// Fails when the shelf does, when both states are the same or no states, and when one was none on the day.
  Result<CheckedSheet> write(const BriefRequest& request, const ObservationSource& shelf) const;
  const Wordings& wordings() const { return wordings_; }

 private:
  SheetWriter(const Engine& engine, Wordings wordings, std::vector<StateSpan> states)
      : engine_(&engine), wordings_(std::move(wordings)), states_(std::move(states)) {}
  Result<void> refuse(const BriefRequest& request) const;

  const Engine* engine_;
  Wordings wordings_;
  std::vector<StateSpan> states_;
};

}  // namespace paraph

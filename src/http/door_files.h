#pragma once

#include "http/site.h"

namespace paraph {

/// What the program carries besides its tables: the page, sheets to try, and the description of the interface.
struct DoorFiles {
  Site page;
  Site examples;
  Site api;

  /// Fails where the program's own bytes are damaged.
  static Result<DoorFiles> embedded();
};

}  // namespace paraph

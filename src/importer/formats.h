#pragma once

#include <memory>

#include "importer/importer.h"

namespace paraph {

std::unique_ptr<Importer> make_foreign_assistance_importer();

}  // namespace paraph

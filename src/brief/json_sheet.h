#pragma once

#include <string>

#include "brief/brief.h"

namespace paraph {

/// The sheet as data: sections, statements with their citations, tables, charts, sources. See docs/cli/brief.md.
std::string write_json_sheet(const Sheet& sheet);

/// The vintages that the sheet cites, as CSL-JSON items of type dataset, or as BibTeX entries.
std::string write_csl(const Sheet& sheet);
std::string write_bibtex(const Sheet& sheet);

}  // namespace paraph

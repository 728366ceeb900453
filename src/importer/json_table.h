#pragma once

#include "importer/table_rows.h"

namespace paraph {

/// The records of a JSON or JSON Lines file: lines of objects, one array of objects, an object with an array of objects inside, or
/// an array of arrays, whose rows come as cells without names. A record's members are its cells, those of objects inside by
/// `outer.inner`; texts and numbers as written, null as a blank; arrays inside are passed over.
Result<void> read_json_rows(const ByteSource& file, RowTaker& taker);

}  // namespace paraph

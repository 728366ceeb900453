#pragma once

#include <string>
#include <string_view>

#include "report/json_writer.h"
#include "verdict/audit.h"
#include "verdict/verdict.h"

namespace paraph {

/// The `verdict` member of a claim line: label, was, reason, why, readings, outdated, tolerance, evidence, newer.
/// `address` makes the `href` of each line of evidence from its query; without it there is none.
void write_verdict_member(JsonWriter& json, const Verdict& verdict, std::string (*address)(std::string_view query) = nullptr);

/// What an audit adds to a document's members: now, as_of, summary.
void write_audit_members(JsonWriter& json, const Audit& audit);

}  // namespace paraph

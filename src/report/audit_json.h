#pragma once

#include "report/json_writer.h"
#include "verdict/verdict.h"

namespace paraph {

/// The `verdict` member of a claim line: label, was, reason, why, readings, outdated, tolerance, evidence, newer.
void write_verdict_member(JsonWriter& json, const Verdict& verdict);

}  // namespace paraph

#include <fmt/format.h>

#include <algorithm>

#include "intake/child_process.h"
#include "intake/intake.h"
#include "intake/pdf_layout.h"

namespace paraph {

Result<std::string> pdf_to_text(std::string_view pdf, const IntakeLimits& limits) {
  const std::string program = find_program("pdftotext");
  if (program.empty()) return fail(ErrorCode::kNotFound, "pdftotext is not installed; install poppler-utils to read PDF files");
  const ChildLimits bounds{limits.pdf_memory, limits.pdf_time, limits.pdf_output};
  Result<ChildOutcome> outcome = run_child(program, {"-bbox-layout", "-enc", "UTF-8", "/dev/fd/0", "-"}, pdf, bounds);
  if (!outcome) return fail(outcome.error().code, outcome.error().message);
  const std::string trouble = outcome->trouble.substr(0, outcome->trouble.find('\n'));
  if (outcome->signal != 0) {
    return fail(ErrorCode::kLimitExceeded,
                fmt::format("pdftotext was ended by signal {} (memory limit {} bytes) {}", outcome->signal, limits.pdf_memory, trouble));
  }
  if (trouble.find("Incorrect password") != std::string::npos)
    return fail(ErrorCode::kUnsupported, "the PDF is encrypted and needs a password");
  if (outcome->exit_code != 0) {
    return fail(ErrorCode::kMalformed, fmt::format("pdftotext cannot read the PDF (exit code {}): {}", outcome->exit_code, trouble));
  }
  Result<std::string> text = lay_out_pdf(outcome->output);
  if (!text) return text;
  if (std::ranges::all_of(*text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; })) {
    return fail(ErrorCode::kUnsupported, "the PDF holds no text: its pages may be scanned images, or the file is cut off");
  }
  return text;
}

}  // namespace paraph

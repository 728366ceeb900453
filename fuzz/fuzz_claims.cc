#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/engine.h"

using namespace paraph;

namespace {

const Engine& engine() {
  static const Engine opened = [] {
    auto result = Engine::open();
    if (!result) {
      std::fprintf(stderr, "%s\n", result.error().message.c_str());
      std::abort();
    }
    return *std::move(result);
  }();
  return opened;
}

void demand(bool holds, const char* sentence) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", sentence);
  std::abort();
}

}  // namespace

/// From bytes to claims with the program's own tables: spans lie inside, claims stand in order, the same bytes read the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto read = [&] {
    Intake intake;
    intake.name = "fuzzed.txt";
    intake.hints.format = DocumentFormat::kPlain;
    intake.bytes = bytes;
    return engine().extract_bytes(std::move(intake), {});
  };
  const Result<Extraction> extraction = read();
  if (!extraction) return 0;
  std::size_t reached = 0;
  for (const Claim& claim : extraction->reading.claims) {
    demand(claim.sentence.contains(claim.span), "a claim stands in its sentence");
    demand(claim.sentence.last() <= size, "a sentence lies inside the input");
    demand(claim.span.first() >= reached, "claims stand in document order");
    demand(!claim.id.empty(), "every claim has an id");
    if (claim.period) demand(CivilPeriod::parse(claim.period->str()).has_value(), "a period reads back");
    reached = claim.span.first();
  }
  for (const Gap& gap : extraction->reading.gaps) demand(gap.span.last() <= size, "a gap lies inside the input");
  const Result<Extraction> again = read();
  demand(again && again->reading.claims == extraction->reading.claims, "the same bytes give the same claims");
  return 0;
}

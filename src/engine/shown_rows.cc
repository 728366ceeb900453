#include <array>

#include <fmt/format.h>

#include "engine/desk.h"

namespace paraph {
namespace {

/// A question of `paraph data show`, and how many operands it takes.
struct Question {
  std::string_view name;
  std::size_t least;
  std::size_t most;
};

constexpr std::array<Question, 9> kQuestions = {{{"trade", 2, 3}, {"rank", 2, 3}, {"aid", 2, 3}, {"relations", 2, 2}, {"membership", 1, 2},
                                                 {"indicator", 2, 3}, {"agreement", 2, 2}, {"visit", 2, 3}, {"official", 2, 2}}};

std::unexpected<Error> refused(const Error& error) { return fail(ErrorCode::kOutOfRange, error.message); }

}  // namespace

Result<TextTable> Desk::show(std::string_view question, const std::vector<std::string>& operands) const {
  const Question* asked = nullptr;
  for (const Question& each : kQuestions) {
    if (each.name == question) asked = &each;
  }
  if (asked == nullptr) return fail(ErrorCode::kNotFound, fmt::format("there is no question \"{}\"", question));
  if (operands.size() < asked->least || operands.size() > asked->most) {
    return fail(ErrorCode::kNotFound, fmt::format("{} takes {} to {} operands, not {}", question, asked->least, asked->most, operands.size()));
  }
  const auto first = engine().actor_named(operands[0]);
  if (!first) return std::unexpected(first.error());

  if (question == "rank") {
    const auto years = read_years(operands[1]);
    if (!years) return refused(years.error());
    if (!years->from || years->from != years->to) return fail(ErrorCode::kOutOfRange, "a rank is of one year; write 2021");
    const auto flow = rank_flow_named(operands.size() > 2 ? std::string_view(operands[2]) : "total");
    if (!flow) return refused(flow.error());
    return shown_.rank(*first, *years->from, *flow);
  }
  const auto years = operands.size() > 2 ? read_years(operands[2]) : Result<YearRange>(YearRange{});
  if (!years) return refused(years.error());
  if (question == "indicator") return shown_.indicator(*first, operands[1], *years);
  if (question == "membership" && operands.size() == 1) return shown_.membership(*first, std::nullopt);
  const auto second = engine().actor_named(operands[1]);
  if (!second) return std::unexpected(second.error());
  if (question == "membership") return shown_.membership(*first, *second);
  if (question == "trade") return shown_.trade(*first, *second, *years);
  if (question == "aid") return shown_.aid(*first, *second, *years);
  if (question == "visit") return shown_.visit(*first, *second, *years);
  if (question == "relations") return shown_.relations(*first, *second);
  if (question == "agreement") return shown_.agreement(*first, *second);
  return shown_.official(*first, *second);
}

}  // namespace paraph

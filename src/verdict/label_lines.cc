#include "verdict/label_lines.h"

#include <algorithm>

#include <fmt/format.h>

#include "evidence/words.h"

namespace paraph {
namespace {

std::string percent_words(const Decimal& percent) { return fmt::format("{} %", percent.abs().str()); }

std::string how_far(const EvidenceLine& line) {
  if (!line.difference_percent) return line_in_words(line);
  if (line.difference_percent->zero()) return "the same figure";
  return fmt::format("{} {}", percent_words(*line.difference_percent), line.difference_percent->negative() ? "below" : "above");
}

std::string named(const EvidenceLine& line) {
  return fmt::format("{} ({})", line.reading.empty() ? line.series : line.reading, line.source.str());
}

std::string fit_words(const EvidenceLine& line) {
  switch (line.agrees) {
    case Agrees::kRounded: return fmt::format("agrees where rounded: {}, {}", line_in_words(line), named(line));
    case Agrees::kNear:
      if (!line.difference_percent) return fmt::format("near: {}, {}", line_in_words(line), named(line));
      return fmt::format("near, as a revised figure would be: {}, {}, {}", line_in_words(line), how_far(line), named(line));
    default: return fmt::format("{}: {}", line_in_words(line), named(line));
  }
}

std::string against_words(const std::vector<const EvidenceLine*>& against) {
  const EvidenceLine& first = *against.front();
  const std::string what = first.difference_percent ? fmt::format("{} in {}", how_far(first), named(first))
                                                    : fmt::format("but {}: {}", line_in_words(first), named(first));
  const std::size_t more = against.size() - 1;
  return more == 0 ? what : fmt::format("{} and {} more", what, more);
}

}  // namespace

WeighedLines weigh(const Evidence& evidence) {
  WeighedLines lines;
  for (const EvidenceLine& line : evidence.lines) {
    switch (line.agrees) {
      case Agrees::kYes:
      case Agrees::kRounded: (line.usual ? lines.fit : lines.unusual).push_back(&line); break;
      case Agrees::kNear: (line.usual ? lines.near : lines.unusual).push_back(&line); break;
      case Agrees::kNo: (line.usual ? lines.against : lines.unusual_against).push_back(&line); break;
      case Agrees::kContext: break;
    }
  }
  return lines;
}

VerdictLabel label_of(const WeighedLines& lines) {
  const bool agrees = !lines.fit.empty() || !lines.near.empty() || !lines.unusual.empty();
  if (!agrees) return VerdictLabel::kRefuted;
  return lines.against.empty() ? VerdictLabel::kSupported : VerdictLabel::kDisputed;
}

std::string why_of(const WeighedLines& lines, VerdictLabel label) {
  if (label == VerdictLabel::kRefuted) {
    const auto& against = lines.against.empty() ? lines.unusual_against : lines.against;
    return "no reading agrees: " + against_words(against);
  }
  std::string why;
  if (!lines.fit.empty()) {
    why = fit_words(*lines.fit.front());
  } else if (!lines.near.empty()) {
    why = fit_words(*lines.near.front());
  } else {
    why = "fits only a reading that the text does not state: " + fit_words(*lines.unusual.front());
  }
  if (label == VerdictLabel::kDisputed) why += "; " + against_words(lines.against);
  return why;
}

std::vector<std::string> readings_of(const WeighedLines& lines) {
  std::vector<std::string> readings;
  const auto add = [&](const EvidenceLine& line) {
    std::string reading = line.reading.empty() ? line.series : line.reading;
    if (!line.usual) reading += " (not stated by the text)";
    if (line.agrees == Agrees::kNear) reading += " (revised)";
    if (line.agrees == Agrees::kRounded) reading += " (rounded)";
    if (std::ranges::find(readings, reading) == readings.end()) readings.push_back(std::move(reading));
  };
  for (const auto* group : {&lines.fit, &lines.near}) {
    for (const EvidenceLine* line : *group) add(*line);
  }
  if (readings.empty()) {
    for (const EvidenceLine* line : lines.unusual) add(*line);
  }
  return readings;
}

std::string line_in_words(const EvidenceLine& line) {
  if (!line.says.empty()) return line.says;
  if (line.value) return amount_in_words(*line.value, line.unit == "percent" ? "%" : line.unit);
  return line.period ? date_in_words(*line.period) : "on record";
}

}  // namespace paraph

#include "report/evidence_rows.h"

#include <algorithm>

namespace paraph {
namespace {

bool in_scale(const std::string& unit, const std::string& wanted) { return !wanted.empty() && unit == wanted && unit != "rank"; }

/// The figures that share a column: those in the claim's unit, or in the first line's where the claim has none.
std::string common_unit(const Claim& claim, const Evidence& evidence) {
  if (claim.quantity && !claim.quantity->unit.empty()) return claim.quantity->unit;
  for (const EvidenceLine& line : evidence.lines) {
    if (line.value) return line.unit;
  }
  return {};
}

FigureScale common_scale(const Claim& claim, const Evidence& evidence, const std::string& unit) {
  if (claim.quantity && claim.quantity->value) return scale_for(*claim.quantity->value);
  if (claim.quantity && claim.quantity->high) return scale_for(*claim.quantity->high);
  for (const EvidenceLine& line : evidence.lines) {
    if (line.value && in_scale(line.unit, unit)) return scale_for(*line.value);
  }
  return {};
}

EvidenceRow sheet_row(const Claim& claim, const std::string& unit, FigureScale scale) {
  EvidenceRow row;
  row.source = "this document";
  if (claim.quantity && claim.quantity->value && in_scale(claim.quantity->unit, unit)) {
    // No more decimals than the text has.
    std::string figure = claim.quantity->value->shifted(-scale.power).str();
    row.figure = scale.power == 0 ? scaled_figure(*claim.quantity->value, scale) : std::move(figure);
    row.numeric = true;
    if (claim.quantity->comparator != Comparator::kEqual) {
      row.reading = "as written: " + quantity_in_words(*claim.quantity);
    }
  } else if (claim.quantity && (claim.quantity->value || claim.quantity->low)) {
    row.figure = quantity_in_words(*claim.quantity);
  } else if (const auto* change = std::get_if<TradeChange>(&claim.body)) {
    row.figure = name_of(change->direction);
  } else if (claim.period) {
    row.figure = period_in_words(*claim.period);
  }
  return row;
}

EvidenceRow line_row(const EvidenceLine& line, const std::string& unit, FigureScale scale) {
  EvidenceRow row;
  row.mark = mark_of(line.agrees);
  row.source = line.source.str();
  row.reading = line.reading.empty() ? line.series : line.reading;
  if (!line.usual) row.reading += row.reading.empty() ? "not the usual reading" : " (not the usual reading)";
  row.line = &line;
  if (line.value && in_scale(line.unit, unit)) {
    row.figure = scaled_figure(*line.value, scale);
    row.numeric = true;
  } else if (!line.says.empty()) {
    row.figure = line.says;
  } else if (line.value) {
    row.figure = figure_in_words(*line.value, line.unit);
  } else if (line.period) {
    row.figure = period_in_words(*line.period);
  }
  if (line.difference_percent) row.difference = difference_in_words(*line.difference_percent);
  if (line.agrees == Agrees::kRounded) row.difference += row.difference.empty() ? "rounded" : " rounded";
  if (line.agrees == Agrees::kNear) row.difference += row.difference.empty() ? "near" : " near";
  return row;
}

}  // namespace

EvidenceTable evidence_table(const Claim& claim, const Verdict& verdict) {
  EvidenceTable table;
  const std::string unit = common_unit(claim, verdict.evidence);
  const FigureScale scale = common_scale(claim, verdict.evidence, unit);
  if (verdict.evidence.lines.empty()) return table;
  EvidenceRow sheet = sheet_row(claim, unit, scale);
  if (!sheet.figure.empty()) table.rows.push_back(std::move(sheet));
  for (const EvidenceLine& line : verdict.evidence.lines) {
    table.rows.push_back(line_row(line, unit, scale));
    if (!line.query.empty() && std::find(table.queries.begin(), table.queries.end(), line.query) == table.queries.end()) {
      table.queries.push_back(line.query);
    }
  }
  if (std::any_of(table.rows.begin(), table.rows.end(), [](const EvidenceRow& row) { return row.numeric; })) {
    table.heading = figure_heading(unit, scale);
  }
  return table;
}

void align_points(std::vector<EvidenceRow>& rows) {
  std::size_t longest = 0;
  const auto behind_point = [](const std::string& figure) {
    const std::size_t point = figure.find('.');
    return point == std::string::npos ? std::size_t{0} : figure.size() - point;
  };
  for (const EvidenceRow& row : rows) {
    if (row.numeric) longest = std::max(longest, behind_point(row.figure));
  }
  for (EvidenceRow& row : rows) {
    if (row.numeric) row.figure.append(longest - behind_point(row.figure), ' ');
  }
}

}  // namespace paraph

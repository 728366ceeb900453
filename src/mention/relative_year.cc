#include "mention/part_reader.h"

namespace paraph {

using enum FigureWord;

/// "last year", "the same year", "a year earlier", "two years later", "a decade ago"; also of fiscal years.
std::optional<DatePart> PartReader::relative(std::size_t at) const {
  DatePart found = part(year_point(0), at + 1);
  std::size_t noun = at + 1;
  found.fiscal = c_.is(noun, kFiscal);
  if (found.fiscal) ++noun;
  const FigureWord use = c_.use(at);
  const bool code = c_.is(noun, kFy) && c_.is_shape(noun, TokenShape::kCaps);  // "the previous FY"
  const bool bare = found.fiscal && !c_.is(noun, kYear) && (use == kPrevious || use == kLast) && !c_.lower_word(noun);  // "the previous fiscal"
  found.fiscal = found.fiscal || code;
  found.last = bare ? noun : noun + 1;
  if ((c_.is(noun, kYear) || code || bare) && !c_.is_shape(found.last, TokenShape::kDash)) {
    const bool definite = c_.use_before_is(at, kThe);
    const auto anchored = [&](PeriodAnchor anchor, int offset) {
      found.anchor = anchor;
      found.offset_years = offset;
      return found;
    };
    switch (use) {
      case kLast:
        if ((definite && !found.fiscal) || c_.written(at) == "past") return std::nullopt;
        return anchored(PeriodAnchor::kPublished, -1);
      case kThis:
      case kCurrent: return anchored(PeriodAnchor::kPublished, 0);
      case kNext: return anchored(definite ? PeriodAnchor::kPrevious : PeriodAnchor::kPublished, 1);
      case kSame:
      case kThat: return anchored(PeriodAnchor::kPrevious, 0);
      case kPrevious: return anchored(PeriodAnchor::kPrevious, -1);
      case kFollowing: return anchored(PeriodAnchor::kPrevious, 1);
      default: break;
    }
  }
  if (c_.is(at, kYear) && c_.use_before_is(at, kThe) && (c_.is(at + 1, kBefore) || c_.is(at + 1, kAfter)) &&
      !(c_.has(at + 2) && c_.token(at + 2).is_word() && !c_.is(at + 2, kAs) && !c_.is(at + 2, kAnd)) &&
      !c_.is_shape(at + 2, TokenShape::kNumber)) {
    found.anchor = PeriodAnchor::kPrevious;
    found.offset_years = c_.is(at + 1, kBefore) ? -1 : 1;
    found.fiscal = false;
    found.last = at + 2;
    return found;
  }
  const bool years = c_.is(at + 1, kYear) || c_.is(at + 1, kYears);
  if (!years && !c_.is(at + 1, kDecade)) return std::nullopt;
  const std::size_t cue = at + 2;
  if (!c_.is(cue, kEarlier) && !c_.is(cue, kLater) && !c_.is(cue, kAgo)) return std::nullopt;
  const auto steps = c_.is(at, kArticle) ? std::optional(1) : count(at);
  if (!steps || *steps < 1 || *steps > 500) return std::nullopt;
  const int distance = *steps * (years ? 1 : 10);
  found.anchor = c_.is(cue, kAgo) ? PeriodAnchor::kPublished : PeriodAnchor::kPrevious;
  found.offset_years = c_.is(cue, kLater) ? distance : -distance;
  found.fiscal = false;
  found.last = cue + 1;
  return found;
}

/// "FY2021", "FY 2021-22", "FY21", "fiscal year 2021", "fiscal 2021", "financial years 2019-21".
std::optional<DatePart> PartReader::fiscal(std::size_t at) const {
  std::size_t next = at;
  const std::string_view text = c_.written(at);
  if (text.size() >= 4 && (text[0] == 'F' || text[0] == 'f') && (text[1] == 'Y' || text[1] == 'y') && text[2] >= '0' && text[2] <= '9') {
    const auto digits = SentenceCursor::digits_of(text.substr(2));
    const auto year = digits ? full_year(*digits, text.size() - 2) : std::nullopt;
    return year ? std::optional(fiscal_from(*year, at + 1)) : std::nullopt;
  }
  if (c_.is(next, kFiscal)) {
    ++next;
    if (c_.is(next, kYear) || c_.is(next, kYears)) ++next;
    if (c_.is_sign(next, '(') && c_.is(next + 1, kFy) && c_.is_sign(next + 2, ')')) next += 3;
    if (c_.is(next, kEnded) && next > at + 1) return fiscal_ended(next + 1);
  } else if (c_.is(next, kFy) && c_.is_shape(next, TokenShape::kCaps)) {
    ++next;
    if (c_.is_shape(next, TokenShape::kDash)) ++next;
    if (c_.is_sign(next, '\'')) ++next;
  } else {
    return std::nullopt;
  }
  const auto digits = c_.plain_number(next);
  const auto year = digits ? full_year(*digits, c_.written(next).size()) : std::nullopt;
  return year ? std::optional(fiscal_from(*year, next + 1)) : std::nullopt;
}

std::optional<int> PartReader::full_year(int digits, std::size_t count) {
  if (count == 4 && digits >= kFirstYear && digits <= kLastYear) return digits;
  if (count == 2) return digits >= 70 ? 1900 + digits : 2000 + digits;
  return std::nullopt;
}

DatePart PartReader::fiscal_from(int year, std::size_t next) const {
  DatePart found = part(year_point(year), next);
  found.fiscal = true;
  const bool joint = c_.touches(next) && c_.touches(next + 1) && (c_.is_shape(next, TokenShape::kDash) || c_.is_sign(next, '/'));
  const auto digits = joint ? c_.plain_number(next + 1) : std::nullopt;
  if (!digits) return found;
  const std::size_t count = c_.written(next + 1).size();
  const int second = count == 2 ? year - year % 100 + *digits + (*digits < year % 100 ? 100 : 0) : count == 4 ? *digits : 0;
  if (second <= year || second > kLastYear) return found;
  found.until = year_point(second);
  found.split_year = second == year + 1;
  found.last = next + 2;
  return found;
}

std::optional<DatePart> PartReader::fiscal_ended(std::size_t at) const {
  const auto end = PartReader(c_).read(c_.is(at, kIn) || c_.is(at, kOn) ? at + 1 : at);
  if (!end || end->point.year == 0) return std::nullopt;
  DatePart found = part(year_point(end->point.year), end->last);
  found.fiscal = true;
  return found;
}

}  // namespace paraph

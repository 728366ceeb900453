#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace paraph {

/// A text that nobody writes but to cost a reader time: `words` over and over, as one sentence of about `bytes` bytes.
struct HostileText {
  std::string_view name;
  std::string_view words;

  std::string of(std::size_t bytes) const {
    std::string text = "Ghana and the United States\n\n";
    text.reserve(bytes + words.size());
    while (text.size() < bytes) text += words;
    return text;
  }
};

inline constexpr auto kHostileTexts = std::to_array<HostileText>({
    {"commas", ","},
    {"numbers", "977 "},
    {"sums of money", "$5 million, "},
    {"opening brackets", "("},
    {"bracketed names", "(Ghana ("},
    {"names of states", "Ghana France Peru Kenya "},
    {"a list of states", "Ghana, France, Peru, Kenya, "},
    {"states joined by and", "Ghana and France and "},
    {"trigger words", "exports signed visited trade "},
    {"whole triggers", "established diplomatic relations agreement embassy "},
    {"triggers with figures", "exports to Ghana of $5 million in 2019 "},
    {"figures without triggers", "12% $5 million 2019 "},
    {"a little of everything", "exports Ghana $5 million 2019 embassy visited member 12% WTO largest "},
    {"years", "1992, "},
    {"ranges of years", "1992-1995-"},
    {"parts of dates", "mid-"},
    {"ends of dates", "end of "},
    {"months", "May "},
    {"multipliers", "hundred thousand "},
    {"millions", "million "},
    {"articles", "the "},
    {"possessives", "its "},
    {"titles", "President "},
    {"capitals behind a title", "Minister Aaa "},
    {"nominals", "the two countries "},
    {"that year", "that year "},
    {"relative years", "two years later "},
    {"changes", "rose from 5 to "},
    {"modal words", "will plan to export to Ghana "},
    {"semicolons", "exports;"},
    {"goods", "gold, "},
    {"members", "Ghana is a member of the WTO, the IMF and "},
    {"visits", "President Mahama visited Washington and "},
    {"agreements", "signed a trade agreement with Ghana and "},
    {"dollar signs", "$"},
    {"currency codes", "US$ "},
    {"letters and digits", "AB5 "},
    {"one letter", "a"},
    {"quotation marks", "\""},
    {"dashes", "- "},
    {"telephone numbers", "+1 202 555 0100 "},
    {"fiscal years", "FY2021, "},
    {"ordinals", "16th largest "},
    {"table cells", "2019\t5\t"},
});

}  // namespace paraph

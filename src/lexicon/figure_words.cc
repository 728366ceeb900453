#include "lexicon/figure_words.h"

#include <array>

namespace paraph {
namespace {

using enum FigureWord;

constexpr auto kWords = std::to_array<std::pair<std::string_view, FigureWord>>({
    {"in", kIn}, {"within", kIn}, {"during", kDuring}, {"throughout", kDuring}, {"since", kSince}, {"until", kUntil}, {"till", kUntil},
    {"through", kThrough}, {"by", kBy}, {"before", kBefore}, {"after", kAfter}, {"from", kFrom}, {"to", kTo}, {"up", kUp}, {"of", kOf}, {"on", kOn},
    {"at", kAt}, {"as", kAs}, {"for", kFor}, {"between", kBetween}, {"and", kAnd}, {"&", kAnd}, {"or", kOr}, {"the", kThe}, {"a", kArticle},
    {"an", kArticle}, {"'s", kPossessive}, {"'", kPossessive}, {"its", kPossessive}, {"their", kPossessive}, {"our", kPossessive},
    {"onwards", kOnwards}, {"onward", kOnwards}, {"back", kBack}, {"than", kThan}, {"no", kNo}, {"not", kNot}, {"more", kMore}, {"greater", kMore},
    {"less", kLess}, {"fewer", kLess}, {"lower", kLess}, {"least", kLeast}, {"most", kMost}, {"many", kMany}, {"much", kMuch}, {"well", kWell},
    {"just", kJust}, {"very", kVery}, {"only", kVery}, {"slightly", kVery}, {"close", kClose}, {"excess", kExcess}, {"upwards", kUpwards},
    {"upward", kUpwards}, {"short", kShort}, {"so", kSo}, {"higher", kHigher}, {"each", kEach}, {"if", kIf}, {"against", kAgainst}, {"versus", kAgainst}, {"vs", kAgainst},

    {"end", kEdge}, {"beginning", kEdge}, {"start", kEdge}, {"middle", kEdge}, {"early", kPart}, {"late", kPart}, {"mid", kPart},
    {"half", kHalf}, {"quarter", kQuarter}, {"q1", kQuarterCode}, {"q2", kQuarterCode}, {"q3", kQuarterCode}, {"q4", kQuarterCode},
    {"h1", kQuarterCode}, {"h2", kQuarterCode}, {"month", kMonths}, {"months", kMonths}, {"year", kYear}, {"years", kYears}, {"decade", kDecade},
    {"decades", kDecade}, {"century", kCentury}, {"centuries", kCentury}, {"fiscal", kFiscal}, {"financial", kFiscal}, {"fy", kFy},
    {"last", kLast}, {"past", kLast}, {"latter", kLatter}, {"next", kNext}, {"coming", kNext}, {"this", kThis}, {"that", kThat}, {"same", kSame},
    {"previous", kPrevious}, {"preceding", kPrevious}, {"prior", kPrevious}, {"following", kFollowing}, {"current", kCurrent},
    {"earlier", kEarlier}, {"later", kLater}, {"ago", kAgo}, {"spring", kSeason}, {"summer", kSeason}, {"autumn", kSeason}, {"fall", kSeason},
    {"winter", kSeason}, {"then", kThen}, {"date", kDate}, {"ended", kEnded}, {"ending", kEnded}, {"dated", kDated}, {"circa", kAbout},
    {"figures", kYearNoun}, {"figure", kYearNoun}, {"election", kYearNoun}, {"elections", kYearNoun}, {"census", kYearNoun}, {"survey", kYearNoun},
    {"data", kYearNoun}, {"estimate", kYearNoun}, {"estimates", kYearNoun}, {"levels", kYearNoun}, {"prices", kYearNoun}, {"statistics", kYearNoun},

    {"about", kAbout}, {"around", kAbout}, {"approximately", kAbout}, {"approx", kAbout}, {"roughly", kAbout}, {"some", kAbout}, {"ca", kAbout},
    {"estimated", kAbout}, {"est", kAbout}, {"perhaps", kAbout}, {"~", kAbout}, {"nearly", kNearly}, {"almost", kNearly}, {"under", kNearly},
    {"below", kNearly}, {"<", kNearly}, {"over", kOver}, {"above", kOver}, {">", kOver}, {"exceed", kExceed}, {"exceeds", kExceed},
    {"exceeded", kExceed}, {"exceeding", kExceed}, {"surpass", kExceed}, {"surpassed", kExceed}, {"surpasses", kExceed}, {"surpassing", kExceed},
    {"topped", kExceed}, {"minimum", kMinimum}, {"maximum", kMaximum}, {"range", kRange}, {"ranges", kRange}, {"ranged", kRange}, {"ranging", kRange},
    {"varies", kRange}, {"varied", kRange},

    {"rise", kRise}, {"rises", kRise}, {"rose", kRise}, {"risen", kRise}, {"rising", kRise}, {"increase", kRise}, {"increases", kRise},
    {"increased", kRise}, {"increasing", kRise}, {"grow", kRise}, {"grows", kRise}, {"grew", kRise}, {"grown", kRise}, {"growing", kRise},
    {"growth", kRise}, {"jump", kRise}, {"jumped", kRise}, {"climb", kRise}, {"climbed", kRise}, {"surge", kRise}, {"surged", kRise},
    {"soared", kRise}, {"gain", kRise}, {"gained", kRise}, {"expanded", kRise}, {"expand", kRise}, {"expansion", kRise}, {"upturn", kRise},
    {"fell", kFall}, {"fallen", kFall}, {"falls", kFall}, {"falling", kFall}, {"decline", kFall}, {"declined", kFall}, {"declines", kFall},
    {"declining", kFall}, {"decrease", kFall}, {"decreased", kFall}, {"decreases", kFall}, {"decreasing", kFall}, {"drop", kFall},
    {"dropped", kFall}, {"drops", kFall}, {"down", kFall}, {"shrank", kFall}, {"shrunk", kFall}, {"shrink", kFall}, {"contracted", kFall},
    {"contraction", kFall}, {"plunged", kFall}, {"plummeted", kFall}, {"slumped", kFall}, {"slid", kFall}, {"reduced", kFall}, {"reduction", kFall},
    {"cut", kFall}, {"downturn", kFall}, {"was", kWas}, {"were", kWas}, {"is", kWas}, {"are", kWas}, {"reached", kMovesTo}, {"totalled", kMovesTo},
    {"totaled", kMovesTo}, {"stood", kMovesTo}, {"reach", kMovesTo}, {"reaches", kMovesTo},

    {"article", kDesignator}, {"articles", kDesignator}, {"resolution", kDesignator}, {"resolutions", kDesignator}, {"chapter", kDesignator},
    {"section", kDesignator}, {"sections", kDesignator}, {"paragraph", kDesignator}, {"para", kDesignator},     {"number", kDesignator}, {"annex", kDesignator}, {"appendix", kDesignator}, {"part", kDesignator}, {"protocol", kDesignator},
    {"directive", kDesignator}, {"regulation", kDesignator}, {"decree", kDesignator}, {"phase", kDesignator}, {"flight", kDesignator},
    {"route", kDesignator}, {"highway", kDesignator}, {"room", kDesignator}, {"agenda", kDesignator}, {"vision", kDesignator},
    {"horizon", kDesignator}, {"covid", kDesignator}, {"page", kDesignator}, {"volume", kDesignator}, {"vol", kDesignator},
    {"tel", kDesignator}, {"telephone", kDesignator}, {"phone", kDesignator}, {"fax", kDesignator}, {"box", kDesignator}, {"goal", kDesignator},
    {"level", kDesignator}, {"tier", kDesignator}, {"category", kDesignator}, {"title", kDesignator}, {"table", kDesignator}, {"track", kDesignator},
    {"footnote", kDesignator}, {"note", kDesignator}, {"item", kDesignator}, {"clause", kDesignator}, {"schedule", kDesignator}, {"act", kDesignator},
    {"suite", kDesignator}, {"floor", kDesignator}, {"type", kDesignator}, {"version", kDesignator}, {"step", kDesignator}, {"pillar", kDesignator},

    {"countries", kPairNoun}, {"sides", kPairNoun}, {"nations", kPairNoun}, {"states", kPairNoun}, {"governments", kPairNoun},
    {"peoples", kPairNoun}, {"parties", kPairNoun}, {"leaders", kPairNoun}, {"ministers", kPairNoun}, {"presidents", kPairNoun},
    {"capitals", kPairNoun}, {"economies", kPairNoun}, {"partners", kPairNoun},
});

}  // namespace

std::span<const std::pair<std::string_view, FigureWord>> figure_words() { return kWords; }

}  // namespace paraph

#pragma once

#include <array>
#include <string_view>

namespace paraph {

/// Words that every text is full of, the most frequent first. They are numbered before all others, so that what is looked up
/// by a word's number lies in few cache lines for most of a text.
inline constexpr auto kCommonWords = std::to_array<std::string_view>({
    "the", ",", "of", "and", ".", "in", "to", "a", "-", "'s", "on", "for", "with", "(", ")", "by", "is", "as", "was", "at", "from", "has", "are",
    "its", "that", "an", "have", "been", "also", "which", "were", "be", "between", "two", "countries", "trade", "relations", "bilateral", "first",
    "states", "united", "government", "president", "minister", "foreign", "international", "u.s.", "million", "billion", "$", "cooperation",
    "economic", "development", "embassy", "agreement", "diplomatic", "year", "years", "since", "it", "not", "or", "this", "both", "their", "other",
    "he", "his", "we", "our", "will", "would", "had", "new", "over", "more", "most", "largest", "than", "under", "into", "after", "during", "through",
    "support", "security", "visit", "visited", "signed", "established", "including", "exports", "imports", "investment", "total", "goods", "services",
    "country", "people", "state", "republic", "national", "members", "member", "per", "cent", "percent", "%", ":", ";", "/", "\"", "&", "about",
    "against", "all", "among", "announced", "any", "areas", "assistance", "became", "being", "but", "can", "company", "companies", "consulate",
    "education", "energy", "held", "independence", "one", "three", "four", "five", "part", "parties", "partner", "partners", "partnership", "program",
    "programs", "regional", "sector", "several", "some", "such", "these", "they", "those", "time", "treaty", "up", "well", "when", "where", "while",
    "who", "within", "world", "ambassador", "council", "direct", "dialogue", "department", "students", "military", "recognized", "secretary", "general",
});

}  // namespace paraph

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace paraph {

/// What a sheet's furniture looks like, line by line; used by all readers alike.

std::string lower_ascii(std::string_view text);
std::string_view trimmed(std::string_view text);

/// Share and print buttons, skip links, site banners, cookie notices, copyright lines, menus run together, rules.
bool is_boilerplate_line(std::string_view line);

/// "* * *", "-----", "###": a line of marks only.
bool is_rule_line(std::string_view line);

/// "On this page", "Tags", "Contents": a label whose list behind it is furniture too.
bool opens_boilerplate_list(std::string_view line);

/// "References", "See also", "3 Comments": a heading whose whole section is not the sheet's own text.
bool opens_boilerplate_section(std::string_view heading);

/// "originally published at …", "This article first appeared on …": the line names where its text comes from.
/// "Source: …" counts only with `at_edge`, at the beginning or end of a document; inside it names a table's source.
bool is_republication_line(std::string_view line, bool at_edge);

/// A line that names a ministry, department, embassy or similar publisher and nothing else.
bool names_publisher(std::string_view line);

/// "Fact Sheet", "Briefing Room", "By a staff reporter": series and bylines.
bool is_byline(std::string_view line);

/// How a line of its own could be a heading.
enum class HeadingShape {
  kNone,
  kCapitals,  ///< "POLITICAL RELATIONS"
  kNumbered,  ///< "1. Political Relations"
  kTitle,     ///< "Bilateral Economic Relations"
  kShort,     ///< "Trade and labour mobility": few words, capital first, no full stop
};
HeadingShape heading_shape(std::string_view line);

/// Bytes of the bullet or number that opens a list item, with the white space behind it; 0 if there is none.
std::size_t list_marker_length(std::string_view line);
/// Whether the marker is a numeral with a full stop ("3. "), which may also number a heading.
bool is_numeral_marker(std::string_view line);

/// Bytes without continuation bytes: what a fixed-width screen shows.
std::size_t column_count(std::string_view text);

/// Whether a tab or two spaces in a row stand in the text.
bool has_wide_gap(std::string_view text);

bool ends_sentence(std::string_view text);

}  // namespace paraph

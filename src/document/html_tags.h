#pragma once

#include <gumbo.h>

namespace paraph {

/// What the tags of HTML mean to a reader of text.

/// Scripts, styles, drawings, controls: nothing of them is text.
bool is_dropped_tag(GumboTag tag);

/// Tags inside a line of text, which do not break a sentence.
bool is_inline_tag(GumboTag tag);

/// 1..6 for h1..h6, else 0.
int heading_level(GumboTag tag);

bool is_table_part(GumboTag tag);

/// Hidden by attribute or inline style.
bool is_hidden(const GumboNode& element);

/// A table that holds another one, or headings, lays out the page instead of tabulating figures.
bool is_layout_table(const GumboNode& table);

/// A row of nothing but th cells.
bool is_header_row(const GumboNode& row);

}  // namespace paraph

#pragma once

#include <cstddef>

#include "claim/document_context.h"
#include "mention/mention.h"

namespace paraph {

/// The end of a person from token `at` on: titles, what office they are of, and a name that the gazetteer does not know ("State
/// Minister for Foreign Affairs Theoden Ednew"); `at` where none stands there. `next_mention` is the first mention that does not end
/// before `at`.
std::size_t person_end(const AnnotatedSentence& annotated, const DocumentContext& context, std::size_t at, std::size_t next_mention);

}  // namespace paraph

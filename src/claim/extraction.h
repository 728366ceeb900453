#pragma once

#include <string>

#include "claim/claim.h"
#include "document/document.h"

namespace paraph {

/// One document read, before anything is checked.
struct Extraction {
  std::string name;         ///< Path or address as given.
  std::string bytes;        ///< The original bytes, into which all spans point (PDF: the extracted text).
  Document document;
  Reading reading;
  std::string fingerprint;  ///< Of the lexicon that read it.
};

}  // namespace paraph

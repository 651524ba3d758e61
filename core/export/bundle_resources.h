#pragma once
// The files of resources/bundle, embedded in the program: they go into every bundle as they are.
#include <string_view>

namespace consort {

std::string_view ensembleLoaderText();  ///< ensemble.py
std::string_view ensembleSchemaText();  ///< ensemble.schema.json

}  // namespace consort

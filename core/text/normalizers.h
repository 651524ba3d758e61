#pragma once
// The `normalizer` of tokenizer.json.
#include <functional>
#include <string>

#include "core/text/json_place.h"

namespace consort {

/// Changes valid UTF-8 text in place; callable from several threads.
using Normalizer = std::function<void(std::string&)>;

/// Throws Error{Corrupt} or Error{Unsupported} naming the component.
Normalizer makeNormalizer(const JsonPlace& place);

}  // namespace consort

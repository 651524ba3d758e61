#pragma once
// The `decoder` of tokenizer.json: tokens back to text.
#include <functional>
#include <string>
#include <vector>

#include "core/text/json_place.h"

namespace consort {

/// Changes the tokens in place; their concatenation is the text. Callable from several threads.
using Decoder = std::function<void(std::vector<std::string>&)>;

/// Throws Error{Corrupt} or Error{Unsupported} naming the component.
Decoder makeDecoder(const JsonPlace& place);

}  // namespace consort

#pragma once
// The `post_processor` of tokenizer.json: ids put around a text.
#include "core/text/json_place.h"
#include "core/text/tokenizer.h"

namespace consort {

struct Surround {
    TokenIds before, after;
};

/// Throws Error{Corrupt} or Error{Unsupported} naming the component.
Surround readPostProcessor(const JsonPlace& place);

}  // namespace consort

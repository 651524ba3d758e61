#include "core/text/decoders.h"

#include <charconv>

#include "core/text/text_pattern.h"
#include "core/text/unicode_text.h"

namespace consort {
namespace {

using Tokens = std::vector<std::string>;

void appendBytes(const std::string& token, std::string& bytes) {
    const std::size_t before = bytes.size();
    for (std::size_t at = 0; at < token.size();) {
        const int byte = byteOfByteLevelChar(nextCodePoint(token, at));
        if (byte < 0) {  // such a token stands for itself
            bytes.resize(before);
            bytes += token;
            return;
        }
        bytes += static_cast<char>(byte);
    }
}

Decoder makeByteLevel(const JsonPlace&) {
    return [](Tokens& tokens) {
        std::string bytes;
        for (const std::string& token : tokens) appendBytes(token, bytes);
        tokens = {withReplacedInvalid(bytes)};
    };
}

Decoder makeReplace(const JsonPlace& place) {
    return [pattern = TextPattern::fromJson(place.at("pattern")), content = place.at("content").string()](Tokens& tokens) {
        for (std::string& token : tokens) token = pattern.replaced(token, content);
    };
}

/// The byte that "<0x0A>" stands for; -1 for any other token.
int fallbackByte(const std::string& token) {
    if (token.size() != 6 || !token.starts_with("<0x") || token[5] != '>') return -1;
    unsigned byte = 0;
    const auto [end, error] = std::from_chars(token.data() + 3, token.data() + 5, byte, 16);
    return error == std::errc{} && end == token.data() + 5 ? static_cast<int>(byte) : -1;
}

void flushBytes(std::string& bytes, Tokens& out) {
    if (bytes.empty()) return;
    if (isValidUtf8(bytes)) out.push_back(bytes);
    else out.insert(out.end(), bytes.size(), "\xEF\xBF\xBD");
    bytes.clear();
}

Decoder makeByteFallback(const JsonPlace&) {
    return [](Tokens& tokens) {
        Tokens out;
        std::string bytes;
        for (std::string& token : tokens) {
            if (const int byte = fallbackByte(token); byte >= 0) {
                bytes += static_cast<char>(byte);
                continue;
            }
            flushBytes(bytes, out);
            out.push_back(std::move(token));
        }
        flushBytes(bytes, out);
        tokens = std::move(out);
    };
}

Decoder makeFuse(const JsonPlace&) {
    return [](Tokens& tokens) {
        std::string all;
        for (const std::string& token : tokens) all += token;
        tokens = {std::move(all)};
    };
}

void stripToken(std::string& token, const std::string& content, std::int64_t start, std::int64_t stop) {
    for (std::int64_t i = 0; i < start && token.starts_with(content); ++i) token.erase(0, content.size());
    for (std::int64_t i = 0; i < stop && token.ends_with(content); ++i) token.resize(token.size() - content.size());
}

Decoder makeStrip(const JsonPlace& place) {
    const std::string content = place.at("content").string();
    if (content.empty()) place.at("content").corrupt("must be one character");
    return [content, start = place.at("start").integer(), stop = place.at("stop").integer()](Tokens& tokens) {
        for (std::string& token : tokens) stripToken(token, content, start, stop);
    };
}

Decoder makeMetaspace(const JsonPlace& place) {
    const bool dropFirst = place.stringOr("prepend_scheme", "always") != "never" && place.boolOr("add_prefix_space", true);
    return [replacement = place.at("replacement").string(), dropFirst](Tokens& tokens) {
        bool first = true;
        for (std::string& token : tokens) {
            token = replaceAll(token, replacement, first && dropFirst ? "" : " ");
            first = false;
        }
    };
}

Decoder makeBpeDecoder(const JsonPlace& place) {
    return [suffix = place.at("suffix").string()](Tokens& tokens) {
        for (std::size_t i = 0; i < tokens.size(); ++i) tokens[i] = replaceAll(tokens[i], suffix, i + 1 == tokens.size() ? "" : " ");
    };
}

Decoder makeSequence(const JsonPlace& place) {
    std::vector<Decoder> steps;
    const JsonPlace list = place.at("decoders");
    for (std::size_t i = 0; i < list.size(); ++i) steps.push_back(makeDecoder(list.item(i)));
    return [steps = std::move(steps)](Tokens& tokens) {
        for (const Decoder& step : steps) step(tokens);
    };
}

struct Kind {
    const char* type;
    Decoder (*make)(const JsonPlace&);
};

constexpr Kind kKinds[] = {{"ByteLevel", makeByteLevel}, {"Replace", makeReplace},     {"ByteFallback", makeByteFallback},
                           {"Fuse", makeFuse},           {"Strip", makeStrip},         {"Metaspace", makeMetaspace},
                           {"BPEDecoder", makeBpeDecoder}, {"Sequence", makeSequence}};

}  // namespace

Decoder makeDecoder(const JsonPlace& place) {
    const std::string& type = place.at("type").string();
    for (const Kind& kind : kKinds) {
        if (type == kind.type) return kind.make(place);
    }
    place.unsupported("decoder '" + type.substr(0, 40) + "' is not supported");
}

}  // namespace consort

#include "core/text/normalizers.h"

#include <memory>
#include <vector>

#include "core/text/precompiled_charsmap.h"
#include "core/text/text_pattern.h"
#include "core/text/unicode_text.h"

namespace consort {
namespace {

template <NormalForm form>
Normalizer makeForm(const JsonPlace&) {
    return [](std::string& text) { text = normalForm(text, form); };
}

Normalizer makeReplace(const JsonPlace& place) {
    return [pattern = TextPattern::fromJson(place.at("pattern")), content = place.at("content").string()](std::string& text) {
        text = pattern.replaced(text, content);
    };
}

Normalizer makePrepend(const JsonPlace& place) {
    return [prefix = place.at("prepend").string()](std::string& text) {
        if (!text.empty()) text.insert(0, prefix);
    };
}

Normalizer makeLowercase(const JsonPlace&) {
    return [](std::string& text) { text = lowerCase(text); };
}

void stripLeft(std::string& text) {
    std::size_t keep = 0;
    for (std::size_t at = 0; at < text.size() && isWhiteSpace(nextCodePoint(text, at));) keep = at;
    text.erase(0, keep);
}

void stripRight(std::string& text) {
    std::size_t keep = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!isWhiteSpace(nextCodePoint(text, at))) keep = at;
    }
    text.resize(keep);
}

Normalizer makeStrip(const JsonPlace& place) {
    return [left = place.at("strip_left").boolean(), right = place.at("strip_right").boolean()](std::string& text) {
        if (left) stripLeft(text);
        if (right) stripRight(text);
    };
}

Normalizer makeByteLevel(const JsonPlace&) {
    return [](std::string& text) {
        std::string mapped;
        for (const char c : text) mapped += byteLevelChar(static_cast<unsigned char>(c));
        text = std::move(mapped);
    };
}

Normalizer makePrecompiled(const JsonPlace& place) {
    return [map = std::make_shared<const PrecompiledCharsmap>(place.at("precompiled_charsmap"))](std::string& text) { text = map->normalized(text); };
}

Normalizer makeSequence(const JsonPlace& place) {
    std::vector<Normalizer> steps;
    const JsonPlace list = place.at("normalizers");
    for (std::size_t i = 0; i < list.size(); ++i) steps.push_back(makeNormalizer(list.item(i)));
    return [steps = std::move(steps)](std::string& text) {
        for (const Normalizer& step : steps) step(text);
    };
}

struct Kind {
    const char* type;
    Normalizer (*make)(const JsonPlace&);
};

constexpr Kind kKinds[] = {{"NFC", makeForm<NormalForm::Nfc>},   {"NFD", makeForm<NormalForm::Nfd>},   {"NFKC", makeForm<NormalForm::Nfkc>},
                           {"NFKD", makeForm<NormalForm::Nfkd>}, {"Replace", makeReplace},             {"Prepend", makePrepend},
                           {"Lowercase", makeLowercase},         {"Strip", makeStrip},                 {"ByteLevel", makeByteLevel},
                           {"Precompiled", makePrecompiled},       {"Sequence", makeSequence}};

}  // namespace

Normalizer makeNormalizer(const JsonPlace& place) {
    const std::string& type = place.at("type").string();
    for (const Kind& kind : kKinds) {
        if (type == kind.type) return kind.make(place);
    }
    place.unsupported("normalizer '" + type.substr(0, 40) + "' is not supported");
}

}  // namespace consort

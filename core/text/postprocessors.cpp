#include "core/text/postprocessors.h"

namespace consort {
namespace {

void addSpecial(const JsonPlace& name, const JsonPlace& specials, TokenIds& ids) {
    const JsonPlace list = specials.at(name.string()).at("ids");
    for (std::size_t i = 0; i < list.size(); ++i) ids.push_back(list.item(i).tokenId());
}

Surround readTemplate(const JsonPlace& place) {
    Surround around;
    bool textSeen = false;
    const JsonPlace single = place.at("single");
    for (std::size_t i = 0; i < single.size(); ++i) {
        const JsonPlace piece = single.item(i);
        if (const auto special = piece.find("SpecialToken")) {
            addSpecial(special->at("id"), place.at("special_tokens"), textSeen ? around.after : around.before);
            continue;
        }
        if (piece.at("Sequence").at("id").string() != "A" || textSeen) piece.unsupported("a template must hold the text (A) exactly once");
        textSeen = true;
    }
    if (!textSeen) single.unsupported("a template must hold the text (A) exactly once");
    return around;
}

/// BertProcessing and RobertaProcessing: cls, the text, sep.
Surround readClassifier(const JsonPlace& place) {
    for (const char* end : {"cls", "sep"}) {
        if (place.at(end).size() != 2) place.at(end).corrupt("must be a token and its id");
    }
    return {{place.at("cls").item(1).tokenId()}, {place.at("sep").item(1).tokenId()}};
}

Surround readNothing(const JsonPlace&) { return {}; }

Surround readSequence(const JsonPlace& place) {
    Surround all;
    const JsonPlace list = place.at("processors");
    for (std::size_t i = 0; i < list.size(); ++i) {
        Surround next = readPostProcessor(list.item(i));
        next.before.insert(next.before.end(), all.before.begin(), all.before.end());
        all.before = std::move(next.before);
        all.after.insert(all.after.end(), next.after.begin(), next.after.end());
    }
    return all;
}

struct Kind {
    const char* type;
    Surround (*read)(const JsonPlace&);
};

constexpr Kind kKinds[] = {{"ByteLevel", readNothing},
                           {"TemplateProcessing", readTemplate},
                           {"BertProcessing", readClassifier},
                           {"RobertaProcessing", readClassifier},
                           {"Sequence", readSequence}};

}  // namespace

Surround readPostProcessor(const JsonPlace& place) {
    const std::string& type = place.at("type").string();
    for (const Kind& kind : kKinds) {
        if (type == kind.type) return kind.read(place);
    }
    place.unsupported("post-processor '" + type.substr(0, 40) + "' is not supported");
}

}  // namespace consort

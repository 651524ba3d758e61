// Loading a Tokenizer from tokenizer.json and the small files beside it.
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/tokenizer_impl.h"

namespace consort {
namespace {

Value parsed(std::string_view text, const std::string& what) {
    try {
        return parseJson(text, what);
    } catch (const Error& e) {
        throw Error(ErrorCode::Corrupt, e.what());
    }
}

/// A token as text or as {"content": text}.
std::optional<std::int32_t> idOfNamed(const JsonPlace& place, const Tokenizer& tokenizer) {
    const JsonPlace name = place.value().isObject() ? place.at("content") : place;
    return tokenizer.idOf(name.string());
}

std::optional<std::int32_t> firstId(const JsonPlace& place) {
    if (!place.value().isList()) return place.tokenId();
    if (place.size() == 0) return std::nullopt;
    return place.item(0).tokenId();
}

/// The end-of-text id as one of the files beside tokenizer.json tells it.
std::optional<std::int32_t> eosFrom(const std::filesystem::path& file, const Tokenizer& tokenizer) {
    if (!std::filesystem::exists(file)) return std::nullopt;
    const std::string name = file.string();
    const Value value = parsed(readFile(file), name);
    const JsonPlace top(value, name);
    if (const auto id = top.find("eos_token_id")) return firstId(*id);
    if (const auto token = top.find("eos_token")) return idOfNamed(*token, tokenizer);
    return std::nullopt;
}

}  // namespace

Tokenizer Tokenizer::fromJson(std::string_view json, const std::string& what) {
    const Value value = parsed(json, what);
    return Tokenizer(std::make_shared<const Impl>(JsonPlace(value, what)));
}

Tokenizer Tokenizer::fromFolder(const std::filesystem::path& modelFolder) {
    const std::filesystem::path file = modelFolder / "tokenizer.json";
    const Value value = parsed(readFile(file), file.string());
    const std::string name = file.string();
    auto impl = std::make_shared<Impl>(JsonPlace(value, name));
    const Tokenizer tokenizer{std::shared_ptr<const Impl>(impl)};
    for (const char* beside : {"generation_config.json", "config.json", "tokenizer_config.json", "special_tokens_map.json"}) {
        if (!impl->eos) impl->eos = eosFrom(modelFolder / beside, tokenizer);
    }
    return tokenizer;
}

}  // namespace consort

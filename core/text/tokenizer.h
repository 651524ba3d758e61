#pragma once
// tokenizer.json: text to token ids and back, id for id as the `tokenizers` package does it (formats.md §3).
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace consort {

using TokenIds = std::vector<std::int32_t>;

/// Immutable after loading; all members may be called from several threads at once.
class Tokenizer {
public:
    /// Reads tokenizer.json (and tokenizer_config.json, special_tokens_map.json, generation_config.json, config.json beside it
    /// for BOS and EOS). Throws Error{NotFound}, {Corrupt} (malformed) or {Unsupported} (component named).
    static Tokenizer fromFolder(const std::filesystem::path& modelFolder);
    /// From the text of a tokenizer.json alone; `what` names it in errors.
    static Tokenizer fromJson(std::string_view json, const std::string& what);

    /// Ids of UTF-8 text; invalid bytes become U+FFFD. With `special` the post-processor adds its tokens (BOS …).
    TokenIds encode(std::string_view text, bool special = false) const;
    /// Text of ids. Special tokens are dropped unless `keepSpecial`. Unknown ids are skipped.
    std::string decode(const TokenIds& ids, bool keepSpecial = false) const;

    /// Largest id + 1 over vocabulary and added tokens.
    std::int32_t vocabularySize() const;
    std::optional<std::int32_t> idOf(std::string_view token) const;
    /// What encode(…, special=true) puts before an empty text: the BOS that rows begin with; often empty.
    const TokenIds& prefixIds() const;
    /// End-of-text id from generation_config/config/tokenizer_config, in this order (first of a list); nullopt where unknown.
    std::optional<std::int32_t> eosId() const;

    struct Impl;
    explicit Tokenizer(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

private:
    std::shared_ptr<const Impl> impl_;
};

}  // namespace consort

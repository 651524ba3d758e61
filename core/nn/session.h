#pragma once
// One frozen base on one device: the torch-free door to every computation with a language model.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/text/tokenizer.h"

namespace consort {

struct SessionOptions {
    std::string device = "auto";     ///< "cpu", "cuda:0", "auto"
    std::string dtype = "float32";   ///< "float32", "bfloat16"; "float64" for proofs
    std::string quantize = "none";   ///< "none", "nf4" (block 64, double quantisation; all linear weights but the head)
    int threads = 0;                 ///< compute threads; 0 = cores
    /// How the blocks' weights are held: "dense" in `dtype`; "blocked", on a CPU, with layouts beside them that multiply faster (in other order of
    /// summation); "packed", where nf4, as codes that are dequantised whenever a weight is needed. auto: as fast as fits.
    std::string storage = "auto";
};

/// A linear map of the base that an adapter may sit on.
struct LinearModule {
    std::string path;  ///< Hugging Face module path, "model.layers.0.self_attn.q_proj"
    std::int64_t in = 0;
    std::int64_t out = 0;
};

struct ModelInfo {
    std::string family;                 ///< "llama", "mistral", "qwen2", "qwen3", "gpt2", "gpt_neox"
    std::string name;                   ///< hub id where the folder states one, else the folder's name
    std::string sha256;                 ///< over config.json and the weight files
    std::int64_t parameters = 0;        ///< a tied tensor counts once
    std::int64_t vocabularySize = 0;
    std::int64_t hiddenSize = 0;
    std::int64_t layers = 0;
    std::int64_t heads = 0, kvHeads = 0;
    std::int64_t maxPositions = 0;
    std::int64_t blockWeights = 0;      ///< linear weights of the blocks: N of the FLOP formulas
    std::int64_t headWeights = 0;       ///< weights of the head
    std::vector<LinearModule> linears;  ///< in forward order, head excluded
    std::vector<std::string> defaultTargets;  ///< suffixes: q_proj k_proj v_proj | c_attn | query_key_value
};

struct Adapter;

/// Bytes of one layout of the blocks' weights (SessionOptions::storage "blocked"), values of so many bytes each; 0 where a session on a CPU that is left
/// to choose has none, because two of them would take more than an eighth of the machine's memory.
double layoutBytes(const ModelInfo& info, std::int64_t valueBytes);

/// Reads config.json and the safetensors headers only: no weight is loaded. Errors as Session::open.
ModelInfo inspectModel(const std::filesystem::path& modelFolder);

/// Owns the weights. Calls from one thread at a time; the result of a call depends only on its arguments,
/// never on batch, padding or company beyond rounding.
class Session {
public:
    /// Throws Error{NotFound} (no folder, no weights, shard missing), {Corrupt} (shapes, NaN, header), {Unsupported} (family,
    /// pickle weights, foreign quantisation), {NoDevice}, {OutOfMemory} (forecast against free memory, before loading).
    static Session open(const std::filesystem::path& modelFolder, const SessionOptions& options);
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    ~Session();

    const ModelInfo& info() const;
    const SessionOptions& options() const;  ///< with "auto" resolved
    /// What a piece of work of `flops` counts as for lanesFor: a GPU is filled by one piece, however small.
    double laneFlops(double flops) const;
    /// (seq, vocab) logits of every position; ids as given. Throws Error{InvalidInput} for an id outside the vocabulary,
    /// an empty list or one longer than the positions.
    FloatMatrix logits(const TokenIds& ids, const Adapter* adapter = nullptr);

    /// Throws Error{InvalidInput} where ids cannot go through the model.
    void requireIds(const TokenIds& ids) const;

    struct Impl;  ///< core/nn only
    Impl& impl() { return *impl_; }

private:
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace consort

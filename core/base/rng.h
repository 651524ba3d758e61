#pragma once
// Seeded randomness for the engine: counter-based, so every draw is a function of (seed, stream, index).
#include <cstdint>
#include <string_view>
#include <vector>

#include "gpu/counter_rng.h"

namespace consort {

/// Stream number of a name (module path, dataset id …): FNV-1a, 64 bit. Stored results depend on it: never change it.
constexpr std::uint64_t streamOf(std::string_view name) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

/// A sequence of draws over one (seed, stream). Copyable; its whole state is the position.
class Rng {
public:
    Rng(std::uint64_t seed, std::uint64_t stream, std::uint64_t position = 0) : seed_(seed), stream_(stream), position_(position) {}
    std::uint64_t bits() { return counterBits(seed_, stream_, position_++); }
    double uniform() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }
    /// Uniform integer in [0, bound), bound ≥ 1, without modulo bias worth mentioning (128-bit multiply).
    std::uint64_t below(std::uint64_t bound) { return static_cast<std::uint64_t>((static_cast<unsigned __int128>(bits()) * bound) >> 64); }
    double normal();  ///< standard normal, Box–Muller
    std::uint64_t position() const { return position_; }

private:
    std::uint64_t seed_, stream_, position_;
};

/// 0 … n−1 in random order (Fisher–Yates).
std::vector<std::size_t> shuffledIndices(std::size_t n, Rng& rng);

}  // namespace consort

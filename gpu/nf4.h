#pragma once
// NF4 with double quantisation, code for code as bitsandbytes does it (block 64, nested block 256).
#include <cstdint>
#include <vector>

namespace consort {

/// What dequantising needs, wherever it lies.
struct Nf4View {
    const std::uint8_t* codes = nullptr;
    const std::uint8_t* absmax = nullptr;
    const float* nestedAbsmax = nullptr;
    float offset = 0;
    std::int64_t count = 0;  ///< values
};

/// The codes of a flattened tensor; the last block may be short.
struct Nf4Codes {
    std::int64_t count = 0;             ///< values
    std::vector<std::uint8_t> codes;    ///< two a byte, first value in the high half; an odd end is filled with a zero's code
    std::vector<std::uint8_t> absmax;   ///< per block of 64: quantised absmax − offset
    std::vector<float> nestedAbsmax;    ///< per 256 blocks
    float offset = 0;                   ///< mean of the blocks' absmax
    std::vector<float> blockAbsmax;     ///< per block of 64, before double quantisation
    Nf4View view() const { return {codes.data(), absmax.data(), nestedAbsmax.data(), offset, count}; }
};

Nf4Codes quantizeNf4(const float* values, std::int64_t count);
void dequantizeNf4(const Nf4View& codes, float* out);

/// Fills absmax, nestedAbsmax and offset from blockAbsmax: the second stage, which stays on the CPU (a 64th of the values, and its mean
/// must be summed in one certain order).
void quantizeAbsmax(Nf4Codes& codes);

/// The 16 levels, ascending (Dettmers et al. 2023, QLoRA, appendix E), and the 256 values of the second stage's map.
const float* nf4Levels();
const float* nf4AbsmaxMap();

}  // namespace consort

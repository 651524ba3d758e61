#include "gpu/nf4.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace consort {
namespace {

constexpr std::int64_t kBlock = 64;
constexpr std::int64_t kNestedBlock = 256;

/// The 16 levels (Dettmers et al. 2023, QLoRA, appendix E) and the midpoints that bitsandbytes decides by.
constexpr std::array<float, 16> kLevels = {-1.0f,
                                           -0.6961928009986877f,
                                           -0.5250730514526367f,
                                           -0.39491748809814453f,
                                           -0.28444138169288635f,
                                           -0.18477343022823334f,
                                           -0.09105003625154495f,
                                           0.0f,
                                           0.07958029955625534f,
                                           0.16093020141124725f,
                                           0.24611230194568634f,
                                           0.33791524171829224f,
                                           0.44070982933044434f,
                                           0.5626170039176941f,
                                           0.7229568362236023f,
                                           1.0f};

std::uint8_t nearestLevel(float x) {
    std::uint8_t best = 0;
    while (best < 15 && x > (kLevels[best] + kLevels[best + 1]) / 2) ++best;
    return best;
}

/// The signed dynamic 8-bit map of bitsandbytes (7 exponent steps, 256 values, ascending).
const std::array<float, 256>& dynamicMap() {
    static const std::array<float, 256> map = [] {
        std::vector<double> values;
        for (int i = 0; i < 7; ++i) {
            const int items = (1 << i) + 1;
            for (int k = 0; k + 1 < items; ++k) {
                const auto boundary = [&](int j) { return static_cast<double>(0.1f + (1.0f - 0.1f) * static_cast<float>(j) / static_cast<float>(items - 1)); };
                const double mean = (boundary(k) + boundary(k + 1)) / 2;
                values.push_back(std::pow(10.0, -6 + i) * mean);
                values.push_back(-std::pow(10.0, -6 + i) * mean);
            }
        }
        values.push_back(0);
        values.push_back(1.0);
        std::sort(values.begin(), values.end());
        std::array<float, 256> result{};
        for (std::size_t i = 0; i < result.size(); ++i) result[i] = static_cast<float>(values[i]);
        return result;
    }();
    return map;
}

std::uint8_t nearestInMap(float x) {
    const auto& map = dynamicMap();
    const auto above = std::lower_bound(map.begin(), map.end(), x);
    if (above == map.begin()) return 0;
    if (above == map.end()) return 255;
    const auto index = static_cast<std::size_t>(above - map.begin());
    return static_cast<std::uint8_t>(x - map[index - 1] <= map[index] - x ? index - 1 : index);
}

void quantizeAbsmax(Nf4Codes& result) {
    double sum = 0;
    for (const float value : result.blockAbsmax) sum += value;
    result.offset = static_cast<float>(sum / static_cast<double>(std::max<std::size_t>(1, result.blockAbsmax.size())));
    for (std::size_t begin = 0; begin < result.blockAbsmax.size(); begin += kNestedBlock) {
        const std::size_t end = std::min(begin + kNestedBlock, result.blockAbsmax.size());
        float largest = 0;
        for (std::size_t i = begin; i < end; ++i) largest = std::max(largest, std::abs(result.blockAbsmax[i] - result.offset));
        result.nestedAbsmax.push_back(largest);
        for (std::size_t i = begin; i < end; ++i) {
            result.absmax.push_back(nearestInMap(largest > 0 ? (result.blockAbsmax[i] - result.offset) / largest : 0.0f));
        }
    }
}

}  // namespace

Nf4Codes quantizeNf4(const float* values, std::int64_t count) {
    Nf4Codes result;
    result.count = count;
    result.codes.assign(static_cast<std::size_t>((count + 1) / 2), 0);
    for (std::int64_t begin = 0; begin < count; begin += kBlock) {
        const std::int64_t end = std::min(begin + kBlock, count);
        float largest = 0;
        for (std::int64_t i = begin; i < end; ++i) largest = std::max(largest, std::abs(values[i]));
        result.blockAbsmax.push_back(largest);
        const float inverse = largest > 0 ? 1.0f / largest : 0.0f;
        for (std::int64_t i = begin; i < end; ++i) {
            const std::uint8_t code = nearestLevel(values[i] * inverse);
            result.codes[static_cast<std::size_t>(i / 2)] |= static_cast<std::uint8_t>(i % 2 == 0 ? code << 4 : code);
        }
    }
    quantizeAbsmax(result);
    return result;
}

void dequantizeNf4(const Nf4Codes& codes, float* out) {
    const auto& map = dynamicMap();
    for (std::int64_t i = 0; i < codes.count; ++i) {
        const auto block = static_cast<std::size_t>(i / kBlock);
        const float absmax = map[codes.absmax[block]] * codes.nestedAbsmax[block / kNestedBlock] + codes.offset;
        const std::uint8_t byte = codes.codes[static_cast<std::size_t>(i / 2)];
        out[i] = kLevels[i % 2 == 0 ? byte >> 4 : byte & 15] * absmax;
    }
}

}  // namespace consort

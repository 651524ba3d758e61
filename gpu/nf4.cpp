#include "gpu/nf4.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace consort {
namespace {

constexpr std::int64_t kBlock = 64;
constexpr std::int64_t kNestedBlock = 256;
constexpr float kSmallestAbsmax = 1e-38f;

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

/// The `items` edges that cut [0.1, 1] evenly, rounded as torch.linspace rounds: counted from the nearer end, one rounding each.
std::vector<float> evenEdges(int items) {
    const float step = (1.0f - 0.1f) / static_cast<float>(items - 1);
    std::vector<float> edges;
    for (int i = 0; i < items; ++i) {
        const double fromLeft = static_cast<double>(0.1f) + static_cast<double>(step) * i;
        edges.push_back(static_cast<float>(i < items / 2 ? fromLeft : 1.0 - static_cast<double>(step) * (items - 1 - i)));
    }
    return edges;
}

/// The signed dynamic 8-bit map of bitsandbytes: 7 decades cut ever finer, 256 values, ascending.
const std::array<float, 256>& dynamicMap() {
    static const std::array<float, 256> map = [] {
        std::vector<float> values{0.0f, 1.0f};
        for (int i = 0; i < 7; ++i) {
            const std::vector<float> edges = evenEdges((1 << i) + 1);
            const auto decade = static_cast<float>(std::pow(10.0, i - 6));
            for (std::size_t k = 0; k + 1 < edges.size(); ++k) {
                const float value = decade * ((edges[k] + edges[k + 1]) / 2);
                values.insert(values.end(), {value, -value});
            }
        }
        std::sort(values.begin(), values.end());
        std::array<float, 256> result{};
        std::copy(values.begin(), values.end(), result.begin());
        return result;
    }();
    return map;
}

/// bitsandbytes looks the value up in a table of 65,536 steps over −1 … 1, so the decision is about the nearest step, not the value.
float onTableStep(float x) {
    constexpr float kSteps = 65535.0f;
    const float step = std::floor((std::clamp(x, -1.0f, 1.0f) + 1.0f) * 0.5f * kSteps + 0.5f);
    return step / kSteps * 2.0f - 1.0f;
}

std::uint8_t nearestInMap(float value) {
    const auto& map = dynamicMap();
    const float x = onTableStep(value);
    const auto above = std::lower_bound(map.begin() + 1, map.end() - 1, x);
    const auto index = static_cast<std::size_t>(above - map.begin());
    return static_cast<std::uint8_t>(map[index] - x < x - map[index - 1] ? index : index - 1);
}

/// Sums of a cascade: 32 strands (4 rows of 8 lanes), carried into wider and wider partial sums. This order of additions is the one
/// of torch's mean on one thread, so that the offset below is the same to the last bit.
class CascadeSum {
public:
    explicit CascadeSum(std::int64_t steps) {
        while ((std::int64_t{1} << bits_ * kDepth) < steps) ++bits_;
    }
    void add(const float* strands) {
        for (std::size_t s = 0; s < kStrands; ++s) level_[0][s] += strands[s];
        ++step_;
        for (int j = 1; j < kDepth && (step_ & ((std::int64_t{1} << j * bits_) - 1)) == 0; ++j) carry(j);
    }
    std::array<float, 32> total() const {
        std::array<float, kStrands> sum = level_[0];
        for (int j = 1; j < kDepth; ++j) {
            for (std::size_t s = 0; s < kStrands; ++s) sum[s] += level_[j][s];
        }
        return sum;
    }

private:
    static constexpr int kDepth = 4;
    static constexpr std::size_t kStrands = 32;
    void carry(int j) {
        for (std::size_t s = 0; s < kStrands; ++s) level_[j][s] += level_[j - 1][s];
        level_[j - 1].fill(0);
    }
    int bits_ = 4;
    std::int64_t step_ = 0;
    std::array<std::array<float, kStrands>, kDepth> level_{};
};

/// Fewer values than lanes are added over 4 of them.
float sumOfFew(const std::vector<float>& values) {
    const std::size_t lanes = values.size() / 4 * 4;
    float sum = lanes > 0 ? values[0] : 0;
    for (std::size_t i = lanes; i < values.size(); ++i) sum += values[i];
    for (std::size_t i = 1; i < lanes; ++i) sum += values[i];
    return sum;
}

float meanOf(const std::vector<float>& values) {
    constexpr std::size_t kLanes = 8, kStrands = 32;
    if (values.size() < kLanes) return sumOfFew(values) / static_cast<float>(std::max<std::size_t>(1, values.size()));
    const std::size_t steps = values.size() / kStrands, lanesEnd = values.size() / kLanes * kLanes;
    CascadeSum cascade(static_cast<std::int64_t>(steps));
    for (std::size_t step = 0; step < steps; ++step) cascade.add(values.data() + step * kStrands);
    std::array<float, kStrands> lanes = cascade.total();
    for (std::size_t i = steps * kStrands; i < lanesEnd; ++i) lanes[i % kLanes] += values[i];
    for (std::size_t i = kLanes; i < kStrands; ++i) lanes[i % kLanes] += lanes[i];
    float sum = 0;
    for (std::size_t i = lanesEnd; i < values.size(); ++i) sum += values[i];
    for (std::size_t i = 0; i < kLanes; ++i) sum += lanes[i];
    return sum / static_cast<float>(values.size());
}

}  // namespace

const float* nf4Levels() { return kLevels.data(); }

const float* nf4AbsmaxMap() { return dynamicMap().data(); }

void quantizeAbsmax(Nf4Codes& result) {
    result.absmax.clear();
    result.nestedAbsmax.clear();
    result.offset = meanOf(result.blockAbsmax);
    for (std::size_t begin = 0; begin < result.blockAbsmax.size(); begin += kNestedBlock) {
        const std::size_t end = std::min(begin + kNestedBlock, result.blockAbsmax.size());
        float largest = 0;
        for (std::size_t i = begin; i < end; ++i) largest = std::max(largest, std::abs(result.blockAbsmax[i] - result.offset));
        result.nestedAbsmax.push_back(largest);
        const float inverse = 1.0f / largest;
        for (std::size_t i = begin; i < end; ++i) {
            result.absmax.push_back(largest > 0 ? nearestInMap((result.blockAbsmax[i] - result.offset) * inverse) : std::uint8_t{0});
        }
    }
}

Nf4Codes quantizeNf4(const float* values, std::int64_t count) {
    Nf4Codes result;
    result.count = count;
    result.codes.assign(static_cast<std::size_t>((count + 1) / 2), 0);
    for (std::int64_t begin = 0; begin < count; begin += kBlock) {
        const std::int64_t end = std::min(begin + kBlock, count);
        float largest = 0;
        for (std::int64_t i = begin; i < end; ++i) largest = std::max(largest, std::abs(values[i]));
        const bool whole = end - begin == kBlock;
        const float divisor = std::max(largest, kSmallestAbsmax), inverse = 1.0f / divisor;
        result.blockAbsmax.push_back(whole ? largest : divisor);
        for (std::int64_t i = begin; i < end; ++i) {
            const std::uint8_t code = nearestLevel(whole ? values[i] * inverse : values[i] / divisor);
            result.codes[static_cast<std::size_t>(i / 2)] |= static_cast<std::uint8_t>(i % 2 == 0 ? code << 4 : code);
        }
    }
    if (count % 2 != 0) result.codes.back() |= nearestLevel(0.0f);
    quantizeAbsmax(result);
    return result;
}

void dequantizeNf4(const Nf4View& codes, float* out) {
    const auto& map = dynamicMap();
    for (std::int64_t begin = 0; begin < codes.count; begin += kBlock) {
        const std::int64_t block = begin / kBlock, end = std::min(begin + kBlock, codes.count);
        const float absmax = map[codes.absmax[block]] * codes.nestedAbsmax[block / kNestedBlock] + codes.offset;
        std::array<float, 16> level;
        for (std::size_t k = 0; k < level.size(); ++k) level[k] = kLevels[k] * absmax;
        for (std::int64_t i = begin; i < end; ++i) {
            const std::uint8_t byte = codes.codes[i / 2];
            out[i] = level[i % 2 == 0 ? byte >> 4 : byte & 15];
        }
    }
}

}  // namespace consort

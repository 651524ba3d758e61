#include "core/nn/subset_rows.h"

#include <algorithm>
#include <limits>

namespace consort {
namespace {

torch::Tensor scoresByExample(const RowBlock& block, const torch::Tensor& h) {
    const auto pad = torch::full({h.size(0), 1}, -std::numeric_limits<double>::infinity(), h.options());
    return torch::cat({h, pad}, 1).index_select(1, block.padded).view({h.size(0), block.examples, block.width});
}

torch::Tensor goldScores(const RowBlock& block, const torch::Tensor& scores) {
    return scores.gather(2, block.goldPlace.expand({scores.size(0), block.examples, 1})).squeeze(2);
}

/// Hessian of Σ_s log-sum-exp / length: rows weighted by p minus the outer products of each example's mean sketch.
torch::Tensor choiceCurvature(const RowBlock& block, const torch::Tensor& h) {
    const auto p = torch::softmax(scoresByExample(block, h.unsqueeze(0)), 2).view({-1}).index_select(0, block.place);
    const auto example = torch::floor_divide(block.place, block.width);
    const auto weighted = block.sketch * p.unsqueeze(1);
    const auto rowLength = block.perLength.index_select(0, example);
    const auto mean = torch::zeros({block.examples, block.sketch.size(1)}, block.sketch.options()).index_add_(0, example, weighted);
    return torch::matmul((weighted * rowLength.unsqueeze(1)).t(), block.sketch) - torch::matmul((mean * block.perLength.unsqueeze(1)).t(), mean);
}

void addChoiceTensors(RowBlock& block, const LinearRows& rows, torch::ScalarType type) {
    const auto& offsets = rows.choiceOffsets;
    for (std::size_t s = 0; s + 1 < offsets.size(); ++s) block.width = std::max(block.width, offsets[s + 1] - offsets[s]);
    std::vector<std::int64_t> padded(static_cast<std::size_t>(block.examples * block.width), rows.sketch.rows), place;
    std::vector<double> perLength;
    for (std::size_t s = 0; s + 1 < offsets.size(); ++s) {
        for (std::int64_t c = offsets[s]; c < offsets[s + 1]; ++c) {
            place.push_back(static_cast<std::int64_t>(s) * block.width + c - offsets[s]);
            padded[static_cast<std::size_t>(place.back())] = c;
        }
        perLength.push_back(1.0 / rows.length[s]);
    }
    const std::vector<std::int64_t> gold(rows.gold.begin(), rows.gold.end());
    block.padded = torch::tensor(padded, torch::kLong);
    block.place = torch::tensor(place, torch::kLong);
    block.goldPlace = torch::tensor(gold, torch::kLong).unsqueeze(1);
    block.perLength = torch::tensor(perLength, torch::kDouble).to(type);
}

}  // namespace

torch::Tensor RowBlock::meanLoss(const torch::Tensor& h) const {
    if (width == 0) return torch::softplus(-h, 1, 40).mean(1);
    const auto scores = scoresByExample(*this, h);
    return ((torch::logsumexp(scores, 2) - goldScores(*this, scores)) * perLength).mean(1);
}

torch::Tensor RowBlock::slope(const torch::Tensor& h) const {
    if (width == 0) return torch::sigmoid(-h).mul_(-1.0 / static_cast<double>(examples));
    auto p = torch::softmax(scoresByExample(*this, h), 2);
    p.scatter_add_(2, goldPlace.expand({h.size(0), examples, 1}), torch::full({h.size(0), examples, 1}, -1.0, h.options()));
    p.mul_((perLength / static_cast<double>(examples)).unsqueeze(1));
    return p.view({h.size(0), -1}).index_select(1, place);
}

torch::Tensor RowBlock::curvature(const torch::Tensor& h) const {
    const auto scale = 1.0 / static_cast<double>(examples);
    if (width != 0) return choiceCurvature(*this, h) * scale;
    const auto p = torch::sigmoid(h);
    return torch::matmul((sketch * (p * (1 - p) * scale).unsqueeze(1)).t(), sketch);
}

RowBlock makeRowBlock(const LinearRows& rows, torch::ScalarType type, const torch::Tensor& rotation) {
    RowBlock block;
    block.examples = rows.examples();
    if (block.examples == 0) return block;
    block.offset = torch::tensor(rows.h0, torch::kFloat).to(type);
    block.sketch = torch::from_blob(const_cast<float*>(rows.sketch.values.data()), {rows.sketch.rows, rows.sketch.cols}, torch::kFloat).to(type);
    if (rotation.defined()) block.sketch = torch::matmul(block.sketch, rotation.to(type));
    if (!rows.choiceOffsets.empty()) addChoiceTensors(block, rows, type);
    return block;
}

FloatMatrix linearPredictors(const LinearRows& rows, const FloatMatrix& weights) {
    torch::NoGradGuard noGrad;
    FloatMatrix result(weights.rows, rows.sketch.rows);
    if (result.empty()) return result;
    const auto w = torch::from_blob(const_cast<float*>(weights.values.data()), {weights.rows, weights.cols}, torch::kFloat);
    const auto sketch = torch::from_blob(const_cast<float*>(rows.sketch.values.data()), {rows.sketch.rows, rows.sketch.cols}, torch::kFloat);
    auto out = torch::from_blob(result.values.data(), {result.rows, result.cols}, torch::kFloat);
    torch::addmm_out(out, torch::tensor(rows.h0, torch::kFloat), w, sketch.t());
    return result;
}

}  // namespace consort

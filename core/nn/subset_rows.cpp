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

void addChoiceTensors(RowBlock& block, const LinearRows& rows, const torch::TensorOptions& where) {
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
    block.padded = torch::tensor(padded, torch::kLong).to(where.device());
    block.place = torch::tensor(place, torch::kLong).to(where.device());
    block.goldPlace = torch::tensor(gold, torch::kLong).unsqueeze(1).to(where.device());
    block.perLength = torch::tensor(perLength, torch::kDouble).to(where);
}

/// Places of every block's rows among the joined ones, padded to the widest.
void joinChoices(RowBlock& joined, const std::vector<const RowBlock*>& blocks) {
    for (const RowBlock* block : blocks) joined.width = std::max(joined.width, block->width);
    std::vector<torch::Tensor> places, gold, perLength;
    std::int64_t first = 0;
    for (const RowBlock* block : blocks) {
        const auto example = torch::floor_divide(block->place, block->width);
        places.push_back(block->place + example * (joined.width - block->width) + first * joined.width);
        gold.push_back(block->goldPlace);
        perLength.push_back(block->perLength);
        first += block->examples;
    }
    joined.place = torch::cat(places);
    joined.goldPlace = torch::cat(gold);
    joined.perLength = torch::cat(perLength);
    const std::int64_t rows = joined.place.size(0);
    joined.padded = torch::full({joined.examples * joined.width}, rows, joined.place.options()).index_copy_(0, joined.place, torch::arange(rows, joined.place.options()));
}

RowBlock joinedBlock(const std::vector<const RowBlock*>& blocks) {
    RowBlock joined;
    std::vector<torch::Tensor> sketches, offsets, owners, shares;
    for (const RowBlock* block : blocks) {
        sketches.push_back(block->sketch);
        offsets.push_back(block->offset);
        owners.push_back(torch::full({block->examples}, block->dataset, block->offset.options().dtype(torch::kLong)));
        shares.push_back(torch::full({block->examples}, 1.0 / static_cast<double>(block->examples), block->offset.options()));
        joined.examples += block->examples;
    }
    joined.sketch = torch::cat(sketches);
    joined.offset = torch::cat(offsets);
    joined.owner = torch::cat(owners);
    joined.share = torch::cat(shares);
    if (blocks.front()->width > 0) joinChoices(joined, blocks);
    return joined;
}

}  // namespace

torch::Tensor RowBlock::losses(const torch::Tensor& h) const {
    if (width == 0) return torch::softplus(-h, 1, 40);
    const auto scores = scoresByExample(*this, h);
    return (torch::logsumexp(scores, 2) - goldScores(*this, scores)) * perLength;
}

torch::Tensor RowBlock::slope(const torch::Tensor& h) const {
    if (width == 0) return torch::sigmoid(-h).neg_();
    auto p = torch::softmax(scoresByExample(*this, h), 2);
    p.scatter_add_(2, goldPlace.expand({h.size(0), examples, 1}), torch::full({h.size(0), examples, 1}, -1.0, h.options()));
    p.mul_(perLength.unsqueeze(1));
    return p.view({h.size(0), -1}).index_select(1, place);
}

torch::Tensor RowBlock::exampleWeights(const torch::Tensor& weights) const {
    if (!owner.defined()) return (weights.select(1, dataset) / static_cast<double>(examples)).unsqueeze(1);
    return weights.index_select(1, owner) * share;
}

torch::Tensor RowBlock::rowWeights(const torch::Tensor& exampleWeights) const {
    if (width == 0 || !owner.defined()) return exampleWeights;
    return exampleWeights.index_select(1, torch::floor_divide(place, width));
}

torch::Tensor RowBlock::curvature(const torch::Tensor& h) const {
    const auto scale = 1.0 / static_cast<double>(examples);
    if (width != 0) return choiceCurvature(*this, h) * scale;
    const auto p = torch::sigmoid(h);
    return torch::matmul((sketch * (p * (1 - p) * scale).unsqueeze(1)).t(), sketch);
}

RowBlock makeRowBlock(const LinearRows& rows, const torch::TensorOptions& place, const torch::Tensor& rotation) {
    RowBlock block;
    block.examples = rows.examples();
    if (block.examples == 0) return block;
    block.offset = torch::tensor(rows.h0, torch::kFloat).to(place);
    block.sketch = torch::from_blob(const_cast<float*>(rows.sketch.values.data()), {rows.sketch.rows, rows.sketch.cols}, torch::kFloat).to(place);
    if (rotation.defined()) block.sketch = torch::matmul(block.sketch, rotation.to(place));
    if (!rows.choiceOffsets.empty()) addChoiceTensors(block, rows, place);
    return block;
}

std::vector<RowBlock> joinedBlocks(const std::vector<RowBlock>& blocks) {
    std::vector<const RowBlock*> plain, choices;
    for (const RowBlock& block : blocks) {
        if (block.examples > 0) (block.width == 0 ? plain : choices).push_back(&block);
    }
    std::vector<RowBlock> joined;
    for (const auto* kind : {&plain, &choices}) {
        if (!kind->empty()) joined.push_back(joinedBlock(*kind));
    }
    return joined;
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

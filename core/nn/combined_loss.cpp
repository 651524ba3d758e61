#include "core/nn/combined_loss.h"

#include <algorithm>
#include <utility>

namespace consort::nn {
namespace {

constexpr std::int64_t kKeptBytes = std::int64_t{512} << 20;  ///< of all members' logits
/// Of combined logits: on a CPU they stay in the cache, a GPU wants large pieces.
constexpr std::int64_t kChunkBytes = std::int64_t{1} << 20, kDeviceChunkBytes = std::int64_t{64} << 20;

}  // namespace

/// One lane's share of the sums.
struct CombinedLoss::Part {
    double loss = 0;
    torch::Tensor gradient, curvature;  ///< float64 (m), (m, m)
};

CombinedLoss::CombinedLoss(const CausalModel& model, const std::vector<torch::Tensor>& states, GoldTokens gold, std::int64_t vocabulary)
    : model_(model), states_(states), gold_(std::move(gold)), vocabulary_(vocabulary) {}

void CombinedLoss::keepLogits() {
    const auto members = static_cast<std::int64_t>(states_.size());
    if (!kept_.empty() || members * gold_.states.size(0) * vocabulary_ * 4 > kKeptBytes) return;
    for (const torch::Tensor& states : states_) kept_.push_back(model_.head(states.index_select(0, gold_.states)));
}

torch::Tensor CombinedLoss::logits(std::size_t member, std::int64_t begin, std::int64_t end) const {
    if (!kept_.empty()) return kept_[member].slice(0, begin, end);
    return model_.head(states_[member].index_select(0, gold_.states.slice(0, begin, end)));
}

std::int64_t CombinedLoss::chunkTokens() const {
    return std::max<std::int64_t>(1, (gold_.states.is_cpu() ? kChunkBytes : kDeviceChunkBytes) / (vocabulary_ * 4));
}

Lanes CombinedLoss::lanes(std::int64_t chunk) const {
    const std::int64_t count = gold_.states.size(0), m = static_cast<std::int64_t>(states_.size());
    if (!gold_.states.is_cpu()) return {};
    return lanesFor(static_cast<std::size_t>((count + chunk - 1) / chunk), static_cast<double>(chunk * vocabulary_ * m * (m + 4)));
}

TokenTerms CombinedLoss::terms(const torch::Tensor& weights) {
    const torch::NoGradGuard noGrad;
    keepLogits();
    const std::int64_t count = gold_.states.size(0), m = weights.size(1), chunk = chunkTokens();
    const auto options = gold_.share.options();
    TokenTerms terms{torch::empty({count}, options), torch::empty({count, m}, options), torch::empty({count, m, m}, options)};
    const Lanes lanes = this->lanes(chunk);
    runLanes(lanes, JobContext{}, [&](int lane, const JobContext&) {
        const torch::NoGradGuard laneNoGrad;
        for (std::int64_t begin = lane * chunk; begin < count; begin += lanes.count * chunk) {
            setTerms(weights, begin, std::min(begin + chunk, count), terms);
        }
    });
    return terms;
}

void CombinedLoss::setTerms(const torch::Tensor& weights, std::int64_t begin, std::int64_t end, TokenTerms& terms) const {
    std::vector<torch::Tensor> members;
    for (std::size_t a = 0; a < states_.size(); ++a) members.push_back(logits(a, begin, end));
    torch::Tensor x = torch::stack(members, 1);  // (tokens, m, vocabulary)
    const torch::Tensor tokens = gold_.tokens.slice(0, begin, end), w = weights.slice(0, begin, end).to(x.scalar_type());
    const torch::Tensor z = torch::bmm(w.unsqueeze(1), x).squeeze(1), whole = z.logsumexp(1, true), p = (z - whole).exp_();
    const torch::Tensor mean = torch::bmm(x, p.unsqueeze(2));  // (tokens, m, 1)
    const torch::Tensor gold = x.gather(2, tokens.unsqueeze(1).expand({-1, x.size(1), 1}));
    terms.losses.slice(0, begin, end).copy_((whole - z.gather(1, tokens)).squeeze(1));
    terms.gradient.slice(0, begin, end).copy_((mean - gold).squeeze(2));
    x.sub_(mean).mul_(p.sqrt().unsqueeze(1));
    terms.curvature.slice(0, begin, end).copy_(torch::bmm(x, x.transpose(1, 2)));
}

double CombinedLoss::at(std::span<const double> weights, Derivatives* derivatives) {
    const torch::NoGradGuard noGrad;
    const auto m = static_cast<std::int64_t>(weights.size());
    if (derivatives) keepLogits();
    const std::int64_t count = gold_.states.size(0), chunk = chunkTokens();
    const Lanes lanes = this->lanes(chunk);
    std::vector<Part> parts(static_cast<std::size_t>(lanes.count));
    runLanes(lanes, JobContext{}, [&](int lane, const JobContext&) {
        const torch::NoGradGuard laneNoGrad;
        Part& part = parts[static_cast<std::size_t>(lane)];
        part.gradient = torch::zeros({m}, gold_.share.options());
        part.curvature = torch::zeros({m, m}, gold_.share.options());
        for (std::int64_t begin = lane * chunk; begin < count; begin += lanes.count * chunk) {
            addChunk(weights, begin, std::min(begin + chunk, count), derivatives != nullptr, part);
        }
    });
    for (std::size_t lane = 1; lane < parts.size(); ++lane) {
        parts[0].loss += parts[lane].loss;
        parts[0].gradient += parts[lane].gradient;
        parts[0].curvature += parts[lane].curvature;
    }
    if (!derivatives) return parts[0].loss;
    const torch::Tensor gradient = parts[0].gradient.to(torch::kCPU), curvature = parts[0].curvature.to(torch::kCPU);
    derivatives->gradient.assign(gradient.data_ptr<double>(), gradient.data_ptr<double>() + m);
    derivatives->curvature = Matrix(m, m);
    std::copy_n(curvature.data_ptr<double>(), m * m, derivatives->curvature.values.begin());
    return parts[0].loss;
}

/// With centred logits c_a = z_a − ⟨p, z_a⟩ the Hessian Σ_t share_t Σ_v p c_a c_b is a Gram matrix: positive semidefinite also rounded.
void CombinedLoss::addChunk(std::span<const double> weights, std::int64_t begin, std::int64_t end, bool derived, Part& part) const {
    std::vector<torch::Tensor> members;
    for (std::size_t a = 0; derived && a < weights.size(); ++a) members.push_back(logits(a, begin, end));
    const torch::Tensor z = weightedSum(weights, [&](std::size_t a) { return derived ? members[a] : logits(a, begin, end); });
    const torch::Tensor tokens = gold_.tokens.slice(0, begin, end), share = gold_.share.slice(0, begin, end);
    const torch::Tensor highest = std::get<0>(z.max(1, true)), exponentials = (z - highest).exp_(), sums = exponentials.sum(1, true);
    const torch::Tensor losses = (sums.log() + highest - z.gather(1, tokens)).squeeze(1).to(torch::kFloat64);
    part.loss += (losses * share).sum().item<double>();
    if (!derived) return;
    const torch::Tensor p = exponentials.div_(sums), root = (p * share.to(z.scalar_type()).unsqueeze(1)).sqrt_();
    torch::Tensor centred = torch::empty({static_cast<std::int64_t>(members.size()), z.numel()}, z.options());
    for (std::size_t a = 0; a < members.size(); ++a) {
        const torch::Tensor mean = (p * members[a]).sum(1, true);
        const torch::Tensor excess = (mean - members[a].gather(1, tokens)).squeeze(1).to(torch::kFloat64);
        part.gradient[static_cast<std::int64_t>(a)] += excess.dot(share);
        torch::Tensor row = centred[static_cast<std::int64_t>(a)].view(z.sizes());
        torch::sub_out(row, members[a], mean);
        row.mul_(root);
    }
    part.curvature += centred.mm(centred.t()).to(torch::kFloat64);
}

}  // namespace consort::nn

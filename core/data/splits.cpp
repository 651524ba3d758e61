#include "core/data/splits.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/rng.h"

namespace consort {
namespace {

constexpr std::uint64_t kDrawPosition = 1;  // position 0 of a row's stream decides its split

double splitDraw(std::uint64_t seed, const std::string& id) { return Rng(seed, streamOf(id)).uniform(); }
std::uint64_t rowDraw(std::uint64_t seed, const std::string& id) { return Rng(seed, streamOf(id), kDrawPosition).bits(); }

/// One set of twins in the train split.
struct Twins {
    double draw = 0;
    std::vector<std::size_t> rows;
    Split split = Split::Train;
};

std::vector<Twins> twinsOfTrain(const std::vector<DraftRow>& rows, std::uint64_t seed) {
    std::vector<Twins> sets;
    std::unordered_map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].split != Split::Train) continue;
        const auto [found, isNew] = place.emplace(rows[i].twinKey, sets.size());
        if (isNew) sets.push_back({splitDraw(seed, rows[i].id), {}, Split::Train});
        sets[found->second].rows.push_back(i);
    }
    return sets;
}

/// Gives `split` the sets whose draw falls into [from, from + share), at least the one nearest to it.
void takeShare(std::vector<Twins>& sets, Split split, double from, double share) {
    Twins* nearest = nullptr;
    bool any = false;
    for (Twins& set : sets) {
        if (set.split != Split::Train) continue;
        if (set.draw >= from && set.draw < from + share) {
            set.split = split;
            any = true;
        } else if (!nearest || std::abs(set.draw - from) < std::abs(nearest->draw - from)) {
            nearest = &set;
        }
    }
    if (!any && nearest) nearest->split = split;
}

/// How many rows of each label are kept: shares of `wanted`, rounded by largest remainders, ties by label.
std::map<std::string, std::size_t> quotas(const std::map<std::string, std::vector<std::size_t>>& byLabel, std::size_t total, std::size_t wanted) {
    std::map<std::string, std::size_t> quota;
    std::vector<std::pair<std::size_t, std::string>> remainders;
    std::size_t given = 0;
    for (const auto& [label, rows] : byLabel) {
        quota[label] = rows.size() * wanted / total;
        given += quota[label];
        remainders.emplace_back(rows.size() * wanted % total, label);
    }
    std::stable_sort(remainders.begin(), remainders.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; given < wanted; ++i, ++given) ++quota[remainders[i].second];
    return quota;
}

void markDrawn(const std::vector<DraftRow>& rows, Split split, std::size_t wanted, std::uint64_t seed, std::vector<bool>& kept) {
    std::map<std::string, std::vector<std::size_t>> byLabel;
    std::size_t total = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].split != split) continue;
        byLabel[rows[i].text.label].push_back(i);
        ++total;
    }
    const auto quota = total > wanted ? quotas(byLabel, total, wanted) : std::map<std::string, std::size_t>{};
    for (auto& [label, members] : byLabel) {
        std::sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(rowDraw(seed, rows[a].id), rows[a].id) < std::pair(rowDraw(seed, rows[b].id), rows[b].id);
        });
        const std::size_t count = total > wanted ? quota.at(label) : members.size();
        for (std::size_t k = 0; k < count; ++k) kept[members[k]] = true;
    }
}

}  // namespace

std::string RowIds::next(Split file, const std::string& content) {
    const std::string stem = dataset_ + "/" + splitName(file) + "/" + sha256Hex(content).substr(0, 16) + "/";
    return stem + std::to_string(seen_[stem]++);
}

void fillMissingSplits(std::vector<DraftRow>& rows, const SplitShares& shares) {
    std::array<bool, 3> present{};
    for (const DraftRow& row : rows) present[static_cast<std::size_t>(row.split)] = true;
    const bool takeValid = !present[1] && shares.valid > 0;
    const bool takeTest = !present[2] && shares.test > 0;
    if (!takeValid && !takeTest) return;
    std::vector<Twins> sets = twinsOfTrain(rows, shares.seed);
    const std::size_t needed = 1 + (takeValid ? 1 : 0) + (takeTest ? 1 : 0);
    if (sets.size() < needed) {
        throw Error(ErrorCode::InvalidInput, std::to_string(sets.size()) + (sets.size() == 1 ? " distinct row is" : " distinct rows are") +
                                                 " too few to take validation and test rows from: give more rows, or files for the missing splits, or "
                                                 "--valid-share 0 --test-share 0");
    }
    if (takeValid) takeShare(sets, Split::Valid, 0.0, shares.valid);
    if (takeTest) takeShare(sets, Split::Test, takeValid ? shares.valid : 0.0, shares.test);
    if (std::none_of(sets.begin(), sets.end(), [](const Twins& set) { return set.split == Split::Train; })) {
        std::max_element(sets.begin(), sets.end(), [](const Twins& a, const Twins& b) { return a.draw < b.draw; })->split = Split::Train;
    }
    for (const Twins& set : sets) {
        for (const std::size_t i : set.rows) rows[i].split = set.split;
    }
}

std::vector<DraftRow> drawRows(std::vector<DraftRow> rows, std::int64_t maxRows, std::uint64_t seed) {
    std::vector<bool> kept(rows.size(), false);
    for (const Split split : kSplits) markDrawn(rows, split, static_cast<std::size_t>(maxRows), seed, kept);
    std::vector<DraftRow> out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (kept[i]) out.push_back(std::move(rows[i]));
    }
    return out;
}

}  // namespace consort

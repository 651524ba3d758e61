#include "core/data/row_identity.h"

#include <algorithm>
#include <cctype>

#include "core/base/rng.h"

namespace consort {
namespace {

constexpr std::size_t kGram = 5;

std::string normalised(const std::string& text) {
    std::string out;
    for (const unsigned char c : text) {
        const bool blank = std::isspace(c) != 0;
        if (blank && (out.empty() || out.back() == ' ')) continue;
        out.push_back(blank ? ' ' : static_cast<char>(std::tolower(c)));
    }
    return out;
}

std::uint32_t hashOf(std::string_view bytes) {
    const std::uint64_t hash = streamOf(bytes) * 0x9e3779b97f4a7c15ULL;
    return static_cast<std::uint32_t>(hash >> 32);
}

/// Hashes of all windows of `kGram` items of `size` bytes; the whole where it is shorter.
void addGrams(std::string_view bytes, std::size_t size, std::vector<std::uint32_t>& grams) {
    const std::size_t window = kGram * size;
    if (bytes.empty()) return;
    if (bytes.size() <= window) return grams.push_back(hashOf(bytes));
    for (std::size_t at = 0; at + window <= bytes.size(); at += size) grams.push_back(hashOf(bytes.substr(at, window)));
}

std::string_view bytesOf(const TokenIds& ids) { return {reinterpret_cast<const char*>(ids.data()), ids.size() * sizeof(TokenIds::value_type)}; }

}  // namespace

std::string identityOf(const Example& row, Schema schema) {
    std::string key = row.text;
    if (schema == Schema::Classification) return key;
    if (row.choices.empty()) key.append(1, '\0').append(bytesOf(row.targetIds));
    for (const TokenIds& choice : row.choices) key.append(1, '\0').append(bytesOf(choice));
    return key;
}

std::vector<std::uint32_t> gramsOf(const Example& row, Schema schema) {
    std::vector<std::uint32_t> grams;
    addGrams(normalised(row.text), 1, grams);
    if (schema != Schema::Classification) {
        if (row.choices.empty()) addGrams(bytesOf(row.targetIds), sizeof(TokenIds::value_type), grams);
        for (const TokenIds& choice : row.choices) addGrams(bytesOf(choice), sizeof(TokenIds::value_type), grams);
    }
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

double jaccard(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    if (a.empty() && b.empty()) return 1;
    std::size_t shared = 0;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        if (a[i] == b[k]) ++shared;
        const bool stepA = a[i] <= b[k], stepB = b[k] <= a[i];
        i += stepA ? 1 : 0;
        k += stepB ? 1 : 0;
    }
    return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

}  // namespace consort

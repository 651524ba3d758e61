#include "core/text/bpe.h"

#include <algorithm>
#include <atomic>
#include <functional>

#include "core/text/bpe_merges.h"
#include "core/text/unicode_text.h"
#include "core/text/word_cache.h"

namespace consort {

/// One token of a word while it is merged; a doubly linked list by index. id < 0: merged away.
struct Bpe::Symbol {
    std::int32_t id, previous, next;
};

/// Buffers of one thread, kept between words.
struct Bpe::Workspace {
    struct Candidate {
        std::int32_t rank, at, id;
        bool operator>(const Candidate& other) const { return rank != other.rank ? rank > other.rank : at > other.at; }
    };
    std::vector<Symbol> symbols;
    std::vector<Candidate> heap;

    void add(std::int32_t id) {
        const auto at = static_cast<std::int32_t>(symbols.size());
        symbols.push_back({id, at - 1, at + 1});
    }
    void push(const Candidate& candidate) {
        heap.push_back(candidate);
        std::push_heap(heap.begin(), heap.end(), std::greater<>{});
    }
    Candidate pop() {
        std::pop_heap(heap.begin(), heap.end(), std::greater<>{});
        const Candidate top = heap.back();
        heap.pop_back();
        return top;
    }
};

Bpe::~Bpe() = default;

std::uint64_t Bpe::nextSerial() {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

std::optional<std::int32_t> Bpe::idOf(std::string_view token) const {
    const auto found = ids_.find(token);
    if (found == ids_.end()) return std::nullopt;
    return found->second;
}

const std::string* Bpe::tokenOf(std::int32_t id) const {
    return id >= 0 && id < static_cast<std::int32_t>(tokens_.size()) ? tokens_[static_cast<std::size_t>(id)] : nullptr;
}

std::int32_t Bpe::idOfChar(std::string_view word, std::size_t begin, std::size_t end) const {
    if (plainChars_ && end - begin == 1) return asciiIds_[static_cast<unsigned char>(word[begin])];
    if (plainChars_) return idOf(word.substr(begin, end - begin)).value_or(-1);
    std::string text(word.substr(begin, end - begin));
    if (begin > 0) text.insert(0, prefix_);
    if (end == word.size()) text += suffix_;
    return idOf(text).value_or(-1);
}

bool Bpe::addBytes(std::string_view text, Workspace& space) const {
    const auto known = [&](char c) { return byteIds_[static_cast<unsigned char>(c)] >= 0; };
    if (!std::all_of(text.begin(), text.end(), known)) return false;
    for (const char c : text) space.add(byteIds_[static_cast<unsigned char>(c)]);
    return true;
}

void Bpe::startSymbols(std::string_view word, Workspace& space) const {
    space.symbols.clear();
    bool unknownWaits = false;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        nextCodePoint(word, at);
        const std::int32_t id = idOfChar(word, begin, at);
        if (id >= 0) {
            if (unknownWaits) space.add(*unknownId_);
            unknownWaits = false;
            space.add(id);
            continue;
        }
        const bool last = at == word.size();
        const std::string spelled = (begin > 0 ? prefix_ : "") + std::string(word.substr(begin, at - begin)) + (last ? suffix_ : "");
        if (byteFallback_ && addBytes(spelled, space)) continue;
        if (!unknownId_) continue;
        if (unknownWaits && !fuseUnknown_) space.add(*unknownId_);
        unknownWaits = true;
    }
    if (unknownWaits) space.add(*unknownId_);
    if (!space.symbols.empty()) space.symbols.back().next = -1;
}

void Bpe::mergeSymbols(Workspace& space) const {
    std::vector<Symbol>& symbols = space.symbols;
    const auto consider = [&](std::int32_t at) {
        if (at < 0 || symbols[at].next < 0) return;
        const auto* merge = merges_->find(BpeMergeTable::pairOf(symbols[at].id, symbols[symbols[at].next].id));
        if (merge) space.push({merge->rank, at, merge->id});
    };
    space.heap.clear();
    for (std::size_t at = 0; at + 1 < symbols.size(); ++at) consider(static_cast<std::int32_t>(at));
    while (!space.heap.empty()) {
        const Workspace::Candidate top = space.pop();
        Symbol& left = symbols[top.at];
        if (left.id < 0 || left.next < 0) continue;
        Symbol& right = symbols[left.next];
        const auto* merge = merges_->find(BpeMergeTable::pairOf(left.id, right.id));
        if (!merge || merge->id != top.id) continue;  // the neighbourhood changed since
        left.id = top.id;
        right.id = -1;
        left.next = right.next;
        if (left.next >= 0) symbols[left.next].previous = top.at;
        consider(left.previous);
        consider(top.at);
    }
}

void Bpe::encodeWord(std::string_view word, TokenIds& ids) const {
    thread_local WordCache cache;
    if (cache.append(serial_, word, ids)) return;
    const std::size_t begin = ids.size();
    mergeWord(word, ids);
    cache.keep(word, ids, begin);
}

void Bpe::mergeWord(std::string_view word, TokenIds& ids) const {
    thread_local Workspace space;
    if (ignoreMerges_) {
        if (const auto whole = idOf(word)) {
            ids.push_back(*whole);
            return;
        }
    }
    startSymbols(word, space);
    mergeSymbols(space);
    for (const Symbol& symbol : space.symbols) {
        if (symbol.id >= 0) ids.push_back(symbol.id);
    }
}

}  // namespace consort

#include "core/nn/out_of_memory.h"

#include <torch/torch.h>

#include <new>
#include <string_view>

#include "core/base/error.h"

namespace consort::nn {
namespace {

/// False where memory ran out, with everything as before.
bool didFit(std::span<const std::size_t> rows, const std::function<void(std::span<const std::size_t>)>& work, const std::function<bool()>& undo) {
    try {
        work(rows);
        return true;
    } catch (const std::exception& e) {
        if (!isOutOfMemory(e)) throw;
        if (rows.size() > 1 && undo()) return false;
        throw Error(ErrorCode::OutOfMemory, "there is not enough memory for " + std::string(rows.size() > 1 ? "a batch of rows" : "one row at a time") +
                                                "; shorten rows with --max-tokens or use a machine with more memory");
    }
}

}  // namespace

bool isOutOfMemory(const std::exception& error) {
    if (dynamic_cast<const std::bad_alloc*>(&error) || dynamic_cast<const c10::OutOfMemoryError*>(&error)) return true;
    return dynamic_cast<const c10::Error*>(&error) && std::string_view(error.what()).find("can't allocate memory") != std::string_view::npos;
}

void inHalves(std::span<const std::size_t> rows, const JobContext& job, const std::function<void(std::span<const std::size_t>)>& work, const std::function<bool()>& undo) {
    if (didFit(rows, work, undo)) return;
    const std::size_t half = rows.size() / 2;
    job.note("memory ran out; a batch of " + std::to_string(rows.size()) + " rows is computed in halves, with the same result");
    inHalves(rows.first(half), job, work, undo);
    inHalves(rows.subspan(half), job, work, undo);
}

}  // namespace consort::nn

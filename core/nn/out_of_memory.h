#pragma once
// Internal to core/nn. Work that memory did not suffice for, done again in halves.
#include <cstddef>
#include <exception>
#include <functional>
#include <span>

#include "core/job/job_context.h"

namespace consort::nn {

/// LibTorch's allocators speak through their own exceptions, of which only the one for accelerators has a type of its own.
bool isOutOfMemory(const std::exception& error);

/// work(rows); where memory runs out, `undo()` and then the two halves, one after the other, which is noted once. Throws Error{OutOfMemory}
/// where one row is too many or undo() says that what was begun cannot be taken back.
void inHalves(std::span<const std::size_t> rows, const JobContext& job, const std::function<void(std::span<const std::size_t>)>& work, const std::function<bool()>& undo);

}  // namespace consort::nn

#pragma once
// Internal to core/nn. Which device a name means, and LibTorch's CUDA half, which is loaded when a GPU is asked for (one binary for all machines).
#include <torch/torch.h>

#include <cstdint>
#include <optional>
#include <string>

namespace consort::nn {

/// "cpu", "cuda", "cuda:N" or "auto" (the first GPU where one can be used, else the CPU); current for the calling thread afterwards.
/// Throws Error{InvalidInput} for another name, {NoDevice} for another one that begins with "cuda", or where there is no driver, no CUDA library, no GPU, or none of that number: each
/// says which.
torch::Device deviceNamed(const std::string& name);

/// Bytes free there; nothing where that cannot be asked.
std::optional<std::int64_t> freeMemoryOf(torch::Device device);

}  // namespace consort::nn

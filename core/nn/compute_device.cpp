#include "core/nn/compute_device.h"

#include <c10/core/impl/VirtualGuardImpl.h>
#include <dlfcn.h>

#include <algorithm>

#include "core/base/error.h"
#include "core/base/memory.h"
#include "gpu/kernel_table.h"

namespace consort::nn {
namespace {

/// Loads what a GPU needs; empty, or what is missing. LibTorch must not have asked for CUDA before its library is there.
std::string loadCuda() {
    if (!::dlopen("libcuda.so.1", RTLD_LAZY)) return "there is no NVIDIA driver on this machine (libcuda.so.1)";
    if (!::dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL)) {
        const char* why = ::dlerror();
        return std::string("LibTorch's CUDA library cannot be loaded (") + (why ? why : "no reason given") + "): run installer/bootstrap.sh gpu once";
    }
    return torch::cuda::device_count() > 0 ? "" : "the NVIDIA driver is there, but no GPU answers (nvidia-smi lists those that do)";
}

const std::string& cudaProblem() {
    static const std::string problem = loadCuda();
    return problem;
}

/// The number in "cuda" or "cuda:N"; nothing for another name.
std::optional<int> gpuNumber(const std::string& name) {
    if (name == "cuda") return 0;
    if (name.rfind("cuda:", 0) != 0 || name.size() < 6 || name.size() > 8) return std::nullopt;
    const std::string digits = name.substr(5);
    if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    return std::stoi(digits);
}

torch::Device gpu(int number) {
    const int count = static_cast<int>(torch::cuda::device_count());
    if (number >= count) {
        throw Error(ErrorCode::NoDevice, "there is no device 'cuda:" + std::to_string(number) + "': this machine has " + std::to_string(count) +
                                             (count == 1 ? " GPU" : " GPUs") + ", counted from cuda:0");
    }
    const torch::Device device(torch::kCUDA, static_cast<torch::DeviceIndex>(number));
    c10::impl::VirtualGuardImpl(device.type()).setDevice(device);
    return device;
}

}  // namespace

torch::Device deviceNamed(const std::string& name) {
    if (name == "cpu") return torch::kCPU;
    if (name == "auto") return cudaProblem().empty() ? gpu(0) : torch::Device(torch::kCPU);
    const std::optional<int> number = gpuNumber(name);
    if (!number && name.rfind("cuda", 0) == 0) throw Error(ErrorCode::NoDevice, "there is no device '" + name + "': GPUs are called cuda:0, cuda:1, …; or use --device cpu");
    if (!number) throw Error(ErrorCode::InvalidInput, "the device '" + name + "' is not known: use cpu, cuda:0 or auto");
    if (!cudaProblem().empty()) throw Error(ErrorCode::NoDevice, "the device '" + name + "' cannot be used: " + cudaProblem() + "; or use --device cpu");
    return gpu(*number);
}

std::optional<std::int64_t> freeMemoryOf(torch::Device device) {
    if (device.is_cpu()) return availableMemory();
    const KernelTable* kernels = device.is_cuda() ? cudaKernels() : nullptr;
    if (!kernels) return std::nullopt;
    std::size_t free = 0, total = 0;
    kernels->memory(&free, &total);
    return static_cast<std::int64_t>(free);
}

}  // namespace consort::nn

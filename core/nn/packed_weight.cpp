#include "core/nn/packed_weight.h"

#include <utility>

#include "core/nn/device_kernels.h"

namespace consort::nn {
namespace {

constexpr std::int64_t kBlock = 64;

template <typename T>
torch::Tensor tensorOf(const std::vector<T>& values, torch::ScalarType type, torch::Device device) {
    return torch::from_blob(const_cast<T*>(values.data()), {static_cast<std::int64_t>(values.size())}, type).to(device, type, false, true);
}

/// Codes by the kernel; the second stage stays on the CPU.
Nf4Codes quantizedBy(const KernelTable& kernels, const torch::Tensor& flat, torch::Tensor& codes) {
    Nf4Codes found;
    found.count = flat.numel();
    torch::Tensor absmax = torch::empty({(flat.numel() + kBlock - 1) / kBlock}, flat.options());
    kernels.nf4Quantize(flat.data_ptr<float>(), flat.numel(), codes.data_ptr<std::uint8_t>(), absmax.data_ptr<float>(), streamFor(flat));
    const torch::Tensor here = absmax.to(torch::kCPU);
    found.blockAbsmax.assign(here.data_ptr<float>(), here.data_ptr<float>() + here.numel());
    quantizeAbsmax(found);
    return found;
}

PackedCodes codesOf(const torch::Tensor& weight) {
    const torch::Tensor flat = weight.contiguous().view(-1);
    torch::Tensor codes = torch::empty({(flat.numel() + 1) / 2}, flat.options().dtype(torch::kUInt8));
    const KernelTable* kernels = kernelsFor(flat);
    const Nf4Codes found = kernels ? quantizedBy(*kernels, flat, codes) : quantizeNf4(flat.to(torch::kCPU).data_ptr<float>(), flat.numel());
    if (!kernels) codes.copy_(tensorOf(found.codes, torch::kUInt8, torch::kCPU));
    return {codes, tensorOf(found.absmax, torch::kUInt8, flat.device()), tensorOf(found.nestedAbsmax, torch::kFloat32, flat.device()), found.offset};
}

}  // namespace

PackedWeight::PackedWeight(PackedCodes codes, std::vector<std::int64_t> shape, torch::ScalarType rounded, torch::ScalarType type)
    : parts_(std::move(codes)), shape_(std::move(shape)), rounded_(rounded), type_(type),
      map_(torch::from_blob(const_cast<float*>(nf4AbsmaxMap()), {256}, torch::kFloat32).to(parts_.codes.device(), torch::kFloat32, false, true)) {}

PackedWeight::PackedWeight(const torch::Tensor& weight, torch::ScalarType type) : PackedWeight(codesOf(weight), weight.sizes().vec(), torch::kFloat32, type) {}

Nf4View PackedWeight::view() const {
    std::int64_t count = 1;
    for (const std::int64_t n : shape_) count *= n;
    return {parts_.codes.data_ptr<std::uint8_t>(), parts_.absmax.data_ptr<std::uint8_t>(), parts_.nested.data_ptr<float>(), parts_.offset, count};
}

torch::Tensor PackedWeight::values() const {
    const torch::Tensor found = dequantized();
    return found.scalar_type() == torch::kFloat32 ? found.to(rounded_).to(type_) : found;
}

torch::Tensor PackedWeight::dequantized() const {
    const bool narrow = type_ == torch::kBFloat16 && rounded_ != torch::kFloat16 && parts_.codes.is_cuda();  // rounded once either way
    torch::Tensor out = torch::empty(shape_, parts_.codes.options().dtype(narrow ? torch::kBFloat16 : torch::kFloat32));
    const Nf4View v = view();
    if (const KernelTable* kernels = kernelsFor(out)) {
        kernels->nf4Dequantize(v.codes, v.absmax, v.nestedAbsmax, map_.data_ptr<float>(), v.offset, v.count, out.data_ptr(), scalarOf(out), streamFor(out));
        return out;
    }
    if (out.is_cpu()) {
        dequantizeNf4(v, out.data_ptr<float>());
        return out;
    }
    const auto here = [](const torch::Tensor& part) { return part.to(torch::kCPU); };  // a device without our kernels: slowly
    return PackedWeight({here(parts_.codes), here(parts_.absmax), here(parts_.nested), parts_.offset}, shape_, rounded_, torch::kFloat32).dequantized().to(out.options());
}

}  // namespace consort::nn

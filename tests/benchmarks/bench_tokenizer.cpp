// Tokens per second on one core: the demo model's tokenizer over English text.
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "core/base/files.h"
#include "core/text/tokenizer.h"

int main(int argc, char** argv) {
    const std::string source = std::getenv("CONSORT_SOURCE") ? std::getenv("CONSORT_SOURCE") : ".";
    const consort::Tokenizer tokenizer = consort::Tokenizer::fromFolder(argc > 1 ? argv[1] : source + "/resources/demo/public-domain-8m");
    std::string paragraph = argc > 2 ? consort::readFile(argv[2]) :
        "It was late in the evening when the travellers, tired of the long road, came at last to the inn; nobody had expected them, "
        "and the landlord's wife, who had already put out the lamps, looked at her visitors with more surprise than pleasure.\n";
    while (paragraph.size() < 4'000'000) paragraph += std::string(paragraph);
    const auto begin = std::chrono::steady_clock::now();
    const std::size_t tokens = tokenizer.encode(paragraph).size();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::cout << tokens << " tokens in " << seconds << " s: " << static_cast<double>(tokens) / seconds / 1e6 << " M tokens/s on one core\n";
}

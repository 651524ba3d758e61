// THE TABLE of what a project can be exported as.
#include "core/export/bundle.h"
#include "core/export/bundle_files.h"

namespace consort {

const std::vector<Exporter>& exporters() {
    static const std::vector<Exporter> table{
        {"bundle", "adapters for stock peft, manifest, loader and certificate", writeBundleFiles},
        {"gguf", "LoRA files for llama.cpp and Ollama", writeGgufFiles},
    };
    return table;
}

}  // namespace consort

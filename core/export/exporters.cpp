// THE TABLE of what a project can be exported as.
#include "core/export/bundle.h"
#include "core/export/bundle_files.h"

namespace consort {

const std::vector<Exporter>& exporters() {
    static const std::vector<Exporter> table{
        {"bundle", "adapters for stock peft, manifest, loader and certificate", writeBundleFiles},
        {"gguf", "LoRA files for llama.cpp and Ollama", writeGgufFiles},
        {"merged", "an ordinary model folder in bfloat16 with the merged adapter in its weights", writeMergedFiles},
        {"svd", "the merged adapter brought to a lower rank", writeSvdFiles},
        {"report", "one HTML page with every table and plot", writeReportFile},
    };
    return table;
}

}  // namespace consort

#include "app/cli_members.h"

#include <CLI/CLI.hpp>

#include "core/export/bundle.h"

namespace consort {

void addMemberOptions(CLI::App& command, MemberArguments& arguments) {
    CLI::Option* adapter = command.add_option("--adapter", arguments.adapter, "PEFT LoRA folder");
    CLI::Option* bundle = command.add_option("--bundle", arguments.bundle, "Bundle folder: the weighted sum of its members' logits")->excludes(adapter);
    command.add_option("--dataset", arguments.dataset, "Whose weights [the global ones]")->needs(bundle);
}

CombinedMembers combinedMembers(const MemberArguments& arguments, const ModelInfo& model) {
    if (!arguments.adapter.empty()) return {{readPeftAdapter(arguments.adapter, model)}, {{{1.0}, 0}, std::nullopt}};
    if (arguments.bundle.empty()) return {};
    LoadedBundle bundle = readBundle(arguments.bundle, model);
    Weighing weighing = weighingFor(bundle, arguments.dataset);
    return {std::move(bundle.members), std::move(weighing)};
}

}  // namespace consort

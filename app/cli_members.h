#pragma once
// --adapter, --bundle and --dataset: whose logits a looking-inside command combines.
#include <string>
#include <vector>

#include "core/export/bundle_logits.h"
#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace CLI {
class App;
}

namespace consort {

struct MemberArguments {
    std::string adapter, bundle, dataset;
};

/// Members of the combined logits and how they are weighed; the base alone where there are no members.
struct CombinedMembers {
    std::vector<Adapter> adapters;
    Weighing weighing;
};

/// `arguments` must outlive the parsing.
void addMemberOptions(CLI::App& command, MemberArguments& arguments);

/// Throws as readPeftAdapter, readBundle and weighingFor.
CombinedMembers combinedMembers(const MemberArguments& arguments, const ModelInfo& model);

}  // namespace consort

#pragma once
// README.md of a bundle: the model card.
#include "core/export/bundle.h"

namespace consort {

/// Front matter that hubs read, how to load the bundle, members and weights, and the certificate as a table.
std::string bundleCard(const BundleContent& content, const std::vector<Faithfulness>& faithfulness);

}  // namespace consort

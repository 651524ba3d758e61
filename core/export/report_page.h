#pragma once
// report.html: what a bundle is and how well it does, on one page that needs nothing else.
#include <string>

#include "core/export/bundle.h"

namespace consort {

/// A complete HTML page: no script, no outside reference, every name escaped, every plot inline SVG.
std::string reportPage(const BundleContent& content, const std::vector<Faithfulness>& faithfulness);

}  // namespace consort

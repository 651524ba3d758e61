#include "core/pipeline/project.h"

namespace consort {

std::string versionText() { return "consort 0.1.0"; }

}  // namespace consort

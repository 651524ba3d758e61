#pragma once
// The files of resources/templates, embedded in the program.
#include <span>
#include <string_view>

namespace consort {

std::span<const std::string_view> shippedTemplateTexts();

}  // namespace consort

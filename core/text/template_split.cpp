#include "core/text/template.h"

namespace consort {
namespace {

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

}  // namespace

std::vector<std::string> splitAtBars(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0;;) {
        const auto end = text.find("|||", begin);
        parts.push_back(trimmed(text.substr(begin, end == std::string_view::npos ? end : end - begin)));
        if (end == std::string_view::npos) return parts;
        begin = end + 3;
    }
}

}  // namespace consort

// Raw documents: one record a file; the importer cuts it into rows by tokens.
#include "core/base/error.h"
#include "core/data/file_text.h"
#include "core/data/readers.h"

namespace consort {

void readPlainText(const std::filesystem::path& file, const RecordSink& sink) {
    std::string text = readDatasetText(file);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        throw Error(ErrorCode::InvalidInput, file.string() + ": only blanks; give a file with text");
    }
    Value fields;
    fields.set("text", std::move(text));
    sink({std::move(fields), 1});
}

}  // namespace consort

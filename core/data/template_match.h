#pragma once
// Which of the shipped templates was written for data with these columns.
#include <vector>

#include "core/data/import.h"

namespace consort {

/// The template whose columns the data has, all of them, with as many labels as it expects; the one with the most columns where several
/// do; nullptr where none does.
const PromptTemplate* templateForColumns(const std::vector<Record>& records);

}  // namespace consort

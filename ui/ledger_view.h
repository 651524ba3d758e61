#pragma once
// The table of systems as the window shows it, from the document that `evaluate` stores.
#include "core/pipeline/project_snapshot.h"
#include "ui/models/cell_table.h"

namespace consort {

/// "ensemble" → "Ensemble, logits"; members are called by their group.
QString systemTitle(const std::string& system);

/// metric: "accuracy", "macro_f1" or "loss".
QVector<CellColumn> ledgerColumns(const Value& scores);
QVector<CellRow> ledgerRows(const Value& scores, const std::string& metric);

}  // namespace consort

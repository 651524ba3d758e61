#pragma once
// What the stage Export shows of a bundle: pure functions from what the project remembers of it to rows and text.
#include "core/base/value.h"
#include "ui/models/cell_table.h"

namespace consort {

/// A format of the engine's table in the person's words.
QString formatTitle(const QString& format);
/// What a person copies to load a bundle: by tab "peft", "ensemble", "vllm".
QString usageText(const QString& tab, const QString& base, const QString& bundle, const QString& dataset);
/// Files by what they are for, with their sizes.
QVector<CellRow> partRows(const Value& bundle);
QVector<CellRow> certificateRows(const Value& bundle);
QVector<CellRow> fileRows(const Value& bundle);

}  // namespace consort

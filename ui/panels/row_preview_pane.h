#pragma once
// The preview of a dataset's rows as the model sees them.
#include <QWidget>
#include <optional>

#include "ui/workbench.h"

class QTextEdit;

namespace consort {

class CellTableModel;
class SectionHead;
class TableView;

/// One row's text with cut and trained tokens marked, and its tokens as a table.
class RowPreviewPane : public QWidget {
    Q_OBJECT
public:
    explicit RowPreviewPane(Workbench& workbench, QWidget* parent = nullptr);
    void showDataset(const QString& name);
    void askAgain() { ask(); }  ///< the rows may have changed
    /// Shows the rows as they would be after a reimport with these options.
    void showChanges(const Value& changes);
    const QString& dataset() const { return dataset_; }
    void step(int rows);
    QString shownText() const;

private:
    void ask();
    void show(const RowPreview& preview);
    void paintText(const RowPreview& preview);

    Workbench& workbench_;
    QString dataset_;
    std::optional<Value> changes_;
    std::int64_t index_ = 0;
    Split split_ = Split::Train;
    SectionHead* head_;
    QTextEdit* text_;
    CellTableModel* tokens_;
    TableView* tokenTable_;
};

}  // namespace consort

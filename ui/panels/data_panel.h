#pragma once
// The stage Data: base model, datasets, one row as the model sees it, and what was found in them.
#include "core/pipeline/preview_row.h"
#include "ui/panels/stage_panel.h"

class QStackedWidget;
class QTextEdit;

namespace consort {

class CellTableModel;
class DatasetProperties;
class TableView;
struct CellRow;

/// Rows of the dataset table: a pure function of the cards.
QVector<CellRow> datasetRows(const ProjectSnapshot& snapshot);

/// One row's text with cut and trained tokens marked, and its tokens as a table.
class RowPreviewPane : public QWidget {
    Q_OBJECT
public:
    explicit RowPreviewPane(Workbench& workbench, QWidget* parent = nullptr);
    void showDataset(const QString& name);
    void step(int rows);
    QString shownText() const;

private:
    void ask();
    void show(const RowPreview& preview);
    void paintText(const RowPreview& preview);

    Workbench& workbench_;
    QString dataset_;
    std::int64_t index_ = 0;
    Split split_ = Split::Train;
    SectionHead* head_;
    QTextEdit* text_;
    CellTableModel* tokens_;
    TableView* tokenTable_;
};

class DataPanel : public StagePanel {
    Q_OBJECT
public:
    DataPanel(Workbench& workbench, Commands& commands, QWidget* parent = nullptr);
    void refresh() override;
    void refreshJobs() override;
    QWidget* properties() override;
    void reveal(const QString& object) override;
    TableView* table() const { return table_; }
    RowPreviewPane* preview() const { return preview_; }

private:
    QWidget* modelCard();
    QWidget* datasetsPart();

    QLabel *modelName_, *modelFacts_, *modelShape_;
    SectionHead* head_;
    CellTableModel* model_;
    TableView* table_;
    RowPreviewPane* preview_;
    DatasetProperties* properties_;
    ProgressStrip* progress_;
    QStackedWidget* pages_;
};

}  // namespace consort

#pragma once
// The stage Data: base model, datasets, one row as the model sees it, and what was found in them.
#include "ui/panels/row_preview_pane.h"
#include "ui/panels/stage_panel.h"

class QStackedWidget;

namespace consort {

class CellTableModel;
class DatasetProperties;
class ModelCard;
class TableView;
struct CellRow;

/// Rows of the dataset table: a pure function of the cards.
QVector<CellRow> datasetRows(const ProjectSnapshot& snapshot);

class DataPanel : public StagePanel {
    Q_OBJECT
public:
    DataPanel(Workbench& workbench, Commands& commands, QWidget* parent = nullptr);
    void refresh() override;
    void refreshJobs() override;
    QWidget* properties() override;
    void reveal(const QString& object) override;
    /// Datasets that are selected in the table.
    QStringList chosen() const;
    TableView* table() const { return table_; }
    RowPreviewPane* preview() const { return preview_; }

private:
    void tellChangedFiles(const ProjectSnapshot& snapshot);
    std::shared_ptr<const std::vector<Value>> shown_;
    std::shared_ptr<const std::map<std::string, std::vector<std::string>>> told_;
    QWidget* datasetsPart();

    QStringList datasetsWithFindings() const;
    void nextFinding();

    ModelCard* card_;
    QPushButton* findings_;
    SectionHead* head_;
    CellTableModel* model_;
    TableView* table_;
    RowPreviewPane* preview_;
    DatasetProperties* properties_;
    ProgressStrip* progress_;
    QStackedWidget* pages_;
};

}  // namespace consort

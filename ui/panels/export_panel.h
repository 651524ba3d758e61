#pragma once
// The stage Export: the bundle, its certificate row by row, its files, and the lines that load it.
#include "ui/models/cell_table.h"
#include "ui/panels/stage_panel.h"

class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;

namespace consort {

class TableView;

class ExportPanel : public StagePanel {
    Q_OBJECT
public:
    ExportPanel(Workbench& workbench, Commands& commands, QWidget* parent = nullptr);
    void refresh() override;
    void refreshJobs() override;
    void reveal(const QString& object) override;
    TableView* certificate() const { return certificate_; }
    QLineEdit* folder() const { return folder_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* bundlePart();
    QLayout* folderRow();
    QLayout* formatRow();
    QWidget* formPart();
    QWidget* proofPart();
    QWidget* filesPart();
    QWidget* usePart();
    void showBundle(const Value& bundle);
    void showUsage();
    void dragBundle();

    QStackedWidget* pages_;
    QLineEdit* folder_;
    QPushButton *export_, *verify_;
    CellTableModel *partsModel_, *certificateModel_, *filesModel_;
    TableView *parts_, *certificate_, *files_;
    SectionHead *certificateHead_, *filesHead_;
    QLabel* total_;
    QTabBar* tabs_;
    QPlainTextEdit* code_;
    ProgressStrip* progress_;
    QString bundle_;
};

}  // namespace consort

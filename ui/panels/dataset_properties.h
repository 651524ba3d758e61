#pragma once
// The Properties dock at the stage Data: the chosen dataset, its findings and facts.
#include "ui/panels/stage_panel.h"

namespace consort {

class DatasetProperties : public QWidget {
    Q_OBJECT
public:
    explicit DatasetProperties(Workbench& workbench, QWidget* parent = nullptr);
    void showDataset(const QString& name);
    void refresh();

private:
    Workbench& workbench_;
    QString name_;
    QLabel* title_;
    InlineBar* finding_;
    FactList* facts_;
};

}  // namespace consort

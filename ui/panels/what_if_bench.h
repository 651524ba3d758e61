#pragma once
// Tick datasets, and every dataset's prediction for training on them together moves at once.
#include <QSet>
#include <QWidget>

#include "ui/workbench.h"

class QLabel;
class QPushButton;

namespace consort {

class CellTableModel;
class TableView;

class WhatIfBench : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfBench(Workbench& workbench, QWidget* parent = nullptr);
    void setEstimate(std::shared_ptr<const Estimate> estimate);
    void tick(const QString& dataset, bool on);
    bool isTicked(const QString& dataset) const { return ticked_.contains(dataset); }
    TableView* table() const { return table_; }

private:
    void ask();
    void show(const Value& predicted);
    void makeGroup();

    Workbench& workbench_;
    std::shared_ptr<const Estimate> estimate_;
    QSet<QString> ticked_;
    CellTableModel* model_;
    TableView* table_;
    QLabel* sum_;
    QPushButton* group_;
};

}  // namespace consort

#pragma once
// The Properties dock at the stage Groups: method, sizes, constraints, and what the grouping is worth.
#include <QWidget>

#include "ui/workbench.h"

class QComboBox;
class QSpinBox;
class QVBoxLayout;

namespace consort {

class FactList;

class GroupProperties : public QWidget {
    Q_OBJECT
public:
    explicit GroupProperties(Workbench& workbench, QWidget* parent = nullptr);
    void refresh();

private:
    void refreshConstraints();
    void edit(const std::function<void(GroupRequest&)>& change, const QString& text);

    Workbench& workbench_;
    QComboBox *method_, *metric_;
    QSpinBox *smallest_, *largest_;
    QVBoxLayout* constraints_;
    FactList* quality_;
    bool filling_ = false;
};

}  // namespace consort

#pragma once
// The Properties dock at the stage Groups: method, sizes, constraints, and what the grouping is worth.
#include <QWidget>

#include "ui/workbench.h"

class QComboBox;
class QPushButton;
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
    void connectFields();
    void refreshConstraints();
    void showMethods(const std::vector<Workbench::MethodOutcome>& outcomes);
    static QString toText(const GroupRequest& draft);
    void edit(const std::function<void(GroupRequest&)>& change, const QString& text);

    Workbench& workbench_;
    QComboBox *method_, *metric_;
    QSpinBox *smallest_, *largest_;
    QVBoxLayout* constraints_;
    FactList *quality_, *methods_;
    QPushButton* compare_ = nullptr;
    QString comparedDraft_;  ///< what the comparison shown was made for
    bool filling_ = false;
};

}  // namespace consort

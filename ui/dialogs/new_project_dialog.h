#pragma once
// Asks for what a project is made of: its folder, the base model, and the shape of the adapters.
#include <QDialog>

#include "core/pipeline/project.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace consort {

class OptionsForm;

class NewProjectDialog : public QDialog {
    Q_OBJECT
public:
    NewProjectDialog(const QString& folder, const QString& model, QWidget* parent = nullptr);
    QString folder() const;
    ProjectSettings settings() const;

private:
    QWidget* pathField(QLineEdit* line, const QString& title, const QString& name);
    void check();
    QLineEdit *folder_, *model_;
    OptionsForm* form_;
    QLabel* why_;
    QPushButton* create_;
};

}  // namespace consort

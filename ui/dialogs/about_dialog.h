#pragma once
// Versions and licences; and the diagnostics that a person may send, without any text of a dataset.
#include <QDialog>

namespace consort {

class Workbench;

class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

/// Versions, machine, settings of the project and the log; no rows, prompts or labels.
QString diagnosticsText(const Workbench& workbench, const QString& log);

}  // namespace consort

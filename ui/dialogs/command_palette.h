#pragma once
// Every command and every object of the project by name (Ctrl+Shift+P).
#include <QDialog>

#include "core/pipeline/project_snapshot.h"

class QAction;
class QLineEdit;

namespace consort {

class CellTableModel;
class Commands;
class TableView;

class CommandPalette : public QDialog {
    Q_OBJECT
public:
    CommandPalette(Commands& commands, const ProjectSnapshot* snapshot, QWidget* parent = nullptr);
    QAction* chosenAction() const;
    QString chosenSection() const { return section_; }
    QString chosenObject() const { return object_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void choose(const QString& key);
    Commands& commands_;
    const ProjectSnapshot* snapshot_;
    QLineEdit* line_;
    CellTableModel* model_;
    TableView* table_;
    QString action_, section_, object_;
};

}  // namespace consort

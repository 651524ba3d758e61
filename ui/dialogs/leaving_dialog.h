#pragma once
// Asked when the window is closed while jobs run: keep running, stop and save, or stay.
#include <QDialog>

namespace consort {

class Workbench;

class LeavingDialog : public QDialog {
    Q_OBJECT
public:
    enum class Choice { Cancel, StopAndSave, KeepRunning };
    LeavingDialog(Workbench& workbench, QWidget* parent = nullptr);
    Choice choice() const { return choice_; }

private:
    void choose(Choice choice);
    Choice choice_ = Choice::Cancel;
};

}  // namespace consort

#pragma once
// Language, text size, motion and shortcuts.
#include <QDialog>

namespace consort {

class Commands;

class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(Commands& commands, QWidget* parent = nullptr);

private:
    QWidget* viewPart();
    QWidget* shortcutPart(Commands& commands);
};

}  // namespace consort

#pragma once
// The status bar: device, jobs with a small bar, saved state, free disk, and the buttons of the two lower docks.
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;
class QToolButton;

namespace consort {

class Workbench;

class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(Workbench& workbench, QWidget* parent = nullptr);
    void refresh();
    QToolButton* jobsButton() const { return jobsButton_; }
    QToolButton* logButton() const { return logButton_; }

private:
    Workbench& workbench_;
    QLabel *device_, *jobs_, *left_, *saved_;
    QProgressBar* bar_;
    QToolButton *jobsButton_, *logButton_;
};

/// Short message after an edit, bottom left, with Undo; gone after 6 s.
class Toast : public QWidget {
    Q_OBJECT
public:
    explicit Toast(QWidget* parent);
    void say(const QString& text, bool undoable);
    QString text() const;

Q_SIGNALS:
    void undoWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* text_;
    QPushButton* undo_;
    QTimer* timer_;
};

}  // namespace consort

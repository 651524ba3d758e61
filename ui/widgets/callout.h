#pragma once
// A hint beside a widget, part of a short tour that can be left at any time.
#include <QFrame>
#include <QPointer>
#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace consort {

struct CalloutStep {
    std::function<QWidget*()> target;  ///< null: the step is left out
    QString title, text;
};

/// Steps through hints over a window. Esc or "Leave the tour" ends it; `finished` says so.
class Callout : public QFrame {
    Q_OBJECT
public:
    Callout(QWidget* window, std::vector<CalloutStep> steps);
    void start();
    int step() const { return step_; }

Q_SIGNALS:
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void next();
    void place();

    std::vector<CalloutStep> steps_;
    int step_ = -1;
    QPointer<QWidget> target_;
    QLabel *title_, *text_;
    QPushButton *next_, *leave_;
};

}  // namespace consort

#pragma once
// The bar over the stages: project, undo, the six tabs with their state, search, and the one next step.
#include <QAbstractButton>
#include <QWidget>

#include "ui/stages.h"

class QPushButton;
class QToolButton;

namespace consort {

class Commands;

/// One tab: state icon, title, accent line when it is the present one.
class StageTab : public QAbstractButton {
    Q_OBJECT
public:
    StageTab(Stage stage, QWidget* parent = nullptr);
    void setState(StageState state);
    Stage stage() const { return stage_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Stage stage_;
    StageState state_ = StageState::Open;
};

class StageBar : public QWidget {
    Q_OBJECT
public:
    StageBar(Workbench& workbench, Commands& commands, QWidget* parent = nullptr);
    void setCurrent(Stage stage);
    Stage current() const { return current_; }
    /// Reads states and the next step anew.
    void refresh();
    QPushButton* nextButton() const { return next_; }

Q_SIGNALS:
    void chosen(consort::Stage stage);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Workbench& workbench_;
    Commands& commands_;
    Stage current_ = Stage::Data;
    QToolButton* project_;
    std::vector<StageTab*> tabs_;
    QPushButton *search_, *next_;
};

}  // namespace consort

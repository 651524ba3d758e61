#pragma once
// The welcome page: start in one click, recent projects, how it works.
#include <QFrame>
#include <QWidget>
#include <vector>

class QAction;
class QLineEdit;
class QVBoxLayout;

namespace consort {

class Commands;
class InlineBar;

/// A large button with icon, title, one quiet line and its shortcut.
class ActionCard : public QWidget {
    Q_OBJECT
public:
    ActionCard(QAction* action, const QString& text, bool primary, QWidget* parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QAction* action_;
    QString text_;
    bool primary_, hovered_ = false;
};

/// The four steps, drawn.
class HowItWorks : public QFrame {
    Q_OBJECT
public:
    explicit HowItWorks(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(Commands& commands, QWidget* parent = nullptr);
    void refreshRecent();
    InlineBar* bar() const { return bar_; }

Q_SIGNALS:
    void openWanted(const QString& folder, bool readOnly);
    void locateWanted(const QString& folder);

private:
    QWidget* leftColumn(Commands& commands);
    QWidget* recentColumn();

    InlineBar* bar_;
    QLineEdit* filter_;
    QVBoxLayout* recent_;
    std::vector<QPair<QString, QWidget*>> rows_;
};

}  // namespace consort

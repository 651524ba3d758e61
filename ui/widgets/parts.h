#pragma once
// Small parts that every panel is made of, so that they look and behave alike.
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVector>
#include <functional>

class QAbstractButton;
class QAction;
class QButtonGroup;
class QHBoxLayout;
class QProgressBar;
class QVBoxLayout;

namespace consort {

/// Label in an ink of the theme ("text2", "warn", …); `font` is asked again when the theme changes.
QLabel* textLabel(const QString& text, const QString& ink = {}, std::function<QFont()> font = {});
QPushButton* linkButton(const QString& text);
QPushButton* pushButton(const QString& text, const QString& iconName = {});
QPushButton* primaryButton(const QString& text, const QString& iconName = {});
QToolButton* toolButton(const QString& iconName, const QString& name);
/// Gives a tool button of another class the same look.
void setUpToolButton(QToolButton* button, const QString& iconName, const QString& name);
/// Bounds of a width in u that follow the size of the text; 0: no bound.
void keepWidth(QWidget* widget, double least, double most);
/// The button shows its text only where the row has room for it; else its icon or box alone. Its accessible name stays.
void textWhereRoom(QWidget* row, QAbstractButton* button, const QString& text);
/// Layouts without margins and gaps: a widget's parts touch each other.
QVBoxLayout* plainColumn(QWidget* widget);
QHBoxLayout* plainRow(QWidget* widget);
/// ⓘ that says what a number is, its formula and source: on hover, on a click and as What's This.
QToolButton* infoMark(const QString& about, const QString& text);
QFrame* ruler(Qt::Orientation orientation = Qt::Horizontal);
/// Sets a dynamic property and lets the style sheet see it.
void setLook(QWidget* widget, const char* property, const QVariant& value);

/// Head of a section: title, quiet sub-title, room for controls at the right.
class SectionHead : public QWidget {
    Q_OBJECT
public:
    explicit SectionHead(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setSub(const QString& text);
    void add(QWidget* widget);
    void addLeft(QWidget* widget);  ///< directly behind the sub-title
    QSize minimumSizeHint() const override;

private:
    QLabel* title_;
    QLabel* sub_;
    QHBoxLayout* row_;
};

/// One choice of a few, side by side.
class Segments : public QWidget {
    Q_OBJECT
public:
    Segments(const QString& name, const QVector<QPair<QString, QString>>& choices, QWidget* parent = nullptr);  ///< (id, text)
    QString current() const;
    void setCurrent(const QString& id);

Q_SIGNALS:
    void chosen(const QString& id);

private:
    QButtonGroup* group_;
};

/// What, why, what is safe and one fix, at the object it is about.
class InlineBar : public QFrame {
    Q_OBJECT
public:
    explicit InlineBar(QWidget* parent = nullptr);
    /// kind: "warn", "error", "ok", "info". An empty `fix` shows no button.
    void tell(const QString& kind, const QString& title, const QString& text, const QString& fix = {}, std::function<void()> action = {});
    void setDetails(const QString& details);
    void clear();
    QString title() const { return title_->text(); }
    QString text() const { return text_->text(); }
    QPushButton* fixButton() const { return fix_; }

Q_SIGNALS:
    void logWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString kind_, details_;
    QLabel* title_;
    QLabel* text_;
    QPushButton *fix_, *log_, *copy_, *close_;
    std::function<void()> action_;
};

/// A panel without content yet: what would be here, what it costs, one button.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& iconName, const QString& title, const QString& text, const QString& button, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setTitle(const QString& title);
    /// The button triggers a command and is enabled as the command is.
    void bind(QAction* action);
    QPushButton* button() const { return button_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString icon_;
    QLabel *title_, *text_;
    QPushButton* button_;
};

/// Stage, done/total, rate, time left, and cancel.
class ProgressStrip : public QWidget {
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);
    void show(const QString& title, double share, const QString& detail, bool cancellable = true);

Q_SIGNALS:
    void cancelled();

private:
    QLabel *title_, *detail_;
    QProgressBar* bar_;
    QPushButton* cancel_;
};

/// Name and value rows, value right aligned; an empty value makes a heading.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    struct Fact {
        QString name, value, ink, tip;
        bool operator==(const Fact&) const = default;
    };
    void setFacts(const QVector<Fact>& facts);
    const QVector<Fact>& facts() const { return facts_; }

private:
    static QWidget* lineOf(const Fact& fact);
    QVector<Fact> facts_;
    QVBoxLayout* column_;
};

}  // namespace consort

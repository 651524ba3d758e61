#pragma once
// The Log dock: what happened in the project and in this window, newest last.
#include <QWidget>

#include "ui/workbench.h"

class QPlainTextEdit;

namespace consort {

class LogDock : public QWidget {
    Q_OBJECT
public:
    explicit LogDock(QWidget* parent = nullptr);
    void setProjectLines(const std::vector<std::string>& lines);
    /// level: "info", "warning", "error".
    void append(const QString& level, const QString& text);
    QString text() const;
    void showEnd();

private:
    struct Line {
        QString level, text;
    };
    bool isWanted(const Line& line) const;
    void showLine(const Line& line);
    void rebuild();
    std::vector<Line> project_, window_;
    QString level_ = QStringLiteral("info"), filter_;
    QPlainTextEdit* view_;
};

}  // namespace consort

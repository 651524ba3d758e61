#pragma once
// Takes a plot out of the window: a click asks for a file, a drag carries one.
#include <QPoint>
#include <QTemporaryDir>
#include <QToolButton>
#include <functional>
#include <memory>

namespace consort {

class ExportButton : public QToolButton {
    Q_OBJECT
public:
    /// `save` writes the plot as the file's ending says (png, svg, pdf, csv) and returns false where it cannot. `file` is the name that
    /// is suggested and carried.
    ExportButton(const QString& name, const QString& file, std::function<bool(const QString&)> save, QWidget* parent = nullptr);
    /// The file that a drag carries, written now; empty where it could not be.
    QString carried();

Q_SIGNALS:
    void failed(const QString& file);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void ask();
    QString file_;
    std::function<bool(const QString&)> save_;
    std::unique_ptr<QTemporaryDir> folder_;
    QPoint pressed_;
};

}  // namespace consort

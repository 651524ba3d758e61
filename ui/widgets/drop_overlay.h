#pragma once
// Dims the window while something is dragged over it and names what letting go will do.
#include <QStringList>
#include <QVector>
#include <QWidget>

namespace consort {

struct DropLine {
    QString icon, title, text;
    bool understood = true;
};

class DropOverlay : public QWidget {
    Q_OBJECT
public:
    explicit DropOverlay(QWidget* parent);
    /// Before the paths have been looked at: only their names.
    void showNames(const QStringList& names);
    void showLines(const QString& title, const QVector<DropLine>& lines);
    QString title() const { return title_; }
    const QVector<DropLine>& lines() const { return lines_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    static void drawLine(QPainter& painter, const DropLine& line, const QRectF& place);
    QString title_;
    QVector<DropLine> lines_;
};

}  // namespace consort

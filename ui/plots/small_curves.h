#pragma once
// A small plot with a head: one of many that share their look.
#include <QWidget>

#include "ui/plots/curve_data.h"

namespace consort {

class SmallCurves : public QWidget {
    Q_OBJECT
public:
    explicit SmallCurves(QWidget* parent = nullptr);
    /// `group` −1: no chip. `value` stands at the right of the head.
    void setContent(const QString& title, int group, const QString& value, const QVector<Curve>& curves);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawHead(QPainter& painter) const;
    QString title_, value_;
    int group_ = -1;
    QVector<Curve> curves_;
};

}  // namespace consort

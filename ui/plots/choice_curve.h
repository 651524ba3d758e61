#pragma once
// How many groups: the predicted curve over the slider that chooses on it, on one axis.
#include <QSlider>
#include <QVector>
#include <functional>

namespace consort {

struct ChoicePoint {
    int choice = 0;
    double value = 0, low = 0, high = 0;
    bool knee = false;
    bool operator==(const ChoicePoint&) const = default;
};

/// A slider whose handle runs below the points of a curve. Arrow keys, Home, End and the mouse choose; values without a point can be
/// chosen too.
class ChoiceCurve : public QSlider {
    Q_OBJECT
public:
    explicit ChoiceCurve(QWidget* parent = nullptr);
    /// `baseline`: dashed line with its label; NaN: none. `format` writes values of the axis.
    void setPoints(const QVector<ChoicePoint>& points, double baseline, const QString& baselineLabel, std::function<QString(double)> format);
    const QVector<ChoicePoint>& points() const { return points_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QRectF plotArea() const;
    double xOf(int choice) const;
    double yOf(double value) const;
    std::pair<double, double> range() const;
    void chooseAt(double x);
    void drawGrid(QPainter& painter) const;
    void drawCurve(QPainter& painter) const;
    void drawSlider(QPainter& painter) const;

    QVector<ChoicePoint> points_;
    double baseline_ = 0;
    QString baselineLabel_;
    std::function<QString(double)> format_;
};

}  // namespace consort

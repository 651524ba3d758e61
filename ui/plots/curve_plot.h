#pragma once
// Curves over optimiser steps: smoothed over raw, log scale, crosshair with a card, curves that can be hidden.
#include <QSet>
#include <QWidget>

#include "ui/plots/curve_data.h"

class QCustomPlot;
class QCPItemLine;
class QLabel;

namespace consort {

class CurvePlot : public QWidget {
    Q_OBJECT
public:
    explicit CurvePlot(const QString& name, QWidget* parent = nullptr);
    ~CurvePlot() override;
    /// Curves that did not change are not drawn anew; replots at most 30 a second.
    void setCurves(const QVector<Curve>& curves);
    const QVector<Curve>& curves() const { return curves_; }
    void setSmoothing(double weight);  ///< 0 … 0.99
    void setLogarithmic(bool on);
    void setHidden(const QString& id, bool hidden);
    void setAxisLabel(const QString& text);
    /// What the card at the crosshair says; empty where it is not over the plot.
    QString cardText() const;
    /// Moves the crosshair to a step, as the mouse does.
    void showStep(double step);
    /// Picture by the file's ending: png, svg or pdf; any other: `csv`. Returns false where it could not be written.
    bool saveTo(const QString& file, const QString& csv) const;
    int replots() const { return replots_; }
    double replotTime() const;  ///< ms that the last one took

    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyInks();
    void rebuild();
    void redraw();
    void scheduleReplot();
    void hideCard();

    QCustomPlot* plot_;
    QCPItemLine* cross_;
    QLabel* card_;
    QVector<Curve> curves_, smooth_;  ///< as given, and smoothed by `smoothing_`
    QSet<QString> hidden_;
    double smoothing_ = 0.9;
    bool logarithmic_ = false, pending_ = false;
    double step_ = -1;
    int replots_ = 0;
};

}  // namespace consort

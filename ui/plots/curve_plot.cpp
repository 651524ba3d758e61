#include "ui/plots/curve_plot.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSvgGenerator>
#include <QTimer>
#include <QVBoxLayout>
#include <cmath>

#include "ui/number_format.h"
#include "ui/plots/qcp.h"
#include "ui/save_text.h"
#include "ui/theme/group_ink.h"
#include "ui/theme/theme.h"

namespace consort {
namespace {

constexpr int kFrame = 33;  ///< ms between two replots: at most 30 a second

constexpr qsizetype kFineCurves = 12;  ///< more curves would hide each other's raw values: they are left to the card; lines are thin, plain and not smoothed, since wide ones take most of a replot (34 curves: 70 ms against 10)

QColor inkOf(const Curve& curve) { return curve.group >= 0 ? groupInk(curve.group) : inks().text2; }

/// A painted marker of the group at the curve's end.
QCPScatterStyle endMarker(const Curve& curve) {
    static constexpr QCPScatterStyle::ScatterShape kShapes[] = {QCPScatterStyle::ssDisc, QCPScatterStyle::ssSquare, QCPScatterStyle::ssTriangle, QCPScatterStyle::ssDiamond};
    return {kShapes[std::max(0, curve.group) % 4], QPen(inkOf(curve), 2), QBrush(inkOf(curve)), static_cast<double>(theme().u(2))};
}

}  // namespace

CurvePlot::CurvePlot(const QString& name, QWidget* parent) : QWidget(parent), plot_(new QCustomPlot), card_(new QLabel(this)) {
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_);
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setMouseTracking(true);
    plot_->installEventFilter(this);
    plot_->setNoAntialiasingOnDrag(true);
    cross_ = new QCPItemLine(plot_);
    cross_->setVisible(false);
    card_->setProperty("card", true);
    card_->setTextFormat(Qt::RichText);
    card_->setAttribute(Qt::WA_TransparentForMouseEvents);
    card_->hide();
    applyInks();
    connect(&theme(), &Theme::changed, this, [this] {
        applyInks();
        rebuild();
    });
}

CurvePlot::~CurvePlot() = default;

QSize CurvePlot::sizeHint() const { return {theme().u(120), theme().u(70)}; }

void CurvePlot::applyInks() {
    plot_->setBackground(inks().surface);
    cross_->setPen(QPen(inks().text2, 1, Qt::DashLine));
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setTickLabelFont(theme().plot());
        axis->setLabelFont(theme().plot());
        axis->setTickLabelColor(inks().text2);
        axis->setLabelColor(inks().text2);
        axis->setSubTicks(false);
        axis->setTickPen(QPen(inks().axis));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->grid()->setPen(QPen(inks().line, 1));
        axis->ticker()->setTickCount(6);
    }
    plot_->xAxis->setBasePen(QPen(inks().axis));
    plot_->xAxis->grid()->setVisible(false);
    plot_->yAxis->setBasePen(Qt::NoPen);
    plot_->yAxis->setTickPen(Qt::NoPen);
}

void CurvePlot::setCurves(const QVector<Curve>& curves) {
    if (curves == curves_) return;
    curves_ = curves;
    rebuild();
}

void CurvePlot::setSmoothing(double weight) {
    smoothing_ = weight;
    rebuild();
}

void CurvePlot::setLogarithmic(bool on) {
    logarithmic_ = on;
    plot_->yAxis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    plot_->yAxis->setTicker(on ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog) : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    plot_->yAxis->setNumberPrecision(on ? 2 : 6);
    rebuild();
}

void CurvePlot::setHidden(const QString& id, bool hidden) {
    if (hidden) hidden_.insert(id);
    else hidden_.remove(id);
    rebuild();
}

void CurvePlot::setAxisLabel(const QString& text) {
    plot_->xAxis->setLabel(text);
    scheduleReplot();
}

/// For every curve: raw, thin and faint; smoothed above it; a marker at its end.
void CurvePlot::rebuild() {
    plot_->clearGraphs();
    smooth_.clear();
    for (const Curve& curve : curves_) smooth_ << smoothed(curve, smoothing_);
    const bool fine = curves_.size() <= kFineCurves;
    for (qsizetype k = 0; k < curves_.size(); ++k) {
        const Curve& curve = curves_[k];
        if (hidden_.contains(curve.id) || curve.x.isEmpty()) continue;
        QColor faint = inkOf(curve);
        faint.setAlphaF(0.25f);
        if (fine) {
            QCPGraph* raw = plot_->addGraph();
            raw->setPen(QPen(faint, 1));
            raw->setData(curve.x, curve.y, true);
        }
        QCPGraph* smooth = plot_->addGraph();
        smooth->setAntialiased(fine);
        smooth->setPen(QPen(inkOf(curve), fine ? 2 : 1, curve.dotted ? Qt::DotLine : fine ? groupDash(std::max(0, curve.group)) : Qt::SolidLine));
        smooth->setData(smooth_[k].x, smooth_[k].y, true);
        QCPGraph* end = plot_->addGraph();
        end->setLineStyle(QCPGraph::lsNone);
        end->setScatterStyle(endMarker(curve));
        end->addData(smooth_[k].x.last(), smooth_[k].y.last());
    }
    plot_->rescaleAxes();
    plot_->yAxis->scaleRange(1.08, plot_->yAxis->range().center());
    if (logarithmic_) plot_->rescaleAxes();
    scheduleReplot();
}

void CurvePlot::scheduleReplot() {
    if (pending_) return;
    pending_ = true;
    QTimer::singleShot(kFrame, this, [this] {
        pending_ = false;
        redraw();
    });
}

void CurvePlot::redraw() {
    ++replots_;
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

double CurvePlot::replotTime() const { return plot_->replotTime(); }

void CurvePlot::hideCard() {
    step_ = -1;
    card_->hide();
    cross_->setVisible(false);
    scheduleReplot();
}

void CurvePlot::showStep(double step) {
    step_ = std::max(0.0, std::round(step));
    const QCPRange range = plot_->yAxis->range();
    cross_->start->setCoords(step_, range.lower);
    cross_->end->setCoords(step_, range.upper);
    cross_->setVisible(true);
    QString rows;
    for (qsizetype k = 0; k < curves_.size(); ++k) {
        const Curve& curve = curves_[k];
        const double raw = valueAt(curve, step_);
        if (hidden_.contains(curve.id) || !std::isfinite(raw)) continue;
        rows += QStringLiteral("<tr><td><span style='color:%1'>●</span> %2&nbsp;</td><td align=right>%3&nbsp;</td><td align=right>%4</td></tr>")
                    .arg(inkOf(curve).name(), curve.name.toHtmlEscaped(), lossText(valueAt(smooth_[k], step_)), lossText(raw));
    }
    card_->setVisible(!rows.isEmpty());
    card_->setText(QStringLiteral("<b>%1</b><table><tr><td></td><td align=right>%2&nbsp;</td><td align=right>%3</td></tr>%4</table>").arg(tr("Step %1").arg(countText(static_cast<std::int64_t>(step_))), tr("smoothed"), tr("raw"), rows));
    card_->adjustSize();
    const int x = static_cast<int>(plot_->xAxis->coordToPixel(step_)) + theme().u(3);
    card_->move(std::clamp(x, 0, std::max(0, width() - card_->width())), theme().u(3));
    card_->raise();
    scheduleReplot();
}

QString CurvePlot::cardText() const {
    if (!card_->isVisible()) return {};
    QTextDocument document;
    document.setHtml(card_->text());
    return document.toPlainText();
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched == plot_ && event->type() == QEvent::MouseMove) {
        const double x = static_cast<QMouseEvent*>(event)->position().x();
        if (plot_->axisRect()->rect().contains(static_cast<QMouseEvent*>(event)->pos())) showStep(plot_->xAxis->pixelToCoord(x));
        else hideCard();
    }
    if (watched == plot_ && event->type() == QEvent::Leave) hideCard();
    return QWidget::eventFilter(watched, event);
}

/// The crosshair by keyboard: a hundredth of the axis a press, ten times as far with Ctrl.
void CurvePlot::keyPressEvent(QKeyEvent* event) {
    const double stride = std::max(1.0, plot_->xAxis->range().size() / 100) * (event->modifiers() & Qt::ControlModifier ? 10 : 1);
    if (event->key() == Qt::Key_Left) return showStep(std::max(plot_->xAxis->range().lower, step_ - stride));
    if (event->key() == Qt::Key_Right) return showStep(std::min(plot_->xAxis->range().upper, step_ + stride));
    if (event->key() == Qt::Key_Home) return showStep(plot_->xAxis->range().lower);
    if (event->key() == Qt::Key_End) return showStep(plot_->xAxis->range().upper);
    if (event->key() == Qt::Key_Escape && step_ >= 0) return hideCard();
    QWidget::keyPressEvent(event);
}

void CurvePlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    scheduleReplot();
}

bool CurvePlot::saveTo(const QString& file, const QString& csv) const {
    if (file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) return plot_->savePdf(file);
    if (file.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) return plot_->savePng(file, 0, 0, 2);
    if (file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator svg;
        svg.setFileName(file);
        svg.setSize(plot_->size());
        svg.setViewBox(QRect(QPoint(), plot_->size()));
        QCPPainter painter;
        if (!painter.begin(&svg)) return false;
        plot_->toPainter(&painter, plot_->width(), plot_->height());
        return painter.end();
    }
    return saveText(file, csv).isEmpty();
}

}  // namespace consort

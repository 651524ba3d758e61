#include "ui/plots/plot_file.h"

#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QWidget>

#include "ui/save_text.h"

namespace consort {
namespace {

constexpr int kScreenDots = 96;  ///< per inch: a picture on paper is as large as on a plain screen

bool savePng(QWidget& plot, const QString& file) {
    QPixmap picture(plot.size() * 2);
    picture.setDevicePixelRatio(2);
    plot.render(&picture);
    return picture.save(file, "PNG");
}

bool saveSvg(QWidget& plot, const QString& file) {
    QSvgGenerator svg;
    svg.setFileName(file);
    svg.setSize(plot.size());
    svg.setViewBox(plot.rect());
    QPainter painter;
    if (!painter.begin(&svg)) return false;
    plot.render(&painter);
    return painter.end();
}

bool savePdf(QWidget& plot, const QString& file) {
    QPdfWriter pdf(file);
    pdf.setResolution(kScreenDots);
    pdf.setPageSize(QPageSize(QSizeF(plot.size()) / kScreenDots, QPageSize::Inch));
    pdf.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&pdf)) return false;
    plot.render(&painter);
    return painter.end();
}

}  // namespace

bool savePlot(QWidget& plot, const QString& csv, const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QLatin1String("png")) return savePng(plot, file);
    if (ending == QLatin1String("svg")) return saveSvg(plot, file);
    if (ending == QLatin1String("pdf")) return savePdf(plot, file);
    return saveText(file, csv).isEmpty();
}

}  // namespace consort

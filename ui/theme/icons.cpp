#include "ui/theme/icons.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include "ui/theme/theme.h"

namespace consort {
namespace {

QString pathOf(const QString& name) { return QStringLiteral(":/icons/%1.svg").arg(name); }

/// The drawing in one ink; parsed once for each ink.
QSvgRenderer* renderer(const QString& name, const QColor& ink) {
    static QHash<QString, QSvgRenderer*> known;
    const QString key = name + ink.name(QColor::HexArgb);
    if (const auto found = known.constFind(key); found != known.constEnd()) return *found;
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) return nullptr;
    QByteArray text = file.readAll();
    text.replace("#000", ink.name(QColor::HexRgb).toLatin1());
    return known.insert(key, new QSvgRenderer(text)).value();
}

class InkIconEngine : public QIconEngine {
public:
    InkIconEngine(QString name, bool onFill) : name_(std::move(name)), onFill_(onFill) {}
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QColor ink = mode == QIcon::Disabled ? inks().disabled : onFill_ ? inks().onFill : inks().text;
        drawIcon(*painter, name_, ink, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1); }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new InkIconEngine(*this); }

private:
    QString name_;
    bool onFill_;
};

}  // namespace

QIcon icon(const QString& name, bool onFill) { return hasIcon(name) ? QIcon(new InkIconEngine(name, onFill)) : QIcon(); }

void drawIcon(QPainter& painter, const QString& name, const QColor& ink, const QRectF& place) {
    if (QSvgRenderer* drawing = renderer(name, ink)) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        drawing->render(&painter, place);
        painter.restore();
    }
}

bool hasIcon(const QString& name) { return QFile::exists(pathOf(name)); }

}  // namespace consort

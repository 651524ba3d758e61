#include "ui/widgets/export_button.h"

#include <QApplication>
#include <QDrag>
#include <QFileDialog>
#include <QMimeData>
#include <QMouseEvent>

#include "ui/widgets/parts.h"

namespace consort {

ExportButton::ExportButton(const QString& name, const QString& file, std::function<bool(const QString&)> save, QWidget* parent) : QToolButton(parent), file_(file), save_(std::move(save)) {
    setUpToolButton(this, QStringLiteral("export"), name);
    setToolTip(tr("%1. Drag it to a file manager or a document.").arg(name));
    connect(this, &QToolButton::clicked, this, &ExportButton::ask);
}

void ExportButton::ask() {
    const QString file = QFileDialog::getSaveFileName(this, accessibleName(), file_, tr("Picture or table (*.png *.svg *.pdf *.csv)"));
    if (!file.isEmpty() && !save_(file)) Q_EMIT failed(file);
}

QString ExportButton::carried() {
    if (!folder_) folder_ = std::make_unique<QTemporaryDir>();
    const QString file = folder_->filePath(file_);
    return folder_->isValid() && save_(file) ? file : QString();
}

void ExportButton::mousePressEvent(QMouseEvent* event) {
    pressed_ = event->pos();
    QToolButton::mousePressEvent(event);
}

void ExportButton::mouseMoveEvent(QMouseEvent* event) {
    QToolButton::mouseMoveEvent(event);
    if (!(event->buttons() & Qt::LeftButton) || (event->pos() - pressed_).manhattanLength() < QApplication::startDragDistance()) return;
    setDown(false);
    const QString file = carried();
    if (file.isEmpty()) return Q_EMIT failed(QDir::tempPath());
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(file)});
    auto* drag = new QDrag(this);
    drag->setMimeData(data);
    drag->exec(Qt::CopyAction);
}

}  // namespace consort

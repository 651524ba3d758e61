#pragma once
// The built window for tests: a project of a few rows, real events, and a clock on the event loop.
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <memory>

#include "ui/main_window.h"
#include "ui/settings.h"
#include "ui/theme/theme.h"

namespace consort {

inline QString demoFolder() { return qEnvironmentVariable("CONSORT_SOURCE") + QStringLiteral("/resources/demo"); }

/// The longest time that the event loop was not reached.
class StallClock : public QObject {
public:
    StallClock() {
        connect(&timer_, &QTimer::timeout, this, &StallClock::tick);
        timer_.start(5);
        clock_.start();
    }
    qint64 longest() const { return longest_; }
    void restart() {
        longest_ = 0;
        clock_.restart();
    }

private:
    void tick() {
        longest_ = std::max(longest_, clock_.restart());
    }
    QTimer timer_;
    QElapsedTimer clock_;
    qint64 longest_ = 0;
};

/// Copies the first rows of a dataset of the demo into a folder, and returns it.
inline QString smallDataset(const QString& name, const QString& into, int trainRows = 48, int otherRows = 24) {
    const QString folder = into + QLatin1Char('/') + name;
    QDir().mkpath(folder);
    for (const char* split : {"train", "valid", "test"}) {
        QFile from(demoFolder() + QStringLiteral("/%1/%2.jsonl").arg(name, QLatin1String(split))), to(folder + QStringLiteral("/%1.jsonl").arg(QLatin1String(split)));
        if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly)) qFatal("cannot copy %s", qPrintable(from.fileName()));
        const int rows = qstrcmp(split, "train") == 0 ? trainRows : otherRows;
        for (int row = 0; row < rows && !from.atEnd(); ++row) to.write(from.readLine());
    }
    return folder;
}

/// A drop from a file manager: enter, move and drop with urls.
inline void dropUrls(QWidget& window, const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
}

struct Bench {
    explicit Bench(const QString& resources = qEnvironmentVariable("CONSORT_SOURCE") + QStringLiteral("/resources")) : workbench(ComputeSettings{}, resources.toStdString()), window(workbench) {
        window.resize(1440, 900);
        window.show();
    }
    bool isIdle() {
        for (const JobRow& row : workbench.jobs().rows()) {
            if (row.isActive()) return false;
        }
        return true;
    }
    void trigger(const char* command) {
        QAction* action = window.commands().action(QLatin1String(command));
        QVERIFY2(action && action->isEnabled(), command);
        action->trigger();
    }
    QTemporaryDir place;
    Workbench workbench;
    MainWindow window;
};

}  // namespace consort

#define VERIFY_IN(condition, ms) QTRY_VERIFY_WITH_TIMEOUT((condition), ms)

#pragma once
// The built window for tests: a project of a few rows, real events, and a clock on the event loop.
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "ui/main_window.h"
#include "ui/settings.h"
#include "ui/theme/theme.h"

namespace consort {

inline QString demoFolder() { return qEnvironmentVariable("CONSORT_SOURCE") + QStringLiteral("/resources/demo"); }

/// How late an idle thread's beat ever came: what the machine itself took, from every thread alike.
class MachineNoise {
public:
    MachineNoise() : thread_([this](const std::stop_token& stop) { beat(stop); }) {}
    qint64 longest() const { return longest_.load(); }
    void restart() { longest_ = 0; }

private:
    void beat(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            QElapsedTimer clock;
            clock.start();
            never_.wait_for(lock, stop, std::chrono::milliseconds(5), [] { return false; });
            longest_ = std::max<qint64>(longest_, clock.elapsed() - 5);
        }
    }
    std::atomic<qint64> longest_ = 0;
    std::mutex mutex_;
    std::condition_variable_any never_;
    std::jthread thread_;
};

/// The longest time between two beats of the event loop, less the time in which the thread was ready to run
/// and the system ran something else: what is left the program itself has spent, in code or in waiting.
class StallClock : public QObject {
public:
    StallClock() {
        connect(&timer_, &QTimer::timeout, this, &StallClock::tick);
        timer_.start(5);
        restart();
    }
    qint64 longest() const { return longest_ / 1000000; }
    /// The figure as text, with the place.
    QString told() const { return QStringLiteral("%1 ms in %2, %3 ms of them may be the machine's").arg(longest()).arg(place_).arg(noise_.longest()); }
    /// No stall above `limit` ms, but for what an idle thread had to wait too.
    bool isSmooth(qint64 limit = 100) const { return longest() <= limit + noise_.longest(); }
    void restart() {
        noise_.restart();
        longest_ = 0;
        waited_ = waited();
        clock_.restart();
    }

private:
    void tick() {
        const qint64 passed = clock_.nsecsElapsed(), now = waited(), own = passed - (now - waited_);
        clock_.restart();
        waited_ = now;
        if (own <= longest_) return;
        longest_ = own;
        place_ = QString::fromLatin1(QTest::currentTestFunction());
    }
    /// Nanoseconds this thread has waited for a core so far; 0 where the system does not tell.
    static qint64 waited() {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        if (!file.open(QIODevice::ReadOnly)) return 0;
        return file.readAll().split(' ').value(1).toLongLong();
    }
    MachineNoise noise_;
    QTimer timer_;
    QElapsedTimer clock_;
    qint64 longest_ = 0, waited_ = 0;
    QString place_;
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

/// Buttons in sight that are narrower than their text; empty where there are none.
inline QString clippedButtons(const QWidget& window) {
    QStringList clipped;
    for (QPushButton* button : window.findChildren<QPushButton*>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width()) clipped << QStringLiteral("%1: %2 of %3").arg(button->text()).arg(button->width()).arg(button->sizeHint().width());
    }
    return clipped.join(QStringLiteral("; "));
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

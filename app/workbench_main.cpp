// consort-workbench: the window.
#include <QApplication>
#include <QCommandLineParser>
#include <QFontDatabase>
#include <cstdio>
#include <cstdlib>

#include "app/program_resources.h"
#include "core/pipeline/project.h"
#include "ui/main_window.h"
#include "ui/settings.h"
#include "ui/theme/theme.h"
#include "ui/tour/tour.h"
#include "ui/translations.h"

namespace consort {
namespace {

/// An exception that reaches the event loop ends in the log and on stderr, never in the end of the program.
class Application : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        try {
            return QApplication::notify(receiver, event);
        } catch (const std::exception& e) {
            qCritical("consort-workbench: internal error: %s (please report this)", e.what());
            return false;
        }
    }
};

struct Arguments {
    QStringList paths;
    QString tour;
    bool safeMode = false;
};

Arguments parsed(QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The window of Consort: drop datasets, see who helps whom, choose groups, train, weigh and export."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption tour(QStringLiteral("tour"), QStringLiteral("Run the sample through every stage and save a numbered picture of each screen in DIR, then end."), QStringLiteral("DIR"));
    const QCommandLineOption safe(QStringLiteral("safe-mode"), QStringLiteral("Start with default settings and layout; nothing of them is read or written."));
    parser.addOption(tour);
    parser.addOption(safe);
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("A project folder to open, or datasets and a base model to start with."), QStringLiteral("[PATH…]"));
    parser.process(application);
    return {parser.positionalArguments(), parser.value(tour), parser.isSet(safe)};
}

/// Without a display the pictures can still be made; a person needs one.
bool hasDisplay(int argc, char** argv) {
    if (std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY") || std::getenv("QT_QPA_PLATFORM")) return true;
    for (int k = 1; k < argc; ++k) {
        const QByteArray argument(argv[k]);
        if (argument.startsWith("--tour") || argument == "--help" || argument == "--version" || argument == "-h" || argument == "-v" || argument == "-platform") {
            if (argument != "-platform") ::setenv("QT_QPA_PLATFORM", "offscreen", 0);
            return true;
        }
    }
    return false;
}

void identify() {
    QApplication::setOrganizationName(QStringLiteral("Consort"));
    QApplication::setApplicationName(QStringLiteral("consort-workbench"));
    QApplication::setApplicationDisplayName(QStringLiteral("Consort"));
    QApplication::setApplicationVersion(QString::fromStdString(versionText()).section(QLatin1Char(' '), 1));
}

int run(int argc, char** argv) {
    if (!hasDisplay(argc, argv)) {
        std::fputs("consort-workbench: there is no display here; start it in a desktop session, or on a virtual one (xvfb-run consort-workbench)\n", stderr);
        return 2;
    }
    identify();
    Application application(argc, argv);
    const Arguments arguments = parsed(application);
    Settings::ignore(arguments.safeMode || !arguments.tour.isEmpty());
    installTranslations(application, Settings::language());
    theme().setMode(Settings::themeMode());
    theme().setPointSize(Settings::pointSize());
    theme().setReducedMotion(Settings::reducedMotion());
    if (!arguments.tour.isEmpty() && QFontDatabase::hasFamily(QStringLiteral("Inter"))) QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    theme().install(application);
    Workbench workbench(ComputeSettings{}, resourcesFolder());
    MainWindow window(workbench);
    window.show();
    if (!arguments.tour.isEmpty()) return runTour(window, arguments.tour);
    if (!arguments.paths.isEmpty()) window.takePaths(arguments.paths);
    return QApplication::exec();
}

}  // namespace
}  // namespace consort

int main(int argc, char** argv) {
    return consort::run(argc, argv);
}

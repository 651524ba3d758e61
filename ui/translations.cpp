#include "ui/translations.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QTranslator>
#include <vector>

namespace consort {
namespace {

/// Every text as "[Ťêxt~~~]": a third longer, with accents, so that what does not fit or is not translatable shows.
class PseudoTranslator : public QTranslator {
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        static const QString plain = QStringLiteral("aeiouAEIOUcsz"), accented = QStringLiteral("áéíóúÁÉÍÓÚçšž");
        QString text = QString::fromUtf8(source);
        for (QChar& letter : text) {
            if (const auto at = plain.indexOf(letter); at >= 0) letter = accented[at];
        }
        return QStringLiteral("[%1%2]").arg(text, QString(text.size() / 3, QLatin1Char('~')));
    }
};

/// One translation for one text, whatever class says it: the files hold a single context.
class OneContextTranslator : public QTranslator {
public:
    using QTranslator::QTranslator;
    QString translate(const char*, const char* source, const char* disambiguation, int n) const override { return QTranslator::translate("Consort", source, disambiguation, n); }
};

}  // namespace

QStringList languages() { return {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("es"), QStringLiteral("fr"), QStringLiteral("zh"), QStringLiteral("ja")}; }

QString languageTitle(const QString& code) {
    static const QStringList titles{QStringLiteral("English"), QStringLiteral("Deutsch"), QStringLiteral("Español"), QStringLiteral("Français"), QStringLiteral("中文"), QStringLiteral("日本語")};
    const auto at = languages().indexOf(code);
    return at < 0 ? code : titles[at];
}

void installTranslations(QApplication& application, const QString& language) {
    static std::vector<QPointer<QTranslator>> installed;
    for (const auto& translator : installed) delete translator;
    installed.clear();
    const auto install = [&](QTranslator* translator) {
        application.installTranslator(translator);
        installed.push_back(translator);
    };
    const QString code = language.isEmpty() ? QLocale::system().name().section(QLatin1Char('_'), 0, 0) : language;
    if (code == QLatin1String("pseudo")) return install(new PseudoTranslator(&application));
    auto* qt = new QTranslator(&application);
    if (qt->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) install(qt);
    auto* own = new OneContextTranslator(&application);
    if (own->load(QStringLiteral(":/translations/consort_%1.qm").arg(languages().contains(code) ? code : QStringLiteral("en")))) install(own);
    if (!language.isEmpty()) QLocale::setDefault(QLocale(code));
}

}  // namespace consort

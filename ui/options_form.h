#pragma once
// A form made from the engine's own option list, so that window, help and stored configuration cannot drift apart.
#include <QStringList>
#include <QWidget>
#include <map>

#include "core/base/options.h"

class QLabel;
class QPushButton;

namespace consort {

/// Wrong text stays and is explained; a field that differs from its default carries a dot and a reset.
class OptionsForm : public QWidget {
    Q_OBJECT
public:
    /// Shows only the options named in `shown`, in that order.
    OptionsForm(const std::vector<OptionSpec>& specs, const QStringList& shown, QWidget* parent = nullptr);
    /// Raw texts by option name, as the command line would give them; unset ones are absent.
    Value given() const;
    /// Empty where every field is valid, else the first complaint.
    QString complaint() const;
    void setText(const QString& option, const QString& text);

Q_SIGNALS:
    void edited();

private:
    struct Field {
        OptionSpec spec;
        QWidget* editor = nullptr;
        QLabel* why = nullptr;
        QPushButton *reset = nullptr, *fix = nullptr;
    };
    void addField(const OptionSpec& spec);
    QWidget* templateEditor(const OptionSpec& spec);
    QWidget* editorFor(const OptionSpec& spec);
    void check(Field& field);
    static QString textOf(const Field& field);
    static QString defaultText(const OptionSpec& spec);

    std::map<QString, Field> fields_;
    QStringList order_;
};

/// Title of an option in the window's words.
QString optionTitle(const std::string& name);

}  // namespace consort

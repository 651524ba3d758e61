#pragma once
// Every command of the window once: one action, used by menus, tool bars, context menus and the palette alike.
#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <functional>
#include <map>

namespace consort {

struct CommandSpec {
    QString id;        ///< "stage.groups"
    QString text;      ///< with mnemonic
    QString icon;
    QKeySequence keys;
    QString help;      ///< status tip and What's This
};

class Commands : public QObject {
    Q_OBJECT
public:
    /// Actions live on `window` so that their shortcuts work in it.
    explicit Commands(QWidget* window);
    QAction* add(const CommandSpec& spec, std::function<void()> work);
    QAction* action(const QString& id) const;  ///< null where there is none
    const std::vector<QAction*>& all() const { return order_; }
    /// Changes the keys of a command; returns the text of the command that has them already, else an empty text.
    QString setKeys(const QString& id, const QKeySequence& keys);

private:
    QWidget* window_;
    std::map<QString, QAction*> actions_;
    std::vector<QAction*> order_;
};

/// The text of a command without its mnemonic.
QString plainText(const QAction& action);

}  // namespace consort

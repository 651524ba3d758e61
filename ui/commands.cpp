#include "ui/commands.h"

#include <QWidget>

#include "ui/settings.h"
#include "ui/theme/icons.h"

namespace consort {

Commands::Commands(QWidget* window) : QObject(window), window_(window) {}

QAction* Commands::add(const CommandSpec& spec, std::function<void()> work) {
    auto* action = new QAction(spec.text, window_);
    action->setObjectName(spec.id);
    if (!spec.icon.isEmpty()) action->setIcon(icon(spec.icon));
    const QString own = Settings::shortcut(spec.id);
    action->setShortcut(own.isEmpty() ? spec.keys : QKeySequence(own));
    action->setStatusTip(spec.help);
    action->setWhatsThis(spec.help);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? plainText(*action) : QStringLiteral("%1 (%2)").arg(plainText(*action), keys));
    connect(action, &QAction::triggered, this, std::move(work));
    window_->addAction(action);
    actions_[spec.id] = action;
    order_.push_back(action);
    return action;
}

QAction* Commands::action(const QString& id) const {
    const auto found = actions_.find(id);
    return found == actions_.end() ? nullptr : found->second;
}

QString Commands::setKeys(const QString& id, const QKeySequence& keys) {
    for (QAction* other : order_) {
        if (!keys.isEmpty() && other->shortcut() == keys && other->objectName() != id) return plainText(*other);
    }
    action(id)->setShortcut(keys);
    Settings::setShortcut(id, keys.toString());
    return {};
}

QString plainText(const QAction& action) {
    QString text = action.text();
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

}  // namespace consort

#include "ui/docks/log_dock.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace consort {

LogDock::LogDock(QWidget* parent) : QWidget(parent), view_(new QPlainTextEdit) {
    view_->setReadOnly(true);
    view_->setAccessibleName(tr("Log"));
    view_->setFont(theme().code());
    view_->setMaximumBlockCount(5000);
    auto* level = new QComboBox;
    level->setAccessibleName(tr("Lowest level shown"));
    level->addItem(tr("Everything"), QStringLiteral("info"));
    level->addItem(tr("Warnings and errors"), QStringLiteral("warning"));
    level->addItem(tr("Errors"), QStringLiteral("error"));
    auto* filter = new QLineEdit;
    filter->setPlaceholderText(tr("Find in log"));
    filter->setAccessibleName(tr("Find in log"));
    filter->setClearButtonEnabled(true);
    keepWidth(filter, 0, 60);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme().u(2), theme().u(), theme().u(2), theme().u());
    head->addWidget(level);
    head->addWidget(filter);
    head->addStretch();
    auto* column = plainColumn(this);
    column->addLayout(head);
    column->addWidget(view_, 1);
    connect(level, &QComboBox::currentIndexChanged, this, [this, level] {
        level_ = level->currentData().toString();
        rebuild();
    });
    connect(filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_ = text;
        rebuild();
    });
}

/// What is new goes to the end; everything is put in the order of time when the level or the words looked for change.
void LogDock::setProjectLines(const std::vector<std::string>& lines) {
    const bool other = lines.size() < project_.size() || project_.empty() || project_.back().text != QString::fromStdString(lines[project_.size() - 1]);
    if (!other && lines.size() == project_.size()) return;
    const std::size_t known = other ? 0 : project_.size();
    project_.resize(known);
    for (std::size_t k = known; k < lines.size(); ++k) {
        project_.push_back({QStringLiteral("info"), QString::fromStdString(lines[k])});
        if (!other) showLine(project_.back());
    }
    if (other) rebuild();
}

void LogDock::append(const QString& level, const QString& text) {
    window_.push_back({level, QStringLiteral("%1 %2: %3").arg(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), level, text)});
    showLine(window_.back());
}

bool LogDock::isWanted(const Line& line) const {
    const bool high = level_ == QLatin1String("info") || line.level == level_ || (level_ == QLatin1String("warning") && line.level == QLatin1String("error"));
    return high && line.text.contains(filter_, Qt::CaseInsensitive);
}

void LogDock::showLine(const Line& line) {
    if (isWanted(line)) view_->appendPlainText(line.text);
}

void LogDock::rebuild() {
    std::vector<Line> lines = project_;
    lines.insert(lines.end(), window_.begin(), window_.end());
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.text.left(19) < b.text.left(19); });
    QStringList texts;
    for (const Line& line : lines) {
        if (isWanted(line)) texts << line.text;
    }
    view_->setPlainText(texts.join(QLatin1Char('\n')));
    showEnd();
}

QString LogDock::text() const { return view_->toPlainText(); }
void LogDock::showEnd() { view_->verticalScrollBar()->setValue(view_->verticalScrollBar()->maximum()); }

}  // namespace consort

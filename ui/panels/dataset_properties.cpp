#include "ui/panels/dataset_properties.h"

#include "ui/number_format.h"
#include "ui/theme/theme.h"

namespace consort {
namespace {

QString text(const Value& card, const char* key) { return QString::fromStdString(card.stringOr(key, "")); }

QString fieldText(const Value& field) {
    if (field.isString()) return QString::fromStdString(field.asString());
    if (!field.isList()) return QString::fromStdString(toJson(field));
    QStringList names;
    for (const Value& one : field.asList()) names << fieldText(one);
    return names.join(QStringLiteral(", "));
}

void addMapping(QVector<FactList::Fact>& facts, const Value& card) {
    const Value* mapping = card.find("mapping");
    if (!mapping || !mapping->isObject()) return;
    facts.push_back({DatasetProperties::tr("Columns"), {}, {}, {}});
    for (const auto& [role, field] : mapping->asObject()) {
        const QString value = fieldText(field);
        if (value != QLatin1String("null")) facts.push_back({QString::fromStdString(role), value, {}, {}});
    }
}

void addLabels(QVector<FactList::Fact>& facts, const Value& card) {
    const Value* balance = card.find("balance");
    if (!balance || !balance->find("train")) return;
    const auto& counts = balance->at("train").asObject();
    if (counts.empty()) return;
    facts.push_back({DatasetProperties::tr("Labels in training"), {}, {}, {}});
    for (std::size_t k = 0; k < counts.size() && k < 12; ++k) facts.push_back({QString::fromStdString(counts[k].first), countText(counts[k].second.asInt()), {}, {}});
    if (counts.size() > 12) facts.push_back({DatasetProperties::tr("more labels"), countText(static_cast<std::int64_t>(counts.size()) - 12), {}, {}});
}

void addFiles(QVector<FactList::Fact>& facts, const Value& card, bool changed) {
    const Value* source = card.find("source");
    if (!source || source->at("files").asList().empty()) return;
    const auto& files = source->at("files").asList();
    std::int64_t bytes = 0;
    for (const Value& file : files) bytes += file.intOr("bytes", 0);
    facts.push_back({DatasetProperties::tr("Size"), DatasetProperties::tr("%n files, %1", nullptr, static_cast<int>(files.size())).arg(byteText(bytes)), {}, QString::fromStdString(files.front().at("path").asString())});
    facts.push_back({DatasetProperties::tr("On disk"), changed ? DatasetProperties::tr("changed") : DatasetProperties::tr("unchanged"), changed ? QStringLiteral("warn") : QStringLiteral("ok"), {}});
}

}  // namespace

DatasetProperties::DatasetProperties(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), title_(textLabel({}, {}, [] { return theme().section(); })), finding_(new InlineBar), facts_(new FactList) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().u(3), theme().u(3), theme().u(3), theme().u(3));
    column->setSpacing(theme().u(3));
    column->addWidget(title_);
    column->addWidget(finding_);
    column->addWidget(facts_);
    column->addStretch();
    refresh();
}

void DatasetProperties::showDataset(const QString& name) {
    name_ = name;
    refresh();
}

void DatasetProperties::refresh() {
    const Value* card = nullptr;
    if (const auto& snapshot = workbench_.snapshot()) {
        for (const Value& one : *snapshot->datasets) {
            if (text(one, "name") == name_) card = &one;
        }
    }
    if (!card) {
        title_->setText(tr("Choose a dataset"));
        finding_->clear();
        return facts_->setFacts({});
    }
    title_->setText(name_);
    const Value* warnings = card->find("warnings");
    QStringList found;
    for (std::size_t k = 0; warnings && warnings->isList() && k < warnings->asList().size(); ++k) found << QString::fromStdString(warnings->asList()[k].asString());
    if (found.isEmpty()) finding_->clear();
    else finding_->tell(QStringLiteral("warn"), tr("%n findings", nullptr, static_cast<int>(found.size())), found.join(QLatin1Char('\n')));
    const Value& rows = card->at("rows");
    const double total = rows.doubleOr("train", 0) + rows.doubleOr("valid", 0) + rows.doubleOr("test", 0);
    const Value *duplicates = card->find("duplicates"), *within = duplicates ? duplicates->find("within") : nullptr, *between = duplicates ? duplicates->find("between") : nullptr;
    QVector<FactList::Fact> facts = {
        {tr("Schema"), text(*card, "schema").replace(QLatin1Char('_'), QLatin1Char(' ')), {}, {}},
        {tr("Match"), percentText(card->doubleOr("confidence", 1), 0), {}, tr("How sure the detection is, from the columns' names and contents")},
    };
    addMapping(facts, *card);
    facts.push_back({tr("Checks"), {}, {}, {}});
    const double cut = total > 0 ? card->doubleOr("truncated", 0) / total : 0;
    facts.push_back({tr("Rows cut"), tr("%1, %2").arg(percentText(cut), countText(card->intOr("truncated", 0))), cut > 0.01 ? QStringLiteral("warn") : QString(), {}});
    facts.push_back({tr("Rows set aside"), countText(card->intOr("setAside", card->intOr("set_aside", 0))), {}, tr("Their answer does not fit the token limit")});
    if (within) facts.push_back({tr("Duplicate rows in training"), countText(within->intOr("train", 0)), {}, {}});
    if (between) facts.push_back({tr("Test rows seen in training"), countText(between->intOr("train_test", 0)), between->intOr("train_test", 0) > 0 ? QStringLiteral("warn") : QString(), {}});
    addLabels(facts, *card);
    facts.push_back({tr("File"), {}, {}, {}});
    facts.push_back({tr("Content"), QStringLiteral("sha256 ") + text(*card, "sha256").left(8), {}, text(*card, "sha256")});
    addFiles(facts, *card, workbench_.snapshot()->changedSources->count(name_.toStdString()) > 0);
    if (!text(*card, "licence").isEmpty()) facts.push_back({tr("Licence"), text(*card, "licence"), {}, {}});
    facts_->setFacts(facts);
}

}  // namespace consort

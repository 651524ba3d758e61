#include "ui/bundle_view.h"

#include <QCoreApplication>
#include <map>

#include "ui/number_format.h"

namespace consort {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Bundle", text); }

QString artefactTitle(const QString& artefact) {
    if (artefact == QLatin1String("cat")) return tr("Merged adapter, cat");
    if (artefact == QLatin1String("logits")) return tr("Logits ensemble");
    if (artefact.startsWith(QLatin1String("adapters/"))) return tr("Member adapter %1").arg(artefact.mid(9));
    if (artefact.startsWith(QLatin1String("gguf/"))) return tr("GGUF, %1").arg(artefact.mid(5));
    return artefact;
}

QString comparedWith(const QString& artefact) {
    if (artefact == QLatin1String("cat") || artefact == QLatin1String("gguf/cat.gguf")) return tr("Σ of weighted members");
    if (artefact == QLatin1String("logits")) return tr("ensemble in the project");
    return tr("trained adapter");
}

}  // namespace

QString formatTitle(const QString& format) {
    if (format == QLatin1String("gguf")) return tr("GGUF for llama.cpp");
    return format;
}

/// Files by what they are for, with their sizes.
QVector<CellRow> partRows(const Value& bundle) {
    struct Part {
        QString title, detail;
        std::int64_t bytes = 0;
    };
    std::map<int, Part> parts = {{0, {tr("Merged adapter, cat"), tr("PEFT, exact sum of the members"), 0}},
                                 {1, {tr("Member adapters"), tr("PEFT, one a group"), 0}},
                                 {2, {tr("Logits ensemble"), tr("ensemble.py, weights per dataset"), 0}},
                                 {3, {tr("Tokenizer and templates"), tr("as trained"), 0}},
                                 {4, {tr("GGUF for llama.cpp"), tr("LoRA files of the merged adapter and the members"), 0}},
                                 {5, {tr("Tables and cards"), tr("runs.sqlite, affinity, certificate, licences"), 0}}};
    for (const Value& file : bundle.at("files").asList()) {
        const std::string& path = file.at("path").asString();
        const int part = path.rfind("adapter_", 0) == 0 ? 0 : path.rfind("adapters/", 0) == 0 ? 1 : path.rfind("ensemble", 0) == 0 ? 2 : path.find("token") != std::string::npos || path.find("template") != std::string::npos ? 3 : path.rfind("gguf/", 0) == 0 ? 4 : 5;
        parts[part].bytes += file.at("bytes").asInt();
    }
    QVector<CellRow> rows;
    for (const auto& [order, part] : parts) {
        if (part.bytes > 0) rows.push_back({part.title, {Cell{.text = part.title, .second = part.detail, .strong = true}, Cell{.text = byteText(part.bytes), .ink = QStringLiteral("text2")}}});
    }
    return rows;
}

QString usageText(const QString& tab, const QString& base, const QString& bundle, const QString& dataset) {
    if (tab == QLatin1String("peft")) {
        return QStringLiteral("from transformers import AutoModelForCausalLM; from peft import PeftModel\nbase  = AutoModelForCausalLM.from_pretrained(\"%1\")\nmodel = PeftModel.from_pretrained(base, \"%2\")\n").arg(base, bundle);
    }
    if (tab == QLatin1String("ensemble")) return QStringLiteral("import sys; sys.path.insert(0, \"%2\")\nimport ensemble\nmodel = ensemble.load(\"%2\", \"%1\")\nlogits = model.logits(prompt, dataset=\"%3\")\n").arg(base, bundle, dataset);
    return QStringLiteral("vllm serve \"%1\" --enable-lora --max-lora-rank 512 \\\n    --lora-modules consort=\"%2\"\n").arg(base, bundle);
}

QVector<CellRow> certificateRows(const Value& bundle) {
    QVector<CellRow> rows;
    for (const Value& one : bundle.at("faithfulness").asList()) {
        const QString artefact = QString::fromStdString(one.at("artefact").asString());
        const auto small = [](double value) { return Cell{.text = value == 0 ? QStringLiteral("0") : QString::number(value, 'g', 2), .sort = value}; };
        rows.push_back({artefact, {Cell{.text = artefactTitle(artefact), .strong = true}, Cell{.text = comparedWith(artefact), .ink = QStringLiteral("text2")}, small(one.doubleOr("max_abs_logit", 0)), small(one.doubleOr("kl", 0)),
                                   Cell{.text = signedText(one.doubleOr("accuracy_delta", 0) * 100, 1)}, Cell{.text = tr("Same"), .icon = QStringLiteral("done"), .chip = QStringLiteral("ok")}}});
    }
    const auto count = static_cast<std::int64_t>(bundle.at("files").asList().size());
    rows.push_back({QStringLiteral("files"), {Cell{.text = tr("All %1 files").arg(countText(count)), .strong = true}, Cell{.text = QStringLiteral("SHA256SUMS"), .ink = QStringLiteral("text2")}, Cell{kMissing}, Cell{kMissing}, Cell{kMissing},
                                              Cell{.text = bundle.intOr("verified", 0) > 0 ? tr("Same") : tr("Written"), .icon = QStringLiteral("done"), .chip = QStringLiteral("ok")}}});
    return rows;
}

QVector<CellRow> fileRows(const Value& bundle) {
    QVector<CellRow> rows;
    for (const Value& file : bundle.at("files").asList()) {
        const QString path = QString::fromStdString(file.at("path").asString());
        rows.push_back({path, {Cell{.text = path, .icon = QStringLiteral("file"), .tip = QString::fromStdString(file.stringOr("sha256", ""))}, Cell{.text = byteText(file.at("bytes").asInt()), .ink = QStringLiteral("text2"), .sort = file.at("bytes").asDouble()}}});
    }
    return rows;
}

}  // namespace consort

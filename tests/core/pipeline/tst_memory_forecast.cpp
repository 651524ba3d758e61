// The forecast of memory against the peaks that the program really reaches.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/pipeline/memory_forecast.h"

using namespace consort;

namespace {

/// Peak bytes of the command line with these arguments; −1 where it failed.
double peakOf(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), qgetenv("CONSORT_BINARY").toStdString());
    const pid_t child = ::fork();
    if (child == 0) {
        std::vector<char*> list;
        for (std::string& argument : arguments) list.push_back(argument.data());
        list.push_back(nullptr);
        if (!std::freopen("/dev/null", "w", stdout)) ::_exit(126);
        ::execv(list[0], list.data());
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? static_cast<double>(usage.ru_maxrss) * 1024 : -1;
}

void writeRows(const std::filesystem::path& file, int rows, int seed) {
    std::ofstream out(file);
    for (int k = 0; k < rows; ++k) out << R"({"text": "Number )" << seed + k << " of the village road was " << (k % 2 ? "kind and warm" : "gloomy and cold") << R"(.", "label": ")" << (k % 2 ? "yes" : "no") << "\"}\n";
}

}  // namespace

class MemoryForecasts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void growsWithTheWork();
    void meetsWhatIsMeasured();
    void letsLargeBasesTrainOnOneGpu();
};

void MemoryForecasts::growsWithTheWork() {
    ModelInfo model;
    model.parameters = 1'000'000;
    model.blockWeights = 900'000;
    for (int k = 0; k < 12; ++k) model.linears.push_back({"model.layers." + std::to_string(k) + ".self_attn.q_proj", 256, 256});
    ProjectSettings settings;
    settings.quantize = "none";
    settings.adapter.targets = {"q_proj"};
    const auto cards = [](int longest) {
        const std::string length = std::to_string(longest);
        return std::vector<Value>{parseJson(R"({"schema": "text", "labels": [], "rows": {"train": 100, "valid": 50, "test": 50}, "tokens": {"mean": )" + length + R"(, "max": )" + length + "}}", "card")};
    };
    const MemoryForecast small = memoryForecast(model, settings, cards(50), 2, nullptr), large = memoryForecast(model, settings, cards(500), 2, nullptr);
    QVERIFY(large.cpu.training > small.cpu.training && large.cpu.gradients > small.cpu.gradients && large.cpu.evaluation > small.cpu.evaluation);
    settings.quantize = "nf4";
    QVERIFY(memoryForecast(model, settings, cards(50), 2, nullptr).cpu.training > small.cpu.training);  // on a CPU the computing copy stays beside the codes
    QVERIFY(small.total > 0);
}

void MemoryForecasts::meetsWhatIsMeasured() {
    if (qEnvironmentVariable("CONSORT_BINARY").isEmpty()) QSKIP("needs the command line: set CONSORT_BINARY");
    QTemporaryDir place;
    const std::filesystem::path folder = place.path().toStdString();
    const std::string project = (folder / "p").string();
    std::vector<std::string> import{"import", project};
    for (int d = 0; d < 2; ++d) {
        const auto data = folder / ("d" + std::to_string(d));
        std::filesystem::create_directory(data);
        writeRows(data / "train.jsonl", 96, 1000 * d);
        writeRows(data / "valid.jsonl", 24, 1000 * d + 300);
        writeRows(data / "test.jsonl", 24, 1000 * d + 500);
        import.push_back(data.string());
    }
    QVERIFY(peakOf({"new", project, "--model", qgetenv("CONSORT_SOURCE").toStdString() + "/resources/demo/public-domain-8m"}) > 0);
    QVERIFY(peakOf(import) > 0);
    const double gradients = peakOf({"estimate", project, "--threads", "2", "--subsets", "3"});
    QVERIFY(peakOf({"group", project, "-m", "2"}) > 0);
    const double training = peakOf({"train", project, "--threads", "2", "--steps", "4", "--lr", "0.001"});
    QVERIFY(peakOf({"combine", project, "--threads", "2"}) > 0);
    const double evaluation = peakOf({"evaluate", project, "--threads", "2"});
    const Project opened = Project::open(project, {});
    std::vector<Value> cards;
    for (const std::string& name : opened.datasetNames()) cards.push_back(opened.store().datasetCard(name));
    const MemoryForecast forecast = memoryForecast(opened.model(), opened.settings(), cards, 2, nullptr);
    // 15 % is the promise, kept where the constants were fitted; on another processor the libraries keep more or less for themselves.
    const auto agree = [](const char* stage, double told, double measured) {
        qInfo("%s: forecast %.0f MB, measured %.0f MB", stage, told / 1e6, measured / 1e6);
        QVERIFY2(measured > 0 && std::abs(told - measured) < 0.25 * measured, stage);
    };
    agree("gradients", forecast.cpu.gradients, gradients);
    agree("training", forecast.cpu.training, training);
    agree("evaluation", forecast.cpu.evaluation, evaluation);
}

/// A llama of these sizes, counted as its files would be.
ModelInfo llama(std::int64_t hidden, std::int64_t layers, std::int64_t heads, std::int64_t kvHeads, std::int64_t inner, std::int64_t vocabulary) {
    ModelInfo model;
    model.family = "llama";
    model.hiddenSize = hidden;
    model.layers = layers;
    model.heads = heads;
    model.kvHeads = kvHeads;
    model.vocabularySize = vocabulary;
    const std::int64_t narrow = hidden / heads * kvHeads;
    for (std::int64_t layer = 0; layer < layers; ++layer) {
        const std::string path = "model.layers." + std::to_string(layer) + ".";
        for (const auto& [name, in, out] : std::vector<std::tuple<std::string, std::int64_t, std::int64_t>>{
                 {"self_attn.q_proj", hidden, hidden}, {"self_attn.k_proj", hidden, narrow}, {"self_attn.v_proj", hidden, narrow}, {"self_attn.o_proj", hidden, hidden},
                 {"mlp.gate_proj", hidden, inner}, {"mlp.up_proj", hidden, inner}, {"mlp.down_proj", inner, hidden}}) {
            model.linears.push_back({path + name, in, out});
            model.blockWeights += in * out;
        }
    }
    model.headWeights = vocabulary * hidden;
    model.parameters = model.blockWeights + 2 * model.headWeights;
    return model;
}

void MemoryForecasts::letsLargeBasesTrainOnOneGpu() {
    ProjectSettings settings;
    settings.quantize = "nf4";
    settings.adapter.targets = {"all-linear"};
    const std::vector<Value> texts{parseJson(R"({"schema": "text", "labels": [], "rows": {"train": 1000, "valid": 100, "test": 100}, "tokens": {"mean": 4096, "max": 4096}})", "card")};
    const StageBytes eight = memoryForecast(llama(4096, 32, 32, 8, 14336, 128256), settings, texts, 2, nullptr).gpu;
    const StageBytes thirtyFour = memoryForecast(llama(8192, 48, 64, 8, 22016, 32000), settings, texts, 2, nullptr).gpu;
    qInfo("8B: training %.1f GB, gradients %.1f GB; 34B: %.1f GB, %.1f GB", eight.training / 1e9, eight.gradients / 1e9, thirtyFour.training / 1e9, thirtyFour.gradients / 1e9);
    QVERIFY(eight.training > 8e9 && eight.training < 16e9);  // codes, embeddings and moments alone are 8
    QVERIFY(thirtyFour.training > 24e9 && thirtyFour.training < 48e9);
    QVERIFY(eight.gradients < 16e9 && thirtyFour.gradients < 48e9 && eight.evaluation < 16e9 && thirtyFour.evaluation < 48e9);
    settings.quantize = "none";
    QVERIFY(memoryForecast(llama(4096, 32, 32, 8, 14336, 128256), settings, texts, 2, nullptr).gpu.training > 16e9);
}

QTEST_GUILESS_MAIN(MemoryForecasts)
#include "tst_memory_forecast.moc"

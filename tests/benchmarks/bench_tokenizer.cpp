// Tokens a second on one core against `tokenizers`, the demo model's vocabulary over English text.
#include <cstdlib>

#include "core/base/files.h"
#include "core/text/tokenizer.h"
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/peer_process.h"

namespace consort::bench {
namespace {

/// The demo's texts: every row of every dataset, again and again with other line ends, so that no long piece repeats at once.
std::string demoText(const std::string& source, std::size_t bytes) {
    std::string text;
    for (int round = 0; text.size() < bytes; ++round) {
        for (const char* name : {"alder", "birch", "cedar", "elm", "hazel", "juniper", "larch", "maple", "poplar", "willow"}) {
            text += readFile(source + "/resources/demo/" + name + "/train.jsonl");
            text += std::to_string(round) + "\n";
        }
    }
    text.resize(bytes);
    return text;
}

}  // namespace

void benchTokenizer(Report& report) {
    const char* source = std::getenv("CONSORT_SOURCE");
    report.begin("Tokenizer", "the demo model's vocabulary, its datasets' files; one thread, process CPU time");
    if (!source) return report.skipped("tokens a second", "CONSORT_SOURCE is not set");
    const std::string folder = std::string(source) + "/resources/demo/public-domain-8m", text = demoText(source, 2'000'000);
    const Tokenizer tokenizer = Tokenizer::fromFolder(folder);
    std::size_t tokens = 0;
    const double seconds = takingTurns(report.rounds(), {[&] { tokens = tokenizer.encode(text).size(); }})[0];
    report.promised("million tokens a second", static_cast<double>(tokens) / seconds / 1e6, Bound::AtLeast, 2, false);
    PeerProcess peer;
    if (!peer.problem().empty()) return report.skipped("tokenizers / ours", peer.problem());
    writeFileAtomically(report.folder() / "text.txt", text);
    Value request;
    request.set("do", "tokenize").set("tokenizer", folder + "/tokenizer.json").set("text", (report.folder() / "text.txt").string());
    std::vector<double> theirs;
    double count = 0;
    for (int round = 0; round < report.rounds(); ++round) {
        const Value answer = peer.ask(request);
        theirs.push_back(answer.at("cpu").asDouble());
        count = answer.at("tokens").asDouble();
    }
    report.promised("tokenizers / ours", median(theirs) / seconds, Bound::AtLeast, 1);
    report.promised("difference of the number of tokens", std::abs(count - static_cast<double>(tokens)), Bound::AtMost, 0, false);
}

}  // namespace consort::bench

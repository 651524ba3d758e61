#include "tests/benchmarks/bench_peers.h"

#include <algorithm>
#include <cmath>

namespace consort::bench {
namespace {

Value rowsValue(const std::vector<Example>& rows) {
    Value list = Value::List{};
    for (const Example& row : rows) list.push(Value(Value::List{Value(row.promptIds), Value(row.targetIds)}));
    return list;
}

std::vector<double> lossesOf(const Value& answer) {
    std::vector<double> losses;
    if (const Value* one = answer.find("loss")) return {one->asDouble()};
    for (const Value& loss : answer.at("losses").asList()) losses.push_back(loss.asDouble());
    return losses;
}

double largestDifference(const std::vector<double>& a, const std::vector<double>& b) {
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t k = 0; k < std::min(a.size(), b.size()); ++k) {
        const double one = std::abs(a[k] - b[k]) / std::max(1.0, std::abs(b[k]));
        largest = one <= largest ? largest : one;  // also NaN
    }
    return largest;
}

}  // namespace

void againstPeer(Report& report, PeerProcess& peer, const PeerCase& one, Value request, const std::vector<Example>& rows, const Adapter& adapter,
                 const ModelInfo& info, const OwnWork& own, double promise) {
    const bool onCpu = std::string(one.device) == "cpu", byCpuTime = onCpu && one.threads == 1;
    const std::string place = onCpu ? std::to_string(one.threads) + (one.threads == 1 ? " thread" : " threads") : one.device;
    const std::string name = std::string(one.model->name) + ", " + one.precision + ", " + place + one.rows;
    const std::string what = name + ": transformers + peft / ours";
    if (!peer.problem().empty()) return report.skipped(what, peer.problem());
    writePeftAdapter(report.folder() / "peer_adapter", adapter, info);
    Value load;
    load.set("do", "load").set("model", folderOf(report, *one.model).string()).set("adapter", (report.folder() / "peer_adapter").string());
    peer.ask(load.set("threads", std::int64_t{one.threads}).set("precision", one.precision).set("device", one.device));
    request.set("rows", rowsValue(rows)).set("lr", 1e-4);
    const Clock clock = byCpuTime ? cpuSeconds : wallSeconds;
    std::vector<double> ours, theirs, firstOurs, firstTheirs;
    for (int round = -1; round < 3 * report.rounds(); ++round) {
        const double begin = clock();
        const std::vector<double> losses = own();
        const double seconds = clock() - begin;
        const Value answer = peer.ask(request);
        if (round < 0) firstOurs = losses, firstTheirs = lossesOf(answer);
        else ours.push_back(seconds), theirs.push_back(answer.at(byCpuTime ? "cpu" : "wall").asDouble());
    }
    report.promised(what, median(theirs) / median(ours), Bound::AtLeast, promise);
    const double tolerance = std::string(one.precision) == "float32" ? 1e-4 : 3e-2;
    report.promised(name + ": largest relative difference of the losses", largestDifference(firstOurs, firstTheirs), Bound::AtMost, tolerance, false);
}

}  // namespace consort::bench

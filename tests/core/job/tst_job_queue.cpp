// JobQueue: lanes, order, states, cancel within one step, the interactive lane's newest request.
#include <QTest>
#include <algorithm>
#include <future>
#include <mutex>
#include <new>
#include <vector>

#include "core/job/job_queue.h"

using namespace consort;

namespace {

/// Everything that was heard, in order.
struct Ear {
    std::mutex mutex;
    std::vector<std::string> heard;
    void add(const std::string& what) {
        const std::lock_guard lock(mutex);
        heard.push_back(what);
    }
    JobObserver observer() {
        JobObserver o;
        o.onState = [this](const JobStatus& s) { add(s.kind + " " + jobStateName(s.state)); };
        o.onMetric = [this](JobId, const MetricPoint& point) { add("metric " + point.name); };
        return o;
    }
    std::vector<std::string> all() {
        const std::lock_guard lock(mutex);
        return heard;
    }
};

/// Work that says when it runs and goes on, step by step, until it is stopped.
struct Endless {
    std::promise<void> started;
    std::function<void(JobContext&)> work() {
        return [this](JobContext& context) {
            started.set_value();
            for (;;) {
                context.throwIfStopped();
                std::this_thread::yield();
            }
        };
    }
    void awaitStart() { started.get_future().wait(); }
};

}  // namespace

class TestJobQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jobsOfALaneRunInOrderOfSubmission();
    void lanesRunBesideEachOther();
    void errorsBecomeFailedWithTheirMessage();
    void aRunningJobIsCancelledAtItsNextStep();
    void aWaitingJobIsCancelledWithoutRunning();
    void theNewestInteractiveRequestOfAKindWins();
    void otherKindsOnTheInteractiveLaneAreKept();
    void doneNeverOvertakesTheLastMetric();
    void closingTheQueueInterruptsWhatRunsAndCancelsWhatWaits();
    void anUnknownJobIsNotFound();
    void cancellingAnEndedJobChangesNothing();
};

void TestJobQueue::jobsOfALaneRunInOrderOfSubmission() {
    Ear ear;
    JobQueue queue(ear.observer());
    JobId last = 0;
    std::vector<int> order;
    for (int i = 0; i < 20; ++i) last = queue.submit({"cpu", "job", [&order, i](JobContext&) { order.push_back(i); }});
    QCOMPARE(queue.wait(last).state, JobState::Done);
    QCOMPARE(order.size(), std::size_t{20});
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestJobQueue::lanesRunBesideEachOther() {
    JobQueue queue({});
    Endless training;
    const JobId first = queue.submit({"cpu", "train", training.work()});
    training.awaitStart();
    const JobId second = queue.submit({kInteractiveLane, "group", [](JobContext&) {}});
    QCOMPARE(queue.wait(second).state, JobState::Done);
    QCOMPARE(queue.status(first).state, JobState::Running);
    queue.cancel(first);
    QCOMPARE(queue.wait(first).state, JobState::Cancelled);
}

void TestJobQueue::errorsBecomeFailedWithTheirMessage() {
    JobQueue queue({});
    const JobId ours = queue.submit({"cpu", "import", [](JobContext&) { throw Error(ErrorCode::InvalidInput, "line 3 is no JSON"); }});
    const JobId memory = queue.submit({"cpu", "train", [](JobContext&) { throw std::bad_alloc(); }});
    const JobId after = queue.submit({"cpu", "group", [](JobContext&) {}});
    QCOMPARE(queue.wait(ours).state, JobState::Failed);
    QCOMPARE(queue.wait(ours).message, std::string("line 3 is no JSON"));
    QCOMPARE(queue.wait(memory).state, JobState::Failed);
    QVERIFY(queue.wait(memory).message.find("memory") != std::string::npos);
    QCOMPARE(queue.wait(after).state, JobState::Done);
}

void TestJobQueue::aRunningJobIsCancelledAtItsNextStep() {
    JobQueue queue({});
    std::promise<void> started, go;
    std::future<void> gate = go.get_future();
    int steps = 0;
    const JobId id = queue.submit({"cpu", "train", [&](JobContext& context) {
        for (;; ++steps) {
            context.throwIfStopped();
            if (steps == 0) {
                started.set_value();
                gate.wait();
            }
        }
    }});
    started.get_future().wait();
    queue.cancel(id);
    go.set_value();
    QCOMPARE(queue.wait(id).state, JobState::Cancelled);
    QCOMPARE(steps, 1);
}

void TestJobQueue::aWaitingJobIsCancelledWithoutRunning() {
    JobQueue queue({});
    Endless first;
    const JobId running = queue.submit({"cpu", "train", first.work()});
    first.awaitStart();
    bool ran = false;
    const JobId waiting = queue.submit({"cpu", "train", [&](JobContext&) { ran = true; }});
    QCOMPARE(queue.status(waiting).state, JobState::Queued);
    queue.cancel(waiting);
    QCOMPARE(queue.status(waiting).state, JobState::Cancelled);
    queue.cancel(running);
    queue.wait(running);
    QVERIFY(!ran);
}

void TestJobQueue::theNewestInteractiveRequestOfAKindWins() {
    JobQueue queue({});
    Endless old, newer;
    int ran = 0;
    const JobId first = queue.submit({kInteractiveLane, "group", old.work()});
    old.awaitStart();
    const JobId second = queue.submit({kInteractiveLane, "group", newer.work()});
    const JobId third = queue.submit({kInteractiveLane, "group", [&](JobContext&) { ran = 3; }});
    QCOMPARE(queue.wait(third).state, JobState::Done);
    QCOMPARE(queue.wait(first).state, JobState::Cancelled);
    QCOMPARE(queue.wait(second).state, JobState::Cancelled);
    QCOMPARE(ran, 3);
}

void TestJobQueue::otherKindsOnTheInteractiveLaneAreKept() {
    JobQueue queue({});
    std::promise<void> started, go;
    std::future<void> gate = go.get_future();
    const JobId group = queue.submit({kInteractiveLane, "group", [&](JobContext& context) {
        started.set_value();
        gate.wait();
        context.throwIfStopped();
    }});
    started.get_future().wait();
    const JobId price = queue.submit({kInteractiveLane, "price", [](JobContext&) {}});
    go.set_value();
    QCOMPARE(queue.wait(group).state, JobState::Done);
    QCOMPARE(queue.wait(price).state, JobState::Done);
}

void TestJobQueue::doneNeverOvertakesTheLastMetric() {
    Ear ear;
    JobQueue queue(ear.observer());
    const JobId id = queue.submit({"cpu", "train", [](JobContext& context) { context.metric({"g1", 1, "train_loss", 0.5}); }});
    queue.wait(id);
    QCOMPARE(ear.all(), (std::vector<std::string>{"train queued", "train running", "metric train_loss", "train done"}));
}

void TestJobQueue::closingTheQueueInterruptsWhatRunsAndCancelsWhatWaits() {
    Ear ear;
    {
        JobQueue queue(ear.observer());
        Endless first;
        queue.submit({"cpu", "first", first.work()});
        first.awaitStart();
        queue.submit({"cpu", "second", [](JobContext&) {}});
    }
    const auto heard = ear.all();
    QCOMPARE(std::count(heard.begin(), heard.end(), "first interrupted"), 1);
    QCOMPARE(std::count(heard.begin(), heard.end(), "second cancelled"), 1);
    QCOMPARE(std::count(heard.begin(), heard.end(), "second running"), 0);
}

void TestJobQueue::anUnknownJobIsNotFound() {
    JobQueue queue({});
    QVERIFY_THROWS_EXCEPTION(Error, queue.status(7));
}

void TestJobQueue::cancellingAnEndedJobChangesNothing() {
    JobQueue queue({});
    const JobId id = queue.submit({"cpu", "group", [](JobContext&) {}});
    queue.wait(id);
    queue.cancel(id);
    QCOMPARE(queue.status(id).state, JobState::Done);
}

QTEST_GUILESS_MAIN(TestJobQueue)
#include "tst_job_queue.moc"

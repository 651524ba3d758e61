#include <QtTest>

#include <atomic>

#include "core/base/error.h"
#include "core/nn/compute_lanes.h"

using namespace consort;

class TestComputeLanes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void smallPiecesGoSideBySideAndLargeOnesOneByOne() {
        std::vector<Lanes> found;
        runLanes({1, 4}, JobContext{}, [&](int, const JobContext&) {
            for (const double flops : {1e8, 5e10, 1e15}) found.push_back(lanesFor(100, flops));
            found.push_back(lanesFor(1, 1e8));
            found.push_back(lanesFor(1, 1e12));
        });
        QVERIFY(found[0].count == 4 && found[0].threadsEach == 1);
        QVERIFY(found[1].count == 4 && found[1].threadsEach == 1);
        QVERIFY(found[2].count == 1 && found[2].threadsEach == 4);
        QVERIFY(found[3].count == 1 && found[3].threadsEach == 1);
        QVERIFY(found[4].count == 1 && found[4].threadsEach == 4);
    }

    void everyLaneRunsOnceAndPiecesInsideAreNotSpreadAgain() {
        std::vector<int> calls(3, 0);
        std::vector<Lanes> inside(3);
        runLanes({3, 1}, JobContext{}, [&](int lane, const JobContext&) {
            ++calls[static_cast<std::size_t>(lane)];
            inside[static_cast<std::size_t>(lane)] = lanesFor(10, 1e8);
        });
        for (std::size_t lane = 0; lane < 3; ++lane) QVERIFY(calls[lane] == 1 && inside[lane].count == 1 && inside[lane].threadsEach == 1);
    }

    void theFirstErrorStopsTheOthersAndComesBack() {
        std::atomic<int> stopped = 0;
        try {
            runLanes({3, 1}, JobContext{}, [&](int lane, const JobContext& job) {
                if (lane == 2) throw Error(ErrorCode::Io, "the disk is full");
                while (!job.stopToken().stop_requested()) std::this_thread::yield();
                ++stopped;
                job.throwIfStopped();
            });
            QFAIL("the error is lost");
        } catch (const Error& e) {
            QCOMPARE(std::string(e.what()), std::string("the disk is full"));
        }
        QCOMPARE(stopped.load(), 2);
    }

    void aStopFromOutsideReachesEveryLane() {
        std::stop_source stop;
        const auto body = [&](int lane, const JobContext& job) {
            if (lane == 0) stop.request_stop();
            while (!job.stopToken().stop_requested()) std::this_thread::yield();
            job.throwIfStopped();
        };
        QVERIFY_EXCEPTION_THROWN(runLanes({2, 1}, JobContext(stop.get_token()), body), Cancelled);
    }

    void callbacksAreNeverTwoAtATimeAndProgressGrows() {
        JobContext job;
        std::atomic<int> inside = 0;
        int notes = 0;
        bool alone = true, grows = true;
        std::int64_t last = 0;
        job.onNote = [&](const std::string&) {
            alone = alone && ++inside == 1;
            ++notes;
            --inside;
        };
        job.onProgress = [&](const Progress& p) {
            grows = grows && p.done == last + 1 && p.total == 4000;
            last = p.done;
        };
        LaneProgress progress("pieces", 4000, "pieces");
        runLanes({4, 1}, job, [&](int, const JobContext& laneJob) {
            for (int i = 0; i < 1000; ++i) {
                laneJob.note("here");
                progress.advance(1, laneJob);
            }
        });
        QVERIFY(alone && grows);
        QCOMPARE(notes, 4000);
        QCOMPARE(last, std::int64_t{4000});
    }
};

QTEST_APPLESS_MAIN(TestComputeLanes)
#include "tst_compute_lanes.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/FlightRecorder.h"
#include "tests/support/Shop.h"

using namespace std::chrono_literals;

namespace {

struct RecorderRig : Shop
{
    MarkStore marks{*database, "1900000001"};
    std::unique_ptr<FlightRecorder> recorder = std::make_unique<FlightRecorder>(marks, clock);

    RecorderRig() { (void)await(store.insert(Orders::fresh(), Orders::created())); }
    void query(const char *outcome = "NOTPAY", qint64 tookMs = 20)
    {
        recorder->repeated({.number = Orders::number(),
                            .at = clock.now(),
                            .source = "wechat",
                            .what = "query",
                            .detail = {.tookMs = tookMs, .outcome = outcome}});
    }
    QList<OrderMark> written() { return *await(marks.of(Orders::number())); }
};

} // namespace

/// The recorder writes in batches, coalesces what is alike, and loses rather than delays.
class FlightRecorderTest : public QObject
{
    Q_OBJECT
private slots:
    void marksAreWrittenTogetherAfterASecond()
    {
        RecorderRig rig;
        rig.recorder->mark(Orders::number(), "server", "order_call");
        rig.pass(400ms);
        rig.recorder->mark(Orders::number(), "notify", "notify_received", {.outcome = "ok"});
        rig.pass(599ms);
        QVERIFY(rig.written().isEmpty());
        rig.pass(1ms);
        const auto written = rig.written();
        QCOMPARE(written.size(), 2);
        QCOMPARE(written[0].what, QString("order_call"));
        QCOMPARE(written[0].at.msecsTo(written[1].at), 400);
        QCOMPARE(written[1].detail.outcome, QString("ok"));
        rig.recorder->mark(Orders::number(), "server", "pushed");
        rig.pass(1s);
        QCOMPARE(rig.written().size(), 3);
    }
    void whatWaitsAtTheEndIsWritten()
    {
        RecorderRig rig;
        rig.recorder->mark(Orders::number(), "server", "order_call");
        rig.query();
        rig.query();
        (void)rig.recorder->flush();
        rig.recorder.reset();
        rig.database->drain();
        QCOMPARE(rig.written().size(), 3);
    }
    void fiveMinutesOfQuestionsStayReadable()
    {
        RecorderRig rig;
        const QDateTime first = rig.clock.now();
        for (int asked = 0; asked < 100; ++asked) {
            rig.query("NOTPAY", asked == 50 ? 900 : 20);
            rig.pass(3s);
        }
        rig.query("SUCCESS");
        QVERIFY(await(rig.recorder->flush()).has_value());
        const auto written = rig.written();
        QVERIFY2(written.size() <= 8, qPrintable(QString::number(written.size())));
        QCOMPARE(written.first().at, first);
        QCOMPARE(written.first().detail.count, 1);
        int asked = 0;
        qint64 longestMs = 0;
        for (const OrderMark &mark : written) {
            asked += mark.detail.count;
            longestMs = std::max(longestMs, mark.detail.tookMs);
        }
        QCOMPARE(asked, 101);
        QCOMPARE(longestMs, 900);
        QCOMPARE(written.last().detail.outcome, QString("SUCCESS"));
        QCOMPARE(written[written.size() - 2].detail.lastAt, first.addMSecs(297'000));
    }
    void anythingElseEndsARun()
    {
        RecorderRig rig;
        for (int asked = 0; asked < 3; ++asked)
            rig.query();
        rig.recorder->mark(Orders::number(), "server", "close_call");
        rig.query();
        (void)await(rig.recorder->flush());
        QStringList counts;
        for (const OrderMark &mark : rig.written())
            counts << QStringLiteral("%1 %2").arg(mark.what).arg(mark.detail.count);
        QCOMPARE(counts, QStringList({"query 1", "query 2", "close_call 1", "query 1"}));
    }
    void aCrashTakesAMinuteOfARunAtMost()
    {
        RecorderRig rig;
        for (int asked = 0; asked < 40; ++asked) {
            rig.query();
            rig.pass(3s);
        }
        rig.pass(2s);
        int asked = 0; // nothing was flushed: this is what is on the disk
        for (const OrderMark &mark : rig.written())
            asked += mark.detail.count;
        QVERIFY2(asked >= 20, qPrintable(QString::number(asked)));
    }
    void whatIsTooMuchIsDropped()
    {
        RecorderRig rig;
        for (int i = 0; i < FlightRecorder::mostWaiting + 5; ++i)
            rig.recorder->mark(Orders::number(), "server", "pushed");
        QCOMPARE(rig.recorder->dropped(), 5);
        (void)await(rig.recorder->flush());
        QCOMPARE(rig.written().size(), OrderMark::mostPerOrder);
    }
    void aStoreThatWillNotHaveThemIsNotAskedAgain()
    {
        RecorderRig rig;
        QVERIFY(await(rig.database->run<void>([](SqlConnection &database) {
            return database.execute(QStringLiteral("ALTER TABLE order_marks RENAME TO elsewhere"));
        })));
        rig.recorder->mark(Orders::number(), "server", "order_call");
        rig.pass(1s);
        QCOMPARE(rig.recorder->dropped(), 1);
        QVERIFY(await(rig.checkout.order(Orders::number()))); // a payment does not mind
        QVERIFY(await(rig.database->run<void>([](SqlConnection &database) {
            return database.execute(QStringLiteral("ALTER TABLE elsewhere RENAME TO order_marks"));
        })));
        rig.recorder->mark(Orders::number(), "server", "pushed");
        rig.pass(1s);
        QCOMPARE(rig.written().size(), 1);
    }
};

QTEST_GUILESS_MAIN(FlightRecorderTest)
#include "tst_flight_recorder.moc"

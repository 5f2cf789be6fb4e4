// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RestartPlan.h"

#include <QObject>
#include <QTest>

using namespace std::chrono_literals;

/// How soon a kiosk's till is started again, and when a person is told that it does not start.
class RestartPlanTest : public QObject
{
    Q_OBJECT
private slots:
    void thePauseDoublesToItsLimit()
    {
        RestartPlan plan;
        for (const auto pause : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
            const auto next = plan.ended(20s, false);
            QVERIFY(!next.tell);
            QCOMPARE(next.pause.count(), RestartPlan::Span(pause).count());
        }
    }
    void whoeverLastedBeginsAnew()
    {
        RestartPlan plan;
        for (int i = 0; i < 4; ++i)
            (void)plan.ended(20s, false);
        QCOMPARE(plan.ended(60s, false).pause.count(), RestartPlan::firstPause.count());
        QCOMPARE(plan.ended(59s, false).pause.count(), 2 * RestartPlan::firstPause.count());
    }
    void aFewEndsAtOnceAreTold()
    {
        RestartPlan plan;
        for (int i = 1; i < RestartPlan::triesAtOnce; ++i)
            QVERIFY(!plan.ended(9s, false).tell);
        const auto told = plan.ended(9s, false);
        QVERIFY(told.tell);
        QCOMPARE(told.pause.count(), RestartPlan::toldPause.count());
        QVERIFY(plan.ended(1s, false).tell); // and each one after it
        QVERIFY(!plan.ended(10s, false).tell); // it had started
        QVERIFY(!plan.ended(9s, false).tell);
    }
    void whatItSaysItselfIsToldAtOnce()
    {
        RestartPlan plan;
        QVERIFY(plan.ended(300ms, true).tell);
        QVERIFY(plan.ended(1h, true).tell);
    }
};

QTEST_APPLESS_MAIN(RestartPlanTest)
#include "tst_restart_plan.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/HurriedClock.h"
#include "tests/window/TillUnderTest.h"

#include <random>

/// "An owner's first ten minutes", part 4 (product.md): the cashier cancels while the customer confirms. Each ends
/// green, or unpaid with the phone refused, or as one case; never as two of these.
class WindowCancelRaceTest : public QObject
{
    Q_OBJECT

    /// Esc for sure at 300 ms, the customer's thumb somewhere from 0 to 600 ms.
    static QFuture<Result<HttpAnswer>> race(TillUnderTest &till, const QString &number, int thumbMs)
    {
        constexpr int cancelMs = 300;
        till.hand().press(Qt::Key_Escape);
        QTest::qWait(std::min(thumbMs, cancelMs));
        if (thumbMs > cancelMs) {
            till.hand().press(Qt::Key_Escape);
            QTest::qWait(std::max(0, thumbMs - cancelMs - Hand::holdMs));
            return till.server.paySoonByNumber(number);
        }
        auto payment = till.server.paySoonByNumber(number);
        QTest::qWait(cancelMs - thumbMs);
        till.hand().press(Qt::Key_Escape);
        return payment;
    }

private slots:
    void twentyTimes()
    {
        HurriedClock clock;
        TillUnderTest till({1366, 768}, &clock);
        std::mt19937_64 dice(4);
        int green = 0;
        int unpaid = 0;
        for (int round = 0; round < 20; ++round) {
            QVERIFY(till.bringUpCode(QString::number(round + 1)));
            const QString number = till.server.newestNumber();
            till.states.clear();
            const int thumbMs = int(dice() % 600);
            const int status = await(race(till, number, thumbMs))->status;
            QVERIFY(till.comesTo(PayState::Ready));
            const auto isGreen = till.states.count(PayState::Paid);
            const auto isUnpaid = till.states.count(PayState::Cancelled);
            const auto what = QStringLiteral("round %1, %2 ms: phone %3, green %4, unpaid %5")
                                  .arg(round)
                                  .arg(thumbMs)
                                  .arg(status)
                                  .arg(isGreen)
                                  .arg(isUnpaid);
            QVERIFY2(isGreen + isUnpaid == 1, qPrintable(what));
            QVERIFY2(status == (isGreen ? 200 : 409), qPrintable(what));
            QCOMPARE(till.server.state(number), QString(isGreen ? "SUCCESS" : "CLOSED"));
            green += int(isGreen);
            unpaid += int(isUnpaid);
            QCOMPARE(till.announced.size(), green);
        }
        QVERIFY2(green > 0 && unpaid > 0, "it was no race");
        QCOMPARE(till.server.cases().size(), 0);
    }
};

QTEST_MAIN(WindowCancelRaceTest)
#include "tst_window_cancel_race.moc"

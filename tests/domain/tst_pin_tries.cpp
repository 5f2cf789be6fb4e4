// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/PinTries.h"

#include <QTest>

/// What a PIN must be, and how often a wrong one may be tried.
class PinTriesTest : public QObject
{
    Q_OBJECT
private slots:
    void judgesAPin_data()
    {
        QTest::addColumn<bool>("good");
        for (const char *pin : {"135790", "142536", "123457", "112233", "000001", "908172"})
            QTest::newRow(pin) << true;
        for (const char *pin : {"", "12345", "1234567", "123456", "234567", "987654", "654321", "789012", "321098",
                                "111111", "000000", "13579a", "13 579", "-13579", "１３５７９０"})
            QTest::newRow(pin) << false;
    }
    void judgesAPin()
    {
        const auto pin = QString::fromUtf8(QTest::currentDataTag());
        QTEST(checkPin(pin).has_value(), "good");
    }
    void fiveBlockAndFurtherOnesLonger()
    {
        constexpr qint64 now = 1'767'225'600'000;
        PinTries tries;
        QList<qint64> blockedS;
        QList<int> left;
        for (int i = 0; i < 14; ++i) {
            tries = tries.counted(now);
            left << tries.left();
            blockedS << tries.blockedFor(now).count() / 1000;
        }
        QCOMPARE(left, (QList<int>{4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        QCOMPARE(blockedS, (QList<qint64>{0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900}));
    }
    void theBlockEnds()
    {
        constexpr qint64 now = 1'767'225'600'000;
        const PinTries tries = PinTries{.failures = 4}.counted(now);
        QCOMPARE(tries.blockedFor(now + 29'999).count(), 1);
        QCOMPARE(tries.blockedFor(now + 30'000).count(), 0);
    }
    void aClockThatWasSetBackBlocksNobodyForADay()
    {
        constexpr qint64 now = 1'767'225'600'000;
        const PinTries tries = PinTries{.failures = 4}.counted(now);
        QVERIFY(tries.blockedFor(now - 86'400'000) <= PinTries::longestBlock);
    }
    void manyYearsOfTriesOverflowNothing()
    {
        const PinTries tries = PinTries{.failures = 1'000'000'000}.counted(1'000);
        QCOMPARE(tries.blockedFor(1'000), std::chrono::milliseconds(PinTries::longestBlock));
    }
};

QTEST_GUILESS_MAIN(PinTriesTest)
#include "tst_pin_tries.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/LineLimit.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

class LineLimitTest : public QObject
{
    Q_OBJECT
private slots:
    void leavesOutAndSaysHowMany()
    {
        VirtualClock clock;
        LineLimit lines(3, clock);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(lines.next(), std::optional(0));
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(lines.next(), std::nullopt);
        clock.advance(std::chrono::seconds(60));
        QCOMPARE(lines.next(), std::optional(1000));
        QCOMPARE(lines.next(), std::optional(0));
    }
};

QTEST_GUILESS_MAIN(LineLimitTest)
#include "tst_line_limit.moc"

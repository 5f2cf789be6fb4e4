// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/World.h"

#include <QHashFunctions>
#include <QLoggingCategory>
#include <QTest>

/// A seed that fails must fail again, so the same seed is the same day, step by step.
class SameSeedTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void playsTheSameDay();

private:
    struct Played
    {
        quint64 number;
        qint64 steps;
    };
    static Played play(quint64 seed)
    {
        World world(seed);
        if (!world.play(1))
            qWarning("%s", qPrintable(world.trace().whatBroke()));
        return {world.trace().number(), world.trace().steps()};
    }
};

void SameSeedTest::initTestCase()
{
    QHashSeed::setDeterministicGlobalSeed();
    QLoggingCategory::setFilterRules(QStringLiteral("scantill.*=false"));
}

void SameSeedTest::playsTheSameDay()
{
    const Played once = play(11);
    const Played again = play(11);
    QVERIFY(once.steps > 1000);
    QCOMPARE(again.steps, once.steps);
    QCOMPARE(again.number, once.number);
    QVERIFY(play(12).number != once.number);
}

QTEST_GUILESS_MAIN(SameSeedTest)
#include "tst_same_seed.moc"

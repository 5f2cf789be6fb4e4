// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Ids.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QSet>
#include <QTest>

class IdsTest : public QObject
{
    Q_OBJECT
private slots:
    void takesWeChatsCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("order");
        QTest::addColumn<bool>("key");
        QTest::newRow("empty") << "" << false << false;
        QTest::newRow("seed's page") << "1234" << false << true;
        QTest::newRow("shortest") << "123456" << true << true;
        QTest::newRow("all kinds") << "aZ09_-|*" << true << true;
        QTest::newRow("longest order") << QString(32, u'x') << true << true;
        QTest::newRow("longer") << QString(33, u'x') << false << true;
        QTest::newRow("longest key") << QString(64, u'x') << false << true;
        QTest::newRow("too long") << QString(65, u'x') << false << false;
        QTest::newRow("space") << "1234 678" << false << false;
        QTest::newRow("slash") << "1234/678" << false << false;
        QTest::newRow("full-width") << QStringLiteral("１２３４５６") << false << false;
    }
    void takesWeChatsCharacters()
    {
        QFETCH(QString, text);
        QTEST(OutTradeNo::parse(text).has_value(), "order");
        QTEST(WatchKey::parse(text).has_value(), "key");
    }
    void oursSortByTimeAndNeverRepeat()
    {
        VirtualClock clock;
        SeededRandom random;
        QSet<QString> seen;
        auto before = OutTradeNo::make(clock, random);
        for (int i = 0; i < 1000; ++i) {
            clock.advance(std::chrono::milliseconds(1));
            const auto number = OutTradeNo::make(clock, random);
            QVERIFY(OutTradeNo::parse(number.text()));
            QVERIFY(before < number);
            seen.insert(number.text());
            before = number;
        }
        QCOMPARE(seen.size(), 1000);
        // At one and the same moment, only chance tells them apart.
        QVERIFY(OutTradeNo::make(clock, random) != OutTradeNo::make(clock, random));
        QVERIFY(before.tail().toInt() > 0 || before.tail() == QLatin1String("0000"));
    }
};

QTEST_GUILESS_MAIN(IdsTest)
#include "tst_ids.moc"

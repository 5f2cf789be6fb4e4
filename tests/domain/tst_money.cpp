// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "server/domain/Money.h"

#include <QTest>

class MoneyTest : public QObject
{
    Q_OBJECT
private slots:
    void refusesWhatIsOutOfRange()
    {
        QVERIFY(!Money::fromFen(-1));
        QVERIFY(!Money::fromFen(Money::maxFen + 1));
        QCOMPARE(Money::fromFen(Money::maxFen)->fen(), Money::maxFen);
    }
    void neverGoesBelowZero()
    {
        const Money one = *Money::fromFen(1), two = *Money::fromFen(2);
        QVERIFY(!one.minus(two));
        QCOMPARE(two.minus(one)->fen(), 1);
        QCOMPARE(one.plus(two)->fen(), 3);
    }
    void isWrittenAsYuan_data()
    {
        QTest::addColumn<qint64>("fen");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("grouped");
        QTest::newRow("nothing") << qint64(0) << "0.00"
                                 << "0.00";
        QTest::newRow("a fen") << qint64(1) << "0.01"
                               << "0.01";
        QTest::newRow("a coffee") << qint64(3650) << "36.50"
                                  << "36.50";
        QTest::newRow("hundreds") << qint64(99999) << "999.99"
                                  << "999.99";
        QTest::newRow("thousands") << qint64(365000) << "3650.00"
                                   << "3,650.00";
        QTest::newRow("all") << Money::maxFen << "100000000.00"
                             << "100,000,000.00";
    }
    void isWrittenAsYuan()
    {
        QFETCH(qint64, fen);
        QTEST(Money::fromFen(fen)->yuan(), "plain");
        QTEST(Money::fromFen(fen)->yuanGrouped(), "grouped");
    }
    void isReadFromJsonAsWholeFenOnly()
    {
        QCOMPARE(Json::toMoney(QJsonValue(1234))->fen(), 1234);
        QCOMPARE(Json::toMoney(QJsonValue(1234.0))->fen(), 1234);
        QVERIFY(!Json::toMoney(QJsonValue(12.5)));
        QVERIFY(!Json::toMoney(QJsonValue(-1)));
        QVERIFY(!Json::toMoney(QJsonValue(1e300)));
        QVERIFY(!Json::toMoney(QJsonValue(QStringLiteral("1234"))));
        QVERIFY(!Json::toMoney(QJsonValue(true)));
        QVERIFY(!Json::toMoney(QJsonValue()));
    }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "tst_money.moc"

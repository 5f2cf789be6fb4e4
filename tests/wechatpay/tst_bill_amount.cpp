// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/BillAmount.h"

#include <QTest>

/// Yuan as bills write them, to the fen (reference 6.4).
class BillAmountTest : public QObject
{
    Q_OBJECT
private slots:
    void yuanAreWholeFen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("fen");
        const auto row = [](const char *text, qint64 fen) { QTest::newRow(text) << QString::fromUtf8(text) << fen; };
        row("19.90", 1990);
        row("0.00", 0);
        row("0", 0);
        row("0.01", 1);
        row("7.5", 750);
        row("0.29", 29); // what floating point would make 28
        row("1.1500000", 115);
        row("0012.30", 1230);
        row("100000000.00", Money::maxFen);
        for (const char *bad : {"", ".", "1.", ".5", "-1.00", "+1.00", "1.005", "1,000.00", "1e2", " 1.00", "1.00 ",
                                "１.00", "0x10", "100000000.01", "9999999999999.00", "1.0000000000000", "1.000001"})
            row(bad, -1);
    }
    void yuanAreWholeFen()
    {
        QFETCH(QString, text);
        QFETCH(qint64, fen);
        const auto money = BillAmount::money(text);
        QCOMPARE(money ? money->fen() : -1, fen);
    }
    void feesKeepFiveDecimals()
    {
        QCOMPARE(*BillAmount::thousandthsOfFen(QStringLiteral("0.12000")), 12'000);
        QCOMPARE(*BillAmount::thousandthsOfFen(QStringLiteral("-0.06001")), -6'001);
        QCOMPARE(*BillAmount::thousandthsOfFen(QStringLiteral("-0.00000")), 0);
        QVERIFY(!BillAmount::thousandthsOfFen(QStringLiteral("0.000001")));
        QVERIFY(!BillAmount::thousandthsOfFen(QStringLiteral("--1")));
        QVERIFY(!BillAmount::thousandthsOfFen(QStringLiteral("-")));
        QVERIFY(!BillAmount::thousandthsOfFen(QString()));
    }
};

QTEST_GUILESS_MAIN(BillAmountTest)
#include "tst_bill_amount.moc"

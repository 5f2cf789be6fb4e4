// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/HistoryQuery.h"

#include <QTest>

using Kind = HistoryQuery::Kind;

/// One search line for numbers, amounts and times: which of them it is, as far as it has been typed.
class HistoryQueryTest : public QObject
{
    Q_OBJECT
private slots:
    void itIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("what"); // the number, the fen, or "from+seconds"
        const auto row = [](const char *text, Kind kind, const char *what = "") {
            QTest::newRow(*text ? text : "nothing")
                << QString::fromUtf8(text) << int(kind) << QString::fromLatin1(what);
        };
        row("", Kind::Everything);
        row("3", Kind::Amount, "300");
        row("36", Kind::Amount, "3600");
        row("365", Kind::Amount, "36500");
        row("4821", Kind::Number, "4821");
        row("0001", Kind::Number, "0001");
        row("4200001234202611221234567890", Kind::Number, "4200001234202611221234567890");
        row("36.5", Kind::Amount, "3650");
        row("36.50", Kind::Amount, "3650");
        row("36.", Kind::Amount, "3600");
        row("1200.", Kind::Amount, "120000");
        row(".5", Kind::Amount, "50");
        row(".", Kind::Unfinished);
        row("¥", Kind::Unfinished);
        row("¥36.50", Kind::Amount, "3650");
        row("¥1200", Kind::Amount, "120000");
        row("99999999.99", Kind::Amount, "9999999999");
        row("36.505", Kind::NotUnderstood);
        row("3.6.5", Kind::NotUnderstood);
        row("123456789.5", Kind::NotUnderstood);
        row("12-", Kind::NotUnderstood);
        row("10:", Kind::Time, "10:00:00+3600");
        row("10:4", Kind::Time, "10:40:00+600");
        row("10:42", Kind::Time, "10:42:00+60");
        row("9:05", Kind::Time, "09:05:00+60");
        row("10:42:1", Kind::Time, "10:42:10+10");
        row("10:42:13", Kind::Time, "10:42:13+1");
        row("10:42:", Kind::Time, "10:42:00+60");
        row("10:42-11:00", Kind::Time, "10:42:00+1140");
        row("10:-11:", Kind::Time, "10:00:00+7200");
        row("0:00-23:59", Kind::Time, "00:00:00+86400");
        row("10:42-", Kind::Unfinished);
        row("10:42-1", Kind::Unfinished);
        row("10:42-11", Kind::Unfinished);
        row("10:42-25", Kind::NotUnderstood);
        row("11:00-10:42", Kind::NotUnderstood);
        row("10:42-11:00-", Kind::NotUnderstood);
        row("24:00", Kind::NotUnderstood);
        row("10:60", Kind::NotUnderstood);
        row("10:4:1", Kind::NotUnderstood);
        row("10:421", Kind::NotUnderstood);
        row(":42", Kind::NotUnderstood);
        row("1:2:3:4", Kind::NotUnderstood);
    }
    void itIsReadAsItIsTyped()
    {
        QFETCH(QString, text);
        const auto query = HistoryQuery::typed(text);
        QTEST(int(query.kind()), "kind");
        QString what = query.number();
        if (query.kind() == Kind::Amount)
            what = QString::number(query.amount().fen());
        if (query.kind() == Kind::Time)
            what = query.from().toString(QStringLiteral("HH:mm:ss+")) + QString::number(query.seconds());
        QTEST(what, "what");
    }
    void aScanIsAWholeNumber()
    {
        for (const char *number : {"01jd8m2k5q7wxyzabcdefgh4821", "4200001234202611221234567890", "N|1*_-"}) {
            const auto query = HistoryQuery::scanned(QString::fromLatin1(number));
            QCOMPARE(query.kind(), Kind::Number);
            QCOMPARE(query.number(), QString::fromLatin1(number));
        }
        for (const char *none : {"123", "http://weixin.qq.com/r/x", "a b c d"})
            QCOMPARE(HistoryQuery::scanned(QString::fromLatin1(none)).kind(), Kind::NotUnderstood);
        QCOMPARE(HistoryQuery::scanned(QString(65, u'1')).kind(), Kind::NotUnderstood);
    }
    void aPaymentCodeIsNobodysToShow()
    {
        const auto code = HistoryQuery::scanned(QStringLiteral("134567890123456789"));
        QCOMPARE(code.kind(), Kind::PaymentCode);
        QVERIFY(code.number().isEmpty());
        QCOMPARE(HistoryQuery::scanned(QStringLiteral("164567890123456789")).kind(), Kind::Number);
        QCOMPARE(HistoryQuery::scanned(QStringLiteral("13456789012345678")).kind(), Kind::Number);
    }
    void aLineHasAnEnd()
    {
        QCOMPARE(HistoryQuery::typed(QString(64, u'1')).kind(), Kind::Number);
        QCOMPARE(HistoryQuery::typed(QString(65, u'1')).kind(), Kind::NotUnderstood);
    }
};

QTEST_APPLESS_MAIN(HistoryQueryTest)
#include "tst_history_query.moc"

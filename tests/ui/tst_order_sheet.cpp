// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/OrderSheet.h"

#include "tests/support/Orders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using Format = OrderSheet::Format;

/// Orders as lines of a file that a spreadsheet opens as they are, and runs nothing of.
class OrderSheetTest : public QObject
{
    Q_OBJECT

    static Order paid()
    {
        Order order = Orders::fresh("01jd8m2k5q7wxyzabcdefgh4821", 3650);
        order.pickupNo = QStringLiteral("087");
        order.state = TradeState::Refund;
        order.successTime = order.createdAt.addSecs(6);
        order.payerTotal = Orders::fen(3450);
        order.refunded = Orders::fen(805);
        order.transactionId = QStringLiteral("4200001234202611221234567890");
        order.operatorId = QStringLiteral("p1");
        order.terminal = QStringLiteral("till-1");
        order.codeUrl = QStringLiteral("weixin://wxpay/bizpayurl?pr=secret");
        order.payerOpenid = QStringLiteral("oSecret");
        return order;
    }

private slots:
    void aCellIsNeverAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        const auto row = [](const char *text, const char *cell) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(cell);
        };
        row("", "");
        row("36.50", "36.50");
        row("林晓", "林晓");
        row("=1+1", "'=1+1");
        row("+86", "'+86");
        row("-1", "'-1");
        row("@sum", "'@sum");
        row("\t=1", "'\t=1");
        row("'=1", "''=1");
        row("a=1", "a=1");
        row("a,b", "\"a,b\"");
        row("say \"hi\"", "\"say \"\"hi\"\"\"");
        row("two\nlines", "\"two\nlines\"");
        row("=a,b", "\"'=a,b\"");
        row("123456789012345", "123456789012345");
        row("1234567890123456", "`1234567890123456"); // a spreadsheet would round it
    }
    void aCellIsNeverAFormula()
    {
        QFETCH(QString, text);
        QTEST(OrderSheet::cell(text), "cell");
    }
    void theTableHasItsMarkItsHeadsAndYuan()
    {
        const OrderSheet sheet(Format::Csv, {}, {{QStringLiteral("p1"), QStringLiteral("=林晓")}});
        const QByteArray all = sheet.begin() + sheet.lines({paid()}, true) + sheet.end();
        QVERIFY(all.startsWith("\xEF\xBB\xBF"
                               "created_at,paid_at,pickup_no,out_trade_no,transaction_id,tender,amount,payer_total,"
                               "discount,refunded,trade_state,operator,terminal\r\n"));
        const auto lines = QString::fromUtf8(all).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), 3); // the last one is empty
        const auto local = [](const QDateTime &at) {
            return at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        };
        QCOMPARE(lines[1], local(paid().createdAt) + u',' + local(paid().successTime)
                               + QStringLiteral(",087,01jd8m2k5q7wxyzabcdefgh4821,`4200001234202611221234567890,"
                                                "WECHATPAY,36.50,34.50,2.00,8.05,REFUND,'=林晓,till-1")
                                     .replace(QStringLiteral("WECHATPAY"), toText(Tender::WeChatPay)));
        QVERIFY(!all.contains("Secret") && !all.contains("secret"));
    }
    void theWordsAreTheReaders()
    {
        OrderSheet::Words words;
        for (int column = 0; column < OrderSheet::columns; ++column)
            words.heads.append(QStringLiteral("列%1").arg(column));
        words.values.insert(toText(TradeState::Refund), QStringLiteral("有退款"));
        const OrderSheet sheet(Format::Csv, words, {});
        QVERIFY(QString::fromUtf8(sheet.begin()).contains(QStringLiteral("列0,列1")));
        QVERIFY(QString::fromUtf8(sheet.lines({paid()}, true)).contains(QStringLiteral(",有退款,p1,")));
    }
    void jsonIsOneObjectWithoutSecrets()
    {
        const OrderSheet sheet(Format::Json, {}, {});
        const QByteArray all = sheet.begin() + sheet.lines({paid(), paid()}, true) + sheet.lines({}, false)
                               + sheet.lines({paid()}, false) + sheet.end();
        QJsonParseError error;
        const auto orders = QJsonDocument::fromJson(all, &error).object()["orders"].toArray();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(orders.size(), 3);
        QCOMPARE(orders[2].toObject()["amount"].toObject()["total"].toInteger(), 3650);
        QVERIFY(!all.contains("Secret") && !all.contains("secret"));
        QVERIFY(QJsonDocument::fromJson(sheet.begin() + sheet.end(), &error).isObject());
    }
};

QTEST_GUILESS_MAIN(OrderSheetTest)
#include "tst_order_sheet.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "server/domain/OrderMark.h"

#include <QTest>

/// A mark can say only what has a place for it, and no secret has the shape of what it can say.
class OrderMarkTest : public QObject
{
    Q_OBJECT
private slots:
    void whatADetailCanSayComesBack()
    {
        const auto at = QDateTime::fromMSecsSinceEpoch(1'767'225'600'123, Qt::UTC);
        const MarkDetail said{.tookMs = 12, .outcome = "NOTPAY", .count = 40, .lastAt = at, .seq = 3};
        const auto read = MarkDetail::fromJson(said.toJson());
        QVERIFY(read.has_value());
        QCOMPARE(read->tookMs, 12);
        QCOMPARE(read->outcome, QString("NOTPAY"));
        QCOMPARE(read->count, 40);
        QCOMPARE(read->lastAt.toMSecsSinceEpoch(), at.toMSecsSinceEpoch());
        QCOMPARE(read->seq, 3);
        QVERIFY(MarkDetail().toJson().isEmpty());
    }
    void nothingElseIsTaken_data()
    {
        QTest::addColumn<QJsonObject>("detail");
        QTest::newRow("another member") << QJsonObject{{"openid", "o1"}};
        QTest::newRow("a payer as the outcome") << QJsonObject{{"outcome", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}};
        QTest::newRow("a token as the outcome") << QJsonObject{{"outcome", "Yx1kQ-"}};
        QTest::newRow("an address as the outcome") << QJsonObject{{"outcome", "weixin://x"}};
        QTest::newRow("no text as the outcome") << QJsonObject{{"outcome", 5}};
        QTest::newRow("a long outcome") << QJsonObject{{"outcome", QString(33, u'a')}};
        QTest::newRow("a negative time") << QJsonObject{{"took_ms", -1}};
        QTest::newRow("a time over a day") << QJsonObject{{"took_ms", 86'400'001}};
        QTest::newRow("a fraction") << QJsonObject{{"took_ms", 1.5}};
        QTest::newRow("no count") << QJsonObject{{"count", 0}};
        QTest::newRow("too great a count") << QJsonObject{{"count", 1'000'001}};
        QTest::newRow("no sequence") << QJsonObject{{"seq", 0}};
        QTest::newRow("no time") << QJsonObject{{"last_at", "yesterday"}};
    }
    void nothingElseIsTaken()
    {
        QFETCH(QJsonObject, detail);
        const auto read = MarkDetail::fromJson(detail);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    }
    void namesAreSmallLetters()
    {
        QVERIFY(OrderMark::isName("qr_painted"));
        for (const char *wrong : {"", "QR", "qr painted", "qr1", "qr-painted", "üb"})
            QVERIFY2(!OrderMark::isName(QString::fromUtf8(wrong)), wrong);
        QVERIFY(!OrderMark::isName(QString(33, u'a')));
    }
};

QTEST_GUILESS_MAIN(OrderMarkTest)
#include "tst_order_mark.moc"

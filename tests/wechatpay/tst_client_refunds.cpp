// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "tests/wechatpay/RefundReplies.h"
#include "tests/wechatpay/Vectors.h"

#include <QTest>

/// What we ask about refunds, and what we make of a good answer (reference 4.1 to 4.4).
class ClientRefundsTest : public QObject
{
    Q_OBJECT
private slots:
    void theBodyIsTheVectors()
    {
        QCOMPARE(RefundClient::body(RefundReplies::refund(),
                                    QStringLiteral("https://pay.example.test/wechat/refund-notify")),
                 Vectors::body("04_request_refund"));
    }
    void aRefundIsAskedForUnderItsNumber()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &) {
            return merchant.reply(200, RefundReplies::text(RefundReplies::accepted()));
        };
        const auto event = merchant.finish(merchant.pay.provider().refund(RefundReplies::refund()));
        QVERIFY2(event, event ? "" : qPrintable(event.error().message));
        QCOMPARE(event->status, RefundStatus::Processing);
        QCOMPARE(event->witness, Witness::Query);
        QCOMPARE(event->refundId, QStringLiteral("50300002026010100000000000001"));
        QCOMPARE(event->refund.fen(), 990);
        QCOMPARE(event->total.fen(), 1990);
        QCOMPARE(event->payerRefund->fen(), 990);
        QCOMPARE(event->userReceivedAccount, QStringLiteral("支付用户零钱"));
        QVERIFY(!event->foreign);
        const HttpCall call = merchant.transport.calls.constFirst();
        QCOMPARE(call.method, QByteArray("POST"));
        QCOMPARE(call.url.toEncoded(), QByteArray("https://gateway.example.test/v3/refund/domestic/refunds"));
        const auto body = Json::parseObject(call.body);
        QCOMPARE((*body)["notify_url"].toString(), QStringLiteral("https://pay.example.test/wechat/notify"));
    }
    void aRefundIsRepeatedWithTheSameBytes()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.next([](const HttpCall &) { return Error{ErrorCode::Unknown, QStringLiteral("lost")}; });
        merchant.transport.otherwise = [&](const HttpCall &) {
            return merchant.reply(200, RefundReplies::text(RefundReplies::accepted()));
        };
        Refund refund = RefundReplies::refund();
        QVERIFY(merchant.finish(merchant.pay.provider().refund(refund)));
        // What changes in the books between two times of asking is not in the request.
        refund.accepted = true;
        refund.createdAt = merchant.clock.now();
        refund.askAfter = merchant.clock.now().addSecs(60);
        refund.operatorId = QStringLiteral("someone");
        QVERIFY(merchant.finish(merchant.pay.provider().refund(refund)));
        QCOMPARE(merchant.transport.calls.size(), 3);
        for (const HttpCall &call : std::as_const(merchant.transport.calls))
            QCOMPARE(call.body, merchant.transport.calls[0].body);
        QVERIFY(merchant.transport.calls[0].headers.value("Authorization")
                != merchant.transport.calls[1].headers.value("Authorization"));
    }
    void theReasonIsCutBetweenTwoCharacters_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("sent");
        QTest::newRow("eighty bytes stay") << QString(80, u'a') << QString(80, u'a');
        QTest::newRow("of three bytes each") << QString(30, u'退') << QString(26, u'退');
        QTest::newRow("of two") << u'a' + QString(50, u'é') << u'a' + QString(39, u'é');
        QTest::newRow("no emoji, no line") << QStringLiteral("退\n款🍵") << QStringLiteral("退款");
    }
    void theReasonIsCutBetweenTwoCharacters()
    {
        QFETCH(QString, given);
        QFETCH(QString, sent);
        Refund refund = RefundReplies::refund();
        refund.reason = given;
        const auto body = Json::parseObject(RefundClient::body(refund, QStringLiteral("https://x.test")));
        QVERIFY(body);
        QCOMPARE((*body)["reason"].toString(), sent);
    }
    void noReasonIsNoMember()
    {
        Refund refund = RefundReplies::refund();
        refund.reason = QStringLiteral(" \n");
        const auto body = Json::parseObject(RefundClient::body(refund, QStringLiteral("https://x.test")));
        QVERIFY(!body->contains("reason"));
    }
    void textCannotLeaveItsPlace()
    {
        Refund refund = RefundReplies::refund();
        refund.reason = QStringLiteral(R"(","amount":{"refund":1990},"x":"\)");
        const auto body = Json::parseObject(RefundClient::body(refund, QStringLiteral("https://x.test")));
        QVERIFY(body);
        QCOMPARE((*body)["reason"].toString(), refund.reason);
        QCOMPARE((*body)["amount"].toObject()["refund"].toInt(), 990);
    }
    void aQueryNamesTheRefund()
    {
        TestMerchant merchant(TestProfile().get());
        QJsonObject reply = RefundReplies::accepted();
        reply["status"] = "SUCCESS";
        reply["success_time"] = "2026-01-01T09:00:05+08:00";
        reply["out_refund_no"] = "R1|*@";
        merchant.transport.otherwise = [&](const HttpCall &) {
            return merchant.reply(200, RefundReplies::text(reply));
        };
        const auto event =
            merchant.finish(merchant.pay.provider().queryRefund(*OutRefundNo::parse(QStringLiteral("R1|*@"))));
        QVERIFY(event);
        QCOMPARE(event->status, RefundStatus::Success);
        QCOMPARE(event->successTime.toMSecsSinceEpoch(), 1'767'229'205'000);
        QCOMPARE(merchant.transport.calls[0].method, QByteArray("GET"));
        QCOMPARE(merchant.transport.calls[0].url.toEncoded(),
                 QByteArray("https://gateway.example.test/v3/refund/domestic/refunds/R1%7C%2A%40"));
    }
    void anAbnormalOneGoesToOurOwnCard()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &) {
            return merchant.reply(200, RefundReplies::text(RefundReplies::accepted()));
        };
        Refund refund = RefundReplies::refund();
        refund.refundId = QStringLiteral("50300002026010100000000000001");
        QVERIFY(merchant.finish(merchant.pay.provider().redirectAbnormal(refund)));
        const HttpCall call = merchant.transport.calls.constFirst();
        QCOMPARE(call.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority),
                 QByteArray("/v3/refund/domestic/refunds/50300002026010100000000000001/apply-abnormal-refund"));
        QCOMPARE(call.body, QByteArray(R"({"out_refund_no":"R20260101090000_000001","type":"MERCHANT_BANK_CARD"})"));
    }
    void whatCannotBeARefundIsNotSent()
    {
        TestMerchant merchant(TestProfile().get());
        Refund nothing = RefundReplies::refund();
        nothing.amount = Money();
        Refund tooMuch = RefundReplies::refund();
        tooMuch.amount = *Money::fromFen(1991);
        Refund unpaid = RefundReplies::refund();
        unpaid.transactionId.clear();
        for (const Refund &refund : {nothing, tooMuch, unpaid})
            QCOMPARE(merchant.finish(merchant.pay.provider().refund(refund)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(merchant.finish(merchant.pay.provider().redirectAbnormal(RefundReplies::refund())).error().code,
                 ErrorCode::InvalidInput); // nobody has named it yet
        QVERIFY(merchant.transport.calls.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ClientRefundsTest)
#include "tst_client_refunds.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/TradeStatement.h"
#include "tests/server/TwinMerchant.h"

#include <QTest>

namespace {

using Change = std::function<void(SimulatorSwitches &)>;

SimulatorSwitches with(const Change &change)
{
    SimulatorSwitches switches;
    change(switches);
    return switches;
}

} // namespace

/// What the reference leaves open ("[U]") is a switch of the simulator, and the client comes to the same end with
/// either setting.
class UnconfirmedPointsTest : public QObject
{
    Q_OBJECT
private slots:
    void aReusedNumberIsAConflict_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("its own code") << 403 << QStringLiteral("OUT_TRADE_NO_USED");
        QTest::newRow("without underscores") << 403 << QStringLiteral("OUTTRADENOUSED");
        QTest::newRow("the general one") << 400 << QStringLiteral("INVALID_REQUEST");
        QTest::newRow("the old number") << 400 << QStringLiteral("201");
    }
    void aReusedNumberIsAConflict()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        TwinMerchant twin(with([&](auto &switches) {
            switches.reusedNumberStatus = status;
            switches.reusedNumberCode = code;
        }));
        QVERIFY(twin.finish(twin.pay.provider().createNative(twin.order())));
        const auto again = twin.finish(twin.pay.provider().createNative(twin.order(2000)));
        QCOMPARE(again.error().code, ErrorCode::Conflict);
    }
    void closingWhatIsPaidSaysSo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("400 ORDERPAID") << 400 << QStringLiteral("ORDERPAID");
        QTest::newRow("403 ORDER_PAID") << 403 << QStringLiteral("ORDER_PAID");
        QTest::newRow("400 INVALID_REQUEST") << 400 << QStringLiteral("INVALID_REQUEST");
    }
    void closingWhatIsPaidSaysSo()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        TwinMerchant twin(with([&](auto &switches) {
            switches.paidOnCloseStatus = status;
            switches.paidOnCloseCode = code;
        }));
        const Order order = twin.paidOrder();
        QCOMPARE(twin.finish(twin.pay.provider().close(order.outTradeNo)).error().code, ErrorCode::OrderPaid);
    }
    void anUnknownNumberIsNotFound_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("its own code") << QStringLiteral("ORDER_NOT_EXIST");
        QTest::newRow("without underscores") << QStringLiteral("ORDERNOTEXIST");
        QTest::newRow("the general one") << QStringLiteral("RESOURCE_NOT_EXISTS");
    }
    void anUnknownNumberIsNotFound()
    {
        QFETCH(QString, code);
        TwinMerchant twin(with([&](auto &switches) { switches.unknownOrderCode = code; }));
        QCOMPARE(twin.finish(twin.pay.provider().query(twin.order().outTradeNo)).error().code, ErrorCode::NotFound);
    }
    void closingAnUnknownNumberProvesNothing_data()
    {
        QTest::addColumn<bool>("accepted");
        QTest::newRow("refused") << false;
        QTest::newRow("accepted") << true;
    }
    void closingAnUnknownNumberProvesNothing()
    {
        QFETCH(bool, accepted);
        TwinMerchant twin(with([&](auto &switches) { switches.closeUnknownAccepted = accepted; }));
        const auto closed = twin.finish(twin.pay.provider().close(twin.order().outTradeNo));
        QCOMPARE(closed.has_value(), accepted);
        if (!closed)
            QCOMPARE(closed.error().code, ErrorCode::NotFound);
        // Only the query tells, and it says the same either way.
        QCOMPARE(twin.finish(twin.pay.provider().query(twin.order().outTradeNo)).error().code, ErrorCode::NotFound);
    }
    void anExpiredOrderEndsInTheQuery_data()
    {
        QTest::addColumn<qint64>("lateS");
        QTest::newRow("at once") << qint64(0);
        QTest::newRow("ten minutes later") << qint64(600);
    }
    void anExpiredOrderEndsInTheQuery()
    {
        QFETCH(qint64, lateS);
        TwinMerchant twin(with([&](auto &switches) { switches.expiredReadsNotPayS = lateS; }));
        const Order order = twin.order();
        QVERIFY(twin.finish(twin.pay.provider().createNative(order)));
        twin.run(std::chrono::seconds(301));
        QCOMPARE(twin.finish(twin.pay.provider().query(order.outTradeNo))->state,
                 lateS ? TradeState::NotPay : TradeState::Closed);
        twin.run(std::chrono::seconds(lateS));
        QCOMPARE(twin.finish(twin.pay.provider().query(order.outTradeNo))->state, TradeState::Closed);
    }
    void anUnpaidReplyIsRead_data()
    {
        QTest::addColumn<bool>("hasAmount");
        QTest::newRow("with its amount") << true;
        QTest::newRow("without") << false;
    }
    void anUnpaidReplyIsRead()
    {
        QFETCH(bool, hasAmount);
        TwinMerchant twin(with([&](auto &switches) { switches.unpaidQueryHasAmount = hasAmount; }));
        const Order order = twin.order();
        QVERIFY(twin.finish(twin.pay.provider().createNative(order)));
        const auto event = twin.finish(twin.pay.provider().query(order.outTradeNo));
        QVERIFY(event);
        QCOMPARE(event->state, TradeState::NotPay);
        QVERIFY(!event->foreign);
    }
    void aRepeatedNotificationIsTheSameEvent_data()
    {
        QTest::addColumn<bool>("keepsId");
        QTest::addColumn<bool>("keepsCiphertext");
        for (const bool keepsId : {true, false}) {
            for (const bool keepsCiphertext : {true, false})
                QTest::addRow("id %d ciphertext %d", keepsId, keepsCiphertext) << keepsId << keepsCiphertext;
        }
    }
    void aRepeatedNotificationIsTheSameEvent()
    {
        QFETCH(bool, keepsId);
        QFETCH(bool, keepsCiphertext);
        TwinMerchant twin(with([&](auto &switches) {
            switches.resendKeepsId = keepsId;
            switches.resendKeepsCiphertext = keepsCiphertext;
        }));
        twin.refusesNotifies = true;
        const Order order = twin.paidOrder();
        twin.run(std::chrono::seconds(1));
        twin.refusesNotifies = false;
        twin.run(std::chrono::minutes(1));
        QCOMPARE(twin.heard.size(), 2);
        for (const auto &notification : std::as_const(twin.heard)) {
            QVERIFY2(notification, notification ? "" : qPrintable(notification.error().message));
            const auto *event = std::get_if<PaymentEvent>(&notification->content);
            QVERIFY(event);
            QCOMPARE(event->outTradeNo, order.outTradeNo.text());
            QCOMPARE(event->transactionId, order.transactionId);
            QCOMPARE(event->total, order.total);
        }
        if (keepsId || !keepsCiphertext) // what is sent again as it was has its old id in any case
            QCOMPARE(twin.heard[0]->id == twin.heard[1]->id, keepsId);
        QVERIFY(twin.bodies[0] != twin.bodies[1] || keepsCiphertext);
    }
    void whicheverKeySignsIsKnown_data()
    {
        QTest::addColumn<GatewayKeyMode>("mode");
        QTest::newRow("public key") << GatewayKeyMode::PublicKey;
        QTest::newRow("certificate") << GatewayKeyMode::Certificate;
        QTest::newRow("either") << GatewayKeyMode::Mixed;
    }
    void whicheverKeySignsIsKnown()
    {
        QFETCH(GatewayKeyMode, mode);
        TwinMerchant twin(with([&](auto &switches) { switches.keyMode = mode; }));
        const Order order = twin.paidOrder();
        twin.run(std::chrono::seconds(1));
        for (int i = 0; i < 5; ++i) {
            QVERIFY(twin.simulator->notifyAgain(order.outTradeNo.text()));
            twin.run(std::chrono::seconds(1));
        }
        QCOMPARE(twin.heard.size(), 6);
        QVERIFY(std::all_of(twin.heard.begin(), twin.heard.end(), [](const auto &one) { return one.has_value(); }));
    }
    void aMerchantWithoutCertificatesIsServed_data()
    {
        QTest::addColumn<bool>("newMerchant");
        QTest::newRow("there are some") << false;
        QTest::newRow("there are none") << true;
    }
    void aMerchantWithoutCertificatesIsServed()
    {
        QFETCH(bool, newMerchant);
        TestProfile profile;
        profile.withoutCertificates();
        TwinMerchant twin(with([&](auto &switches) { switches.newMerchant = newMerchant; }), profile);
        twin.pay.start();
        QVERIFY(!twin.paidOrder().transactionId.isEmpty());
    }
    void aKeyTheGatewayDoesNotKnowProvesNothing_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::newRow("refused") << true;
        QTest::newRow("answered all the same") << false;
    }
    void aKeyTheGatewayDoesNotKnowProvesNothing()
    {
        QFETCH(bool, refused);
        TestProfile profile;
        profile.withoutCertificates();
        profile.json["platform_public_key_id"] = "PUB_KEY_ID_01190000010920260101000000000009";
        TwinMerchant twin(with([&](auto &switches) { switches.unknownSerialRefused = refused; }), profile);
        const auto made = twin.finish(twin.pay.provider().createNative(twin.order()));
        QCOMPARE(made.error().code, refused ? ErrorCode::ProviderRefused : ErrorCode::Unknown);
    }
    void tooFastIsAskedAgain_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : {"FREQUENCY_LIMITED", "RATELIMIT_EXCEEDED", "FREQUENCY_LIMIT_EXCEED"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void tooFastIsAskedAgain()
    {
        QFETCH(QString, code);
        TwinMerchant twin(with([&](auto &switches) {
            switches.requestsPerSecond = 1;
            switches.tooFastCode = code;
        }));
        QVERIFY(twin.finish(twin.pay.provider().createNative(twin.order())));
        QVERIFY(twin.finish(twin.pay.provider().query(twin.order().outTradeNo)));
        QVERIFY(twin.network.statuses.contains(429));
    }
    void aLongCodeUrlStaysWhole_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {0, 64, 512})
            QTest::addRow("%d", length) << length;
    }
    void aLongCodeUrlStaysWhole()
    {
        QFETCH(int, length);
        TwinMerchant twin(with([&](auto &switches) { switches.codeUrlLength = length; }));
        const auto url = twin.finish(twin.pay.provider().createNative(twin.order()));
        QVERIFY(url);
        QVERIFY(url->startsWith(QLatin1String("weixin://")));
        QVERIFY(length == 0 || url->size() == length);
    }
    void anAmountAboveTheLimitIsRefused_data()
    {
        QTest::addColumn<qint64>("maxFen");
        QTest::addColumn<bool>("fits");
        QTest::newRow("ten million yuan") << qint64(1'000'000'000) << true;
        QTest::newRow("less") << qint64(100'000) << false;
    }
    void anAmountAboveTheLimitIsRefused()
    {
        QFETCH(qint64, maxFen);
        QFETCH(bool, fits);
        TwinMerchant twin(with([&](auto &switches) { switches.maxTotalFen = maxFen; }));
        const auto made = twin.finish(twin.pay.provider().createNative(twin.order(100'001)));
        QCOMPARE(made ? ErrorCode::Internal : made.error().code,
                 fits ? ErrorCode::Internal : ErrorCode::ProviderRefused);
    }
    void aSecondRefundWaitsItsTime_data()
    {
        QTest::addColumn<qint64>("spacingS");
        QTest::newRow("about a minute") << qint64(50);
        QTest::newRow("at once") << qint64(0);
    }
    void aSecondRefundWaitsItsTime()
    {
        QFETCH(qint64, spacingS);
        TwinMerchant twin(with([&](auto &switches) { switches.refundSpacingS = spacingS; }));
        const Order order = twin.paidOrder();
        QVERIFY(twin.finish(twin.pay.provider().refund(twin.refund(order, "R1", 100))));
        const auto early = twin.finish(twin.pay.provider().refund(twin.refund(order, "R2", 100)));
        QCOMPARE(early.has_value(), spacingS == 0);
        if (!early)
            QCOMPARE(early.error().code, ErrorCode::RateLimited);
        twin.run(std::chrono::milliseconds(Refund::spacingMs));
        QVERIFY(twin.finish(twin.pay.provider().refund(twin.refund(order, "R2", 100))));
    }
    void aReusedRefundNumberMovesNoMoney_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("400") << 400 << QStringLiteral("INVALID_REQUEST");
        QTest::newRow("403") << 403 << QStringLiteral("OUT_TRADE_NO_USED");
    }
    void aReusedRefundNumberMovesNoMoney()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        TwinMerchant twin(with([&](auto &switches) {
            switches.reusedRefundStatus = status;
            switches.reusedRefundCode = code;
        }));
        const Order order = twin.paidOrder();
        QVERIFY(twin.finish(twin.pay.provider().refund(twin.refund(order, "R1", 100))));
        const auto other = twin.finish(twin.pay.provider().refund(twin.refund(order, "R1", 200)));
        QVERIFY(!other);
        QVERIFY(other.error().code == ErrorCode::Conflict || other.error().code == ErrorCode::ProviderRefused);
        QCOMPARE(twin.finish(twin.pay.provider().queryRefund(*OutRefundNo::parse("R1")))->refund.fen(), 100);
    }
    void promotionsOfARefundHaveNoSay_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("as the sample says") << QStringLiteral("CASH");
        QTest::newRow("as the models say") << QStringLiteral("COUPON");
    }
    void promotionsOfARefundHaveNoSay()
    {
        QFETCH(QString, type);
        TwinMerchant twin(with([&](auto &switches) { switches.refundPromotionType = type; }));
        const Order order = twin.paidOrder(1989); // a coupon pays two yuan of it
        const auto event = twin.finish(twin.pay.provider().refund(twin.refund(order, "R1", 1989)));
        QVERIFY2(event, event ? "" : qPrintable(event.error().message));
        QCOMPARE(event->refund.fen(), 1989);
        QVERIFY(event->payerRefund && event->payerRefund->fen() < 1989);
    }
    void anAbnormalRefundGoesToOurOwnCard_data()
    {
        QTest::addColumn<bool>("needsBankData");
        QTest::newRow("others need bank data") << true;
        QTest::newRow("nobody needs any") << false;
    }
    void anAbnormalRefundGoesToOurOwnCard()
    {
        QFETCH(bool, needsBankData);
        TwinMerchant twin(with([&](auto &switches) { switches.abnormalNeedsBankData = needsBankData; }));
        const Order order = twin.paidOrder(1991); // the customer's account cannot take it back
        Refund refund = twin.refund(order, "R1", 1991);
        QVERIFY(twin.finish(twin.pay.provider().refund(refund)));
        twin.run(std::chrono::minutes(2));
        const auto abnormal = twin.finish(twin.pay.provider().queryRefund(refund.outRefundNo));
        QCOMPARE(abnormal->status, RefundStatus::Abnormal);
        refund.refundId = abnormal->refundId;
        const auto redirected = twin.finish(twin.pay.provider().redirectAbnormal(refund));
        QVERIFY2(redirected, redirected ? "" : qPrintable(redirected.error().message));
        QVERIFY(redirected->status != RefundStatus::Abnormal);
    }
    void aBillIsBelievedWithEitherHash_data()
    {
        QTest::addColumn<bool>("withMark");
        QTest::addColumn<qint64>("lifeS");
        QTest::newRow("mark hashed, five minutes") << true << qint64(300);
        QTest::newRow("mark left out, half a minute") << false << qint64(30);
    }
    void aBillIsBelievedWithEitherHash()
    {
        QFETCH(bool, withMark);
        QFETCH(qint64, lifeS);
        TwinMerchant twin(with([&](auto &switches) {
            switches.billHashWithBom = withMark;
            switches.billUrlLifeS = lifeS;
        }));
        const Order order = twin.paidOrder();
        QVERIFY(twin.finish(twin.pay.provider().refund(twin.refund(order, "R1", 990))));
        const QDate day = twin.clock.now().toOffsetFromUtc(8 * 3600).date();
        twin.run(std::chrono::hours(27));
        const auto packed = twin.finish(twin.pay.bills().trade(day));
        QVERIFY2(packed, packed ? "" : qPrintable(packed.error().message));
        const auto text = Bills::unpack(*packed);
        QVERIFY2(text, text ? "" : qPrintable(text.error().message));
        QCOMPARE(text->markIsHashed, withMark);
        const auto statement = TradeStatement::read(text->csv);
        QVERIFY2(statement, statement ? "" : qPrintable(statement.error().message));
        QCOMPARE(statement->rows().size(), 2);
        QCOMPARE(statement->rows()[0].orderTotal.fen(), 1990);
        QCOMPARE(statement->rows()[1].refund.fen(), 990);
    }
    void whatTheClientNeverDoesHasNoSay()
    {
        TwinMerchant twin(with([](auto &switches) {
            switches.missingAcceptStatus = 418;
            switches.missingUserAgentStatus = 418;
            switches.wrongContentTypeStatus = 418;
            switches.timeExpireCappedAt90Days = false;
            switches.limitPayAccepted = false;
            switches.httpNotifyUrlAccepted = false;
        }));
        const Order order = twin.paidOrder();
        QVERIFY(twin.finish(twin.pay.provider().refund(twin.refund(order, "R1", 990))));
        QVERIFY(!twin.network.statuses.contains(418));
    }
};

QTEST_GUILESS_MAIN(UnconfirmedPointsTest)
#include "tst_unconfirmed_points.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

#include <QTest>

/// Signatures that are wrong on purpose (reference 1.7) are refused like any other wrong one, and counted apart.
class SigntestProbeTest : public QObject
{
    Q_OBJECT
private slots:
    void aProbeNotificationIsRefusedAndTheRepetitionTaken()
    {
        const QJsonObject vector = Vectors::json("15_notify_signtest_probe");
        TestMerchant merchant(TestProfile().get(), Vectors::receiverClockMs(vector));
        const QByteArray body = Vectors::body("15_notify_signtest_probe");
        const auto probe = merchant.finish(merchant.pay.receive(Vectors::headers(vector), body));
        QCOMPARE(probe.error().code, ErrorCode::Unverified);
        QCOMPARE(merchant.pay.notifyCounts().probes, 1);
        QCOMPARE(merchant.pay.notifyCounts().refused, 0);

        const auto good = merchant.reply(0, body);
        QVERIFY(merchant.finish(merchant.pay.receive(good.headers, body)));
        QCOMPARE(merchant.pay.notifyCounts().valid, 1);
    }
    void aProbeOfDecodableBase64IsOneToo()
    {
        TestMerchant merchant(TestProfile().get());
        auto reply = merchant.reply(200, "{}");
        reply.headers.set("Wechatpay-Signature", "WECHATPAY/SIGNTEST/+" + QByteArray(324, 'A'));
        QVERIFY(!merchant.finish(merchant.pay.receive(reply.headers, reply.body)));
        QCOMPARE(merchant.pay.notifyCounts().probes, 1);
    }
    void aProbeReplyIsAskedAgain()
    {
        TestMerchant merchant(TestProfile().get());
        const QByteArray body = R"({"code_url":"weixin://wxpay/bizpayurl?pr=1"})";
        merchant.transport.next([&](const HttpCall &) {
            auto probe = merchant.reply(200, body);
            probe.headers.set("wechatpay-signature", "WECHATPAY/SIGNTEST/" + QByteArray(324, 'A'));
            return probe;
        });
        merchant.transport.next([&](const HttpCall &) { return merchant.reply(200, body); });
        const auto created = merchant.finish(merchant.pay.provider().createNative(merchant.order()));
        QVERIFY(created);
        QCOMPARE(merchant.transport.calls.size(), 2);
        QCOMPARE(merchant.transport.calls[0].body, merchant.transport.calls[1].body);
        QCOMPARE(merchant.pay.replyCounts().probes, 1);
        QCOMPARE(merchant.pay.replyCounts().valid, 1);
    }
};

QTEST_GUILESS_MAIN(SigntestProbeTest)
#include "tst_signtest_probe.moc"

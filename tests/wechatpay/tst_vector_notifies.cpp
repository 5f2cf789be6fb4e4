// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "server/wechatpay/SealedResource.h"
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

#include <QTest>

class VectorNotifiesTest : public QObject
{
    Q_OBJECT
private slots:
    void eachEndsAsExpected_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = Vectors::ofKind("notify");
        QCOMPARE(names.size(), 9);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void eachEndsAsExpected()
    {
        QFETCH(QString, name);
        const QJsonObject vector = Vectors::json(name);
        const QJsonObject expect = vector["expect"].toObject();
        TestMerchant merchant(TestProfile().get(), Vectors::receiverClockMs(vector));
        const auto result = merchant.finish(merchant.pay.receive(Vectors::headers(vector), Vectors::body(name)));

        const bool fresh = expect["timestamp_fresh"].toBool(true);
        const bool verified = expect["signature_valid"].toBool() && fresh;
        QCOMPARE(merchant.pay.notifyCounts().valid, verified ? 1 : 0);
        QCOMPARE(merchant.pay.notifyCounts().probes, expect["is_probe"].toBool() ? 1 : 0);
        QCOMPARE(result.has_value(), verified && expect["decrypt_ok"].toBool());
        if (!result) {
            QCOMPARE(result.error().code, ErrorCode::Unverified);
            return;
        }
        const auto resource = Json::parseObject(Vectors::body(name));
        const auto plain = openSealedResource((*resource)["resource"].toObject(), TestProfile().get().apiV3Cipher());
        QCOMPARE(*plain, vector["plaintext"].toObject()["utf8"].toString().toUtf8());
    }
    void aPaymentSaysAllItSays()
    {
        const QJsonObject vector = Vectors::json("10_notify_transaction_success");
        TestMerchant merchant(TestProfile().get(), Vectors::receiverClockMs(vector));
        const auto result = merchant.finish(
            merchant.pay.receive(Vectors::headers(vector), Vectors::body("10_notify_transaction_success")));
        QCOMPARE(result->id, QStringLiteral("6f7d2f0a-3c1e-5b52-9a57-000000000001"));
        const auto *payment = std::get_if<PaymentEvent>(&result->content);
        QVERIFY(payment);
        QCOMPARE(payment->witness, Witness::Notify);
        QCOMPARE(payment->outTradeNo, QStringLiteral("T20260101080000_000001"));
        QCOMPARE(payment->transactionId, QStringLiteral("4200002026010100000000000001"));
        QCOMPARE(payment->state, TradeState::Success);
        QCOMPARE(payment->total.fen(), 1990);
        QCOMPARE(payment->payerTotal->fen(), 1990);
        QCOMPARE(payment->payerOpenid, QStringLiteral("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"));
        QCOMPARE(payment->successTime, QDateTime(QDate(2026, 1, 1), QTime(0, 0, 20), Qt::UTC));
        QVERIFY(!payment->foreign);
    }
    void refundsAreUnderstood()
    {
        for (const char *name : {"14_notify_refund_success", "18_notify_refund_abnormal"}) {
            const QJsonObject vector = Vectors::json(name);
            const bool success = vector["plaintext"].toObject()["utf8"].toString().contains("\"SUCCESS\"");
            TestMerchant merchant(TestProfile().get(), Vectors::receiverClockMs(vector));
            const auto result = merchant.finish(merchant.pay.receive(Vectors::headers(vector), Vectors::body(name)));
            const auto *refund = result ? std::get_if<RefundEvent>(&result->content) : nullptr;
            QVERIFY(refund);
            QCOMPARE(refund->outRefundNo, QStringLiteral("R20260101090000_000001"));
            QCOMPARE(refund->status, success ? RefundStatus::Success : RefundStatus::Abnormal);
            QCOMPARE(refund->successTime.isValid(), success);
            QCOMPARE(refund->total.fen(), 1990);
            QCOMPARE(refund->refund.fen(), 990);
            QCOMPARE(refund->userReceivedAccount, QStringLiteral("支付用户零钱"));
            QVERIFY(!refund->foreign);
        }
    }
};

QTEST_GUILESS_MAIN(VectorNotifiesTest)
#include "tst_vector_notifies.moc"

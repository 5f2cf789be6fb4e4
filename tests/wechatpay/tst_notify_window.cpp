// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

#include <QTest>

/// Only what was signed less than 300 s from now is looked at (reference 1.4).
class NotifyWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void theWindowIsOpenOnBothSides_data()
    {
        QTest::addColumn<qint64>("offsetMs");
        QTest::addColumn<bool>("taken");
        QTest::newRow("now") << qint64(0) << true;
        QTest::newRow("just inside, old") << qint64(299'999) << true;
        QTest::newRow("on the edge, old") << qint64(300'000) << false;
        QTest::newRow("just inside, early") << qint64(-299'999) << true;
        QTest::newRow("on the edge, early") << qint64(-300'000) << false;
        QTest::newRow("a day old") << qint64(86'400'000) << false;
    }
    void theWindowIsOpenOnBothSides()
    {
        QFETCH(qint64, offsetMs);
        QFETCH(bool, taken);
        const QJsonObject vector = Vectors::json("10_notify_transaction_success");
        const HttpHeaders headers = Vectors::headers(vector);
        const qint64 signedMs = headers.value("Wechatpay-Timestamp").toLongLong() * 1000;
        TestMerchant merchant(TestProfile().get(), signedMs + offsetMs);
        const auto result =
            merchant.finish(merchant.pay.receive(headers, Vectors::body("10_notify_transaction_success")));
        QCOMPARE(result.has_value(), taken);
        if (!taken)
            QCOMPARE(result.error().code, ErrorCode::Unverified);
    }
    void whereAnyAgeIsTakenTheSignatureStillCounts()
    {
        TestMerchant merchant(TestProfile().get());
        auto reply = merchant.reply(200, "{}");
        merchant.clock.advance(std::chrono::hours(24 * 30));
        const PlatformKeys keys(merchant.pay.profile());
        const SignatureVerifier verifier(keys, merchant.clock);
        QCOMPARE(verifier.check(reply.headers, reply.body), Verdict::Stale);
        QCOMPARE(verifier.check(reply.headers, reply.body, Freshness::AnyAge), Verdict::Valid);
        QCOMPARE(verifier.check(reply.headers, "{ }", Freshness::AnyAge), Verdict::Forged);
        reply.headers.set("Wechatpay-Timestamp", QByteArray::number(merchant.clock.nowMs() / 1000));
        QCOMPARE(verifier.check(reply.headers, reply.body, Freshness::AnyAge), Verdict::Forged);
    }
    void whatIsNoTimeIsRefused()
    {
        TestMerchant merchant(TestProfile().get());
        const PlatformKeys keys(merchant.pay.profile());
        const SignatureVerifier verifier(keys, merchant.clock);
        auto reply = merchant.reply(200, "{}");
        QCOMPARE(verifier.check(reply.headers, reply.body), Verdict::Valid);
        for (const char *text : {"-1767225600", "+1767225600", "1767225600.0", "1767225600 ", "0x6955b900", "now",
                                 "99999999999999999999999999", "00000000000000"}) {
            reply.headers.set("Wechatpay-Timestamp", text);
            QCOMPARE(verifier.check(reply.headers, reply.body), Verdict::Stale);
            QCOMPARE(verifier.check(reply.headers, reply.body, Freshness::AnyAge), Verdict::Stale);
        }
    }
    void allFourHeadersOnceAndOfOurKind()
    {
        TestMerchant merchant(TestProfile().get());
        const PlatformKeys keys(merchant.pay.profile());
        const SignatureVerifier verifier(keys, merchant.clock);
        const auto good = merchant.reply(200, "{}");
        for (const char *name : {"Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial"}) {
            HttpHeaders empty = good.headers;
            empty.set(name, "");
            QCOMPARE(verifier.check(empty, good.body), Verdict::MissingHeaders);
            HttpHeaders doubled = good.headers;
            doubled.add(name, good.headers.value(name));
            QCOMPARE(verifier.check(doubled, good.body), Verdict::MissingHeaders);
        }
        HttpHeaders other = good.headers;
        other.add("Wechatpay-Signature-Type", "WECHATPAY2-SM2-WITH-SM3");
        QCOMPARE(verifier.check(other, good.body), Verdict::MissingHeaders);
        QCOMPARE(verifier.check({}, good.body), Verdict::MissingHeaders);
    }
    void anIdIsExactAndASerialIsNot()
    {
        TestMerchant merchant(TestProfile().get());
        const PlatformKeys keys(merchant.pay.profile());
        const QDateTime now = merchant.clock.now();
        QVERIFY(keys.find("PUB_KEY_ID_01190000010920260101000000000001", now));
        QVERIFY(!keys.find("pub_key_id_01190000010920260101000000000001", now));
        QVERIFY(keys.find("5E57000000000000000000000000000000000002", now));
        QVERIFY(keys.find("5e57000000000000000000000000000000000002", now));
        QVERIFY(!keys.find("5E57000000000000000000000000000000000001", now));
        QVERIFY(!keys.find("", now));
    }
};

QTEST_GUILESS_MAIN(NotifyWindowTest)
#include "tst_notify_window.moc"

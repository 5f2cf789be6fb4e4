// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/login/AccountPushes.h"
#include "tests/support/VirtualClock.h"
#include "tests/wechatpay/Vectors.h"

#include <QTest>

using namespace std::chrono_literals;

/// Whose word a push is: the token's owner's, of now, and once only.
class OaSignatureTest : public QObject
{
    Q_OBJECT

    VirtualClock m_clock{AccountPushes::vectorTimeMs};

    static ErrorCode refusal(const Result<void> &verified)
    {
        return verified ? ErrorCode::Internal : verified.error().code;
    }

private slots:
    void theVectors_data()
    {
        QTest::addColumn<QString>("vector");
        const auto names = Vectors::ofKind("official_account_event");
        QCOMPARE(names.size(), 2);
        for (const auto &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void theVectors()
    {
        QFETCH(QString, vector);
        const QJsonObject json = Vectors::json(vector);
        const QJsonObject query = json["query"].toObject();
        const auto text = [&query](const char *name) { return query[QLatin1String(name)].toString().toLatin1(); };
        OfficialAccountEvents events(json["token"].toString().toLatin1(), m_clock);
        const auto event = events.receive({text("signature"), text("timestamp"), text("nonce")}, Vectors::body(vector));
        QVERIFY(event && *event);
        const QJsonObject expect = json["expect"].toObject();
        QCOMPARE((*event)->scene, expect["scene"].toString());
        QCOMPARE((*event)->event, expect["event"].toString());
        QCOMPARE((*event)->fromOpenid, query["openid"].toString());
        QCOMPARE((*event)->createTime, query["timestamp"].toString().toLongLong());
        QCOMPARE((*event)->ticket, QStringLiteral("gQTESTONLYTICKET"));
    }
    void theOrderIsThatOfBytes()
    {
        // Each of the three comes first once.
        for (const char *token : {"0token", "9Token", "TestOnly"}) {
            for (const char *nonce : {"000", "1800", "abc", "\x7e", "é"}) {
                OfficialAccountEvents events(token, m_clock);
                QVERIFY(events.verify(AccountPushes::signature(nonce, m_clock.nowMs(), token)));
            }
        }
    }
    void asAnotherProgramReckonsIt()
    {
        // sha1sum's, over "17672256009Tokené" and "1767225600Zokena"
        OfficialAccountEvents digitFirst("9Token", m_clock);
        QVERIFY(digitFirst.verify({"208ed4796606e64542cb513a3b892d04cea57887", "1767225600", "é"}));
        OfficialAccountEvents capitalFirst("Zoken", m_clock);
        QVERIFY(capitalFirst.verify({"d62ec0e6436e00b881da400815fd55c60ecc4fb3", "1767225600", "a"}));
    }
    void aWrongOneIsRefused_data()
    {
        QTest::addColumn<OfficialAccountSignature>("signature");
        const auto good = AccountPushes::signature("n1");
        const auto row = [](const char *name, const OfficialAccountSignature &signature) {
            QTest::newRow(name) << signature;
        };
        row("nothing at all", {});
        row("no signature", {{}, good.timestamp, good.nonce});
        row("one digit changed", {"0" + good.signature.mid(1), good.timestamp, good.nonce});
        row("shortened", {good.signature.chopped(1), good.timestamp, good.nonce});
        row("capitals", {good.signature.toUpper(), good.timestamp, good.nonce});
        row("another token's", AccountPushes::signature("n1", AccountPushes::vectorTimeMs, "TestOnlyToken2027"));
        row("another nonce", {good.signature, good.timestamp, "n2"});
        row("another time", {good.signature, "1767225601", good.nonce});
        row("no nonce", AccountPushes::signature(""));
        row("an endless nonce", AccountPushes::signature(QByteArray(129, '1')));
    }
    void aWrongOneIsRefused()
    {
        QFETCH(OfficialAccountSignature, signature);
        OfficialAccountEvents events(AccountPushes::token, m_clock);
        QCOMPARE(refusal(events.verify(signature)), ErrorCode::Unverified);
    }
    void aTimeIsTenDigits()
    {
        // The same signed text, cut elsewhere, must not be another timestamp and nonce.
        const auto good = AccountPushes::signature("486452656");
        OfficialAccountEvents events(AccountPushes::token, m_clock);
        QCOMPARE(refusal(events.verify({good.signature, good.timestamp + '4', "86452656"})), ErrorCode::Unverified);
        QCOMPARE(refusal(events.verify({good.signature, good.timestamp.chopped(1), "0486452656"})),
                 ErrorCode::Unverified);
        QVERIFY(events.verify(good));
        const auto zeros = AccountPushes::signature("00");
        QVERIFY(events.verify(zeros));
        QCOMPARE(refusal(events.verify({zeros.signature, '0' + zeros.timestamp, "0"})), ErrorCode::Unverified);
    }
    void itIsGoodForFiveMinutesEitherWay_data()
    {
        QTest::addColumn<int>("offS");
        QTest::addColumn<bool>("good");
        QTest::newRow("now") << 0 << true;
        QTest::newRow("5 minutes old") << -300 << true;
        QTest::newRow("stale") << -301 << false;
        QTest::newRow("5 minutes ahead") << 300 << true;
        QTest::newRow("from the future") << 301 << false;
    }
    void itIsGoodForFiveMinutesEitherWay()
    {
        QFETCH(int, offS);
        QFETCH(bool, good);
        OfficialAccountEvents events(AccountPushes::token, m_clock);
        const auto verified = events.verify(AccountPushes::signature("n1", m_clock.nowMs() + 1000LL * offS));
        QCOMPARE(bool(verified), good);
        QVERIFY(good || refusal(verified) == ErrorCode::Unverified);
    }
    void aReplayIsRefusedForAsLongAsItIsFresh()
    {
        VirtualClock clock(AccountPushes::vectorTimeMs);
        OfficialAccountEvents events(AccountPushes::token, clock);
        const auto ahead = AccountPushes::signature("n1", clock.nowMs() + 300'000);
        QVERIFY(events.verify(ahead));
        QCOMPARE(refusal(events.verify(ahead)), ErrorCode::Unverified);
        clock.advance(600s);
        QCOMPARE(refusal(events.verify(ahead)), ErrorCode::Unverified);
        QCOMPARE(refusal(events.verify(AccountPushes::signature("n1", clock.nowMs()))), ErrorCode::Unverified);
        clock.advance(1s);
        QVERIFY(events.verify(AccountPushes::signature("n1", clock.nowMs()))); // a nonce may come by chance again
    }
    void whatWasRefusedUsesNothingUp()
    {
        OfficialAccountEvents events(AccountPushes::token, m_clock);
        const auto good = AccountPushes::signature("n1");
        QVERIFY(!events.verify({"0" + good.signature.mid(1), good.timestamp, good.nonce}));
        QVERIFY(events.verify(good));
    }
    void aFullMemoryRefusesAndForgetsNothing()
    {
        VirtualClock clock(AccountPushes::vectorTimeMs);
        OfficialAccountEvents events(AccountPushes::token, clock);
        for (int i = 0; i < OfficialAccountEvents::maxNonces; ++i)
            QVERIFY(events.verify(AccountPushes::signature("n" + QByteArray::number(i))));
        QCOMPARE(refusal(events.verify(AccountPushes::signature("one more"))), ErrorCode::Busy);
        QCOMPARE(refusal(events.verify(AccountPushes::signature("n0"))), ErrorCode::Unverified);
        clock.advance(601s);
        QVERIFY(events.verify(AccountPushes::signature("one more", clock.nowMs())));
    }
};

QTEST_GUILESS_MAIN(OaSignatureTest)
#include "tst_oa_signature.moc"

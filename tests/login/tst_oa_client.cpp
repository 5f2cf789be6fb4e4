// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/OfficialAccountClient.h"
#include "tests/login/HeldTransport.h"
#include "tests/support/VirtualClock.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace std::chrono_literals;

/// The account's calls: with one access token for all, renewed when it must be, and each made once.
class OaClientTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<HeldTransport> m_net;
    std::unique_ptr<VirtualClock> m_clock;
    std::unique_ptr<OfficialAccountClient> m_client;

    static QByteArray token(const QByteArray &value, int lifeS = 7200)
    {
        return "{\"access_token\":\"" + value + "\",\"expires_in\":" + QByteArray::number(lifeS) + "}";
    }
    static QByteArray bytes(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
    QString path(qsizetype call) const { return m_net->calls.at(call).url.path(); }
    QString tokenOf(qsizetype call) const
    {
        return QUrlQuery(m_net->calls.at(call).url).queryItemValue("access_token", QUrl::FullyDecoded);
    }
    QFuture<Result<QString>> qr() { return m_client->createQr("scene", 120s); }
    /// The error of a QR whose call is answered so; the token is there already.
    Error errorAfter(const Result<HttpAnswer> &answer)
    {
        auto future = qr();
        m_net->answer(m_net->calls.size() - 1, answer);
        const auto result = resultOf(future);
        return result ? Error{ErrorCode::Internal, *result} : result.error();
    }
    void withToken()
    {
        auto first = qr();
        m_net->answer(0, token("t1"));
        m_net->answer(1, QJsonObject{{"ticket", "gQ"}, {"url", "http://weixin.qq.com/q/1"}});
        QVERIFY(resultOf(first));
    }

private slots:
    void init()
    {
        m_client.reset();
        m_net = std::make_unique<HeldTransport>();
        m_clock = std::make_unique<VirtualClock>();
        m_client = std::make_unique<OfficialAccountClient>(
            OfficialAccountToken::Account{"wx0001", "s+cr&t/", QUrl("https://api.example.test")}, *m_net, *m_clock);
    }
    void cleanup() { m_client.reset(); }

    void aQr()
    {
        auto future = qr();
        QCOMPARE(m_net->calls.size(), 1);
        QCOMPARE(m_net->calls[0].method, "GET");
        QCOMPARE(m_net->calls[0].url.toEncoded(), "https://api.example.test/cgi-bin/token?grant_type=client_credential"
                                                  "&appid=wx0001&secret=s%2Bcr%26t%2F");
        QVERIFY(m_net->calls[0].timeout <= 3s);
        m_net->answer(0, token("t+1"));
        QCOMPARE(m_net->calls[1].url.toEncoded(), "https://api.example.test/cgi-bin/qrcode/create?access_token=t%2B1");
        QCOMPARE(m_net->calls[1].method, "POST");
        QVERIFY(m_net->calls[1].timeout <= 3s);
        const auto body = QJsonDocument::fromJson(m_net->calls[1].body).object();
        QCOMPARE(body["expire_seconds"].toInt(), 120);
        QCOMPARE(body["action_name"].toString(), QStringLiteral("QR_STR_SCENE"));
        QCOMPARE(body["action_info"].toObject()["scene"].toObject()["scene_str"].toString(), QStringLiteral("scene"));
        m_net->answer(1, QJsonObject{{"ticket", "gQ"}, {"expire_seconds", 120}, {"url", "http://weixin.qq.com/q/1"}});
        QCOMPARE(*resultOf(future), QStringLiteral("http://weixin.qq.com/q/1"));
    }
    void aMessage()
    {
        auto future = m_client->sendText("oOne", QStringLiteral("请确认 \"x\""));
        m_net->answer(0, token("t1"));
        QCOMPARE(path(1), QStringLiteral("/cgi-bin/message/custom/send"));
        QVERIFY(m_net->calls[1].body.contains("请确认")); // WeChat shows \\u escapes as they are
        const auto body = QJsonDocument::fromJson(m_net->calls[1].body).object();
        QCOMPARE(body["touser"].toString(), QStringLiteral("oOne"));
        QCOMPARE(body["text"].toObject()["content"].toString(), QStringLiteral("请确认 \"x\""));
        m_net->answer(1, QJsonObject{{"errcode", 0}, {"errmsg", "ok"}});
        QVERIFY(resultOf(future));
    }
    void oneFetchForMany()
    {
        QList<QFuture<Result<QString>>> futures;
        for (int i = 0; i < 20; ++i)
            futures.append(qr());
        QCOMPARE(m_net->calls.size(), 1);
        m_net->answer(0, token("t1"));
        QCOMPARE(m_net->calls.size(), 21);
        for (int i = 1; i <= 20; ++i) {
            QCOMPARE(tokenOf(i), QStringLiteral("t1"));
            m_net->answer(i, QJsonObject{{"url", "http://weixin.qq.com/q/1"}});
        }
        for (auto &future : futures)
            QVERIFY(resultOf(future));
    }
    void theTokenIsKeptUntilShortlyBeforeItsEnd()
    {
        withToken();
        m_clock->advance(6899s);
        (void)qr();
        QCOMPARE(path(2), QStringLiteral("/cgi-bin/qrcode/create"));
        m_clock->advance(1s);
        (void)qr();
        QCOMPARE(path(3), QStringLiteral("/cgi-bin/token"));
    }
    void aShortLifeIsUsedByHalf()
    {
        (void)qr();
        m_net->answer(0, token("t1", 100));
        m_clock->advance(49s);
        (void)qr();
        QCOMPARE(path(2), QStringLiteral("/cgi-bin/qrcode/create"));
        m_clock->advance(1s);
        (void)qr();
        QCOMPARE(path(3), QStringLiteral("/cgi-bin/token"));
    }
    void aTokenThatIsNoLongerTakenIsRenewedOnce_data()
    {
        QTest::addColumn<int>("errcode");
        for (const int errcode : {40001, 40014, 42001})
            QTest::addRow("%d", errcode) << errcode;
    }
    void aTokenThatIsNoLongerTakenIsRenewedOnce()
    {
        QFETCH(int, errcode);
        withToken();
        auto first = qr();
        auto second = qr();
        const QByteArray refusal = "{\"errcode\":" + QByteArray::number(errcode) + ",\"errmsg\":\"no\"}";
        m_net->answer(2, refusal);
        m_net->answer(3, refusal);
        QCOMPARE(m_net->calls.size(), 5);
        QCOMPARE(path(4), QStringLiteral("/cgi-bin/token")); // one fetch for both
        m_net->answer(4, token("t2"));
        QCOMPARE(m_net->calls.size(), 7);
        QCOMPARE(tokenOf(5), QStringLiteral("t2"));
        m_net->answer(5, QJsonObject{{"url", "http://weixin.qq.com/q/2"}});
        QCOMPARE(*resultOf(first), QStringLiteral("http://weixin.qq.com/q/2"));
        m_net->answer(6, refusal);
        QCOMPARE(m_net->calls.size(), 7); // not a third time
        QCOMPARE(resultOf(second).error().code, ErrorCode::Unauthorized);
    }
    void aLateRefusalDoesNotThrowTheNewTokenAway()
    {
        withToken();
        auto first = qr();
        auto late = qr();
        m_net->answer(2, QJsonObject{{"errcode", 42001}});
        m_net->answer(4, token("t2"));
        m_net->answer(3, QJsonObject{{"errcode", 42001}});
        QCOMPARE(path(6), QStringLiteral("/cgi-bin/qrcode/create"));
        QCOMPARE(tokenOf(6), QStringLiteral("t2"));
    }
    void aWrongSecretIsNotTriedAgain()
    {
        auto future = qr();
        m_net->answer(0, QJsonObject{{"errcode", 40001}, {"errmsg", "invalid credential"}});
        QCOMPARE(resultOf(future).error().code, ErrorCode::ProviderRefused);
        QCOMPARE(m_net->calls.size(), 1);
        (void)qr();
        QCOMPARE(m_net->calls.size(), 2); // but the next who asks may have more luck
    }
    void aTokenThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no token") << bytes(QJsonObject{{"expires_in", 7200}});
        QTest::newRow("no life") << bytes(QJsonObject{{"access_token", "t"}});
        QTest::newRow("a life of years") << token("t", 1'000'000'000);
        QTest::newRow("an endless one") << token(QByteArray(2000, 't'));
        QTest::newRow("no JSON") << QByteArray("<html>");
    }
    void aTokenThatIsNoneIsRefused()
    {
        QFETCH(QByteArray, body);
        auto future = qr();
        m_net->answer(0, body);
        QCOMPARE(resultOf(future).error().code, ErrorCode::Unknown);
    }
    void whatWeChatSays()
    {
        withToken();
        const auto saying = [](int status, const QByteArray &body) { return HttpAnswer{status, {}, body}; };
        QCOMPARE(errorAfter(saying(200, bytes(QJsonObject{{"errcode", 45009}}))).code, ErrorCode::RateLimited);
        QCOMPARE(errorAfter(saying(200, bytes(QJsonObject{{"errcode", -1}}))).code, ErrorCode::ProviderUnavailable);
        QCOMPARE(errorAfter(saying(200, bytes(QJsonObject{{"errcode", 48001}}))).code, ErrorCode::ProviderRefused);
        QCOMPARE(errorAfter(saying(502, "")).code, ErrorCode::ProviderUnavailable);
        QCOMPARE(errorAfter(saying(302, "")).code, ErrorCode::ProviderRefused);
        QCOMPARE(errorAfter(saying(200, "[]")).code, ErrorCode::Unknown);
        QCOMPARE(errorAfter(saying(200, bytes(QJsonObject{{"ticket", "x"}}))).code, ErrorCode::Unknown);
        QCOMPARE(errorAfter(saying(200, "{\"url\":\"" + QByteArray(600, 'x') + "\"}")).code, ErrorCode::Unknown);
        QCOMPARE(errorAfter(saying(200, "{\"url\":\"http://x\",\"a\":\"" + QByteArray(70'000, 'x') + "\"}")).code,
                 ErrorCode::Unknown);
        QCOMPARE(errorAfter(Error{ErrorCode::Unknown, {}}).code, ErrorCode::Unknown);
        QCOMPARE(errorAfter(Error{ErrorCode::ProviderUnavailable, {}}).code, ErrorCode::ProviderUnavailable);
    }
    void whatCannotBeMeantIsNotSent()
    {
        withToken();
        const auto before = m_net->calls.size();
        QCOMPARE(resultOf(m_client->createQr("", 120s)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(resultOf(m_client->createQr(QString(65, u'x'), 120s)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(resultOf(m_client->createQr("x", 0s)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(resultOf(m_client->createQr("x", 2'592'001s)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(resultOf(m_client->sendText("oOne", "")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(resultOf(m_client->sendText("oOne", QString(683, u'请'))).error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_net->calls.size(), before);
    }
    void notTooMuchAtOnce()
    {
        withToken();
        QList<QFuture<Result<QString>>> open;
        for (int i = 0; i < OfficialAccountClient::maxInFlight; ++i)
            open.append(qr());
        QCOMPARE(resultOf(qr()).error().code, ErrorCode::Busy);
        m_net->answer(2, QJsonObject{{"errcode", -1}});
        open.append(qr());
        QVERIFY(!open.last().isFinished());
    }
};

QTEST_GUILESS_MAIN(OaClientTest)
#include "tst_oa_client.moc"

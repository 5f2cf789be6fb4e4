// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/RateLimits.h"
#include "server/routes/RateGate.h"
#include "server/routes/RequestGuard.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

const QString notifyPath = QStringLiteral("/wechatpay/notify");

RateLimits few()
{
    RateLimits limits;
    limits.requestsPerPeer = 10;
    limits.requests = 25;
    limits.wrongTokensPerPeer = 3;
    limits.wrongTokens = 5;
    limits.wrongNotificationsPerPeer = 2;
    limits.wrongNotifications = 3;
    return limits;
}

} // namespace

/// What is refused because there was too much of it, and what never is.
class RateGateTest : public QObject
{
    Q_OBJECT

    VirtualClock m_clock;
    RequestGuard m_guard{{}};
    std::unique_ptr<RateGate> m_gate;

    static HttpRequest from(const QString &peer, const QString &path = "/healthz")
    {
        HttpRequest request;
        request.path = path;
        request.peer = QHostAddress(peer);
        request.countsPerPeer = !request.peer.isLoopback();
        return request;
    }
    static HttpRequest byTill(const QString &peer, const QString &path = "/healthz")
    {
        auto request = from(peer, path);
        request.headers.add("Authorization", "Bearer the-token");
        return request;
    }
    int passed(const HttpRequest &request, int tries = 100)
    {
        int passed = 0;
        for (int i = 0; i < tries; ++i)
            passed += m_gate->judge(request) ? 0 : 1;
        return passed;
    }
    /// How many of that status go out as they are.
    int said(const HttpRequest &request, int status, int tries = 100)
    {
        int said = 0;
        for (int i = 0; i < tries; ++i)
            said += m_gate->review(request, status) ? 0 : 1;
        return said;
    }
    int said(const QString &peer, const QString &path, int status) { return said(from(peer, path), status); }

private slots:
    void init()
    {
        m_guard.setTerminalToken("the-token");
        m_gate = std::make_unique<RateGate>(m_guard, few(), m_clock);
    }
    void requestsOfOnePeer()
    {
        QCOMPARE(passed(from("192.0.2.1")), 10);
        const auto refused = m_gate->judge(from("192.0.2.1"));
        QCOMPARE(refused->status, 429);
        QCOMPARE(refused->headers.value("Retry-After"), "6");
        QVERIFY(refused->body.startsWith("{\"code\":\"TOO_MANY_REQUESTS\""));
        QCOMPARE(passed(from("192.0.2.2")), 10);
        m_clock.advance(6s);
        QCOMPARE(passed(from("192.0.2.1")), 1);
    }
    void requestsInAll()
    {
        int all = 0;
        for (int i = 0; i < 100; ++i)
            all += passed(from(QStringLiteral("192.0.2.%1").arg(i)), 1);
        QCOMPARE(all, 25);
    }
    void loopbackThatCameDirectlyIsNotCounted()
    {
        QCOMPARE(passed(from("127.0.0.1")), 100);
        auto named = from("127.0.0.1");
        named.byProxy = named.countsPerPeer = true;
        QCOMPARE(passed(named), 10);
    }
    void theShopsTillsAreNotCounted()
    {
        (void)passed(from("192.0.2.1")); // somebody in the shop's own network floods
        QCOMPARE(passed(byTill("192.0.2.1")), 100);
        auto wrong = from("192.0.2.1");
        wrong.headers.add("Authorization", "Bearer other");
        QCOMPARE(passed(wrong), 0);
    }
    void weChatIsNotCounted()
    {
        (void)passed(from("192.0.2.1"));
        QCOMPARE(passed(from("192.0.2.1", notifyPath)), 100);
        QCOMPARE(passed(from("192.0.2.1", "/wechat/events")), 100);
    }
    void norAtARelay()
    {
        QCOMPARE(passed(from("192.0.2.1", "/wechatpay/notify/corner")), 10); // there is no such address here
        m_gate->isRelays();
        QCOMPARE(passed(from("192.0.2.1", "/wechatpay/notify/corner")), 100);
        QCOMPARE(said("192.0.2.1", "/wechatpay/notify/corner", 401), 2);
    }
    void wrongTokens()
    {
        QCOMPARE(said("192.0.2.1", "/api/v1/orders", 401), 3);
        const auto instead = m_gate->review(from("192.0.2.1", "/api/v1/orders"), 401);
        QCOMPARE(instead->status, 429);
        QCOMPARE(instead->headers.value("Retry-After"), "20");
        QCOMPARE(instead->headers.value("Connection"), "close");
        QCOMPARE(said("192.0.2.2", "/api/v1/orders", 401), 2); // five in all
        QVERIFY(!m_gate->review(from("127.0.0.1", "/api/v1/orders"), 401));
    }
    void whatWasRightIsNeverRefusedForWhatWasWrong()
    {
        (void)said("192.0.2.1", "/api/v1/orders", 401);
        QCOMPARE(passed(byTill("192.0.2.1", "/api/v1/orders")), 100);
        QCOMPARE(said("192.0.2.1", "/api/v1/orders", 404), 100);
        QCOMPARE(said(byTill("192.0.2.1", "/api/v1/orders"), 401), 100); // its session is over
        QCOMPARE(said(byTill("192.0.2.1", "/api/v1/login/pin"), 401), 0);
        QCOMPARE(said("192.0.2.1", "/api/v1/orders", 409), 100);
    }
    void pinsAreNotLookedAtAnyMore()
    {
        const QString pin = "/api/v1/login/pin";
        QCOMPARE(passed(byTill("192.0.2.1", pin)), 100);
        (void)said("192.0.2.1", pin, 401);
        QCOMPARE(m_gate->judge(byTill("192.0.2.1", pin))->status, 429);
        QCOMPARE(passed(byTill("192.0.2.1", "/api/v1/orders")), 100); // selling goes on
        QCOMPARE(passed(byTill("192.0.2.2", pin)), 100);
        m_clock.advance(20s);
        QCOMPARE(passed(byTill("192.0.2.1", pin)), 100);
    }
    void pairingCodesAreNotLookedAtAnyMore()
    {
        auto request = from("192.0.2.1", "/api/v1/terminals");
        request.method = "POST";
        QVERIFY(!m_gate->judge(request));
        QCOMPARE(said(request, 403), 3);
        QCOMPARE(m_gate->judge(request)->status, 429);
        QCOMPARE(said("192.0.2.1", "/api/v1/orders", 403), 100);
    }
    void notificationsThatDoNotVerify()
    {
        QCOMPARE(said("192.0.2.1", notifyPath, 401), 2);
        QCOMPARE(m_gate->review(from("192.0.2.1", notifyPath), 400)->status, 429);
        QCOMPARE(said("192.0.2.2", notifyPath, 401), 1); // three in all
        // What is not about the signature is WeChat's to hear.
        QCOMPARE(said("192.0.2.1", notifyPath, 500), 100);
        // The two kinds have nothing to do with each other.
        QCOMPARE(said("192.0.2.1", "/api/v1/orders", 401), 3);
    }
    void wrongTokensOverAWebSocket()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_gate->mayErrAgain(QHostAddress("192.0.2.1")));
        QVERIFY(!m_gate->mayErrAgain(QHostAddress("192.0.2.1")));
        QVERIFY(m_gate->mayErrAgain(QHostAddress("127.0.0.1")));
    }
    void doesNotFloodTheLog()
    {
        static int lines;
        lines = 0;
        const auto before =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) { ++lines; });
        (void)passed(from("192.0.2.1"), 5000);
        qInstallMessageHandler(before);
        QCOMPARE(lines, 10);
    }
};

QTEST_GUILESS_MAIN(RateGateTest)
#include "tst_rate_gate.moc"

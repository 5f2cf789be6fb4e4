// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/AccountServer.h"

#include <QTest>

/// /wechat/events over HTTP: what WeChat sends is answered as WeChat wants it, all else is refused.
class OaRouteTest : public QObject
{
    Q_OBJECT

    AccountServer m_server{LoginBy::Page};

    HttpAnswer check(const QByteArray &query) { return m_server.send("GET", m_server.events() + '?' + query, {}, {}); }
    static QByteArray scan(const QByteArray &scene = "nobodys", qint64 at = 1'700'000'000)
    {
        return AccountServer::xml("SCAN", scene, "oOne", at);
    }

private slots:
    void theEcho()
    {
        const auto answer = check(m_server.query("echo1") + "&echostr=5837397578935278&x=y");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "5837397578935278");
        QVERIFY(answer.headers.value("Content-Type").startsWith("text/plain"));
    }
    void noEchoForOthers()
    {
        const auto good = m_server.query("echo2");
        QCOMPARE(check("echostr=1").status, 401);
        QCOMPARE(check("echostr=1&" + m_server.query("echo3").replace("nonce=echo3", "nonce=echo4")).status, 401);
        QCOMPARE(check("echostr=1&" + m_server.query("echo5", -301)).status, 401);
        QCOMPARE(check("echostr=1&" + m_server.query("echo6", 302)).status, 401);
        QCOMPARE(check(good).status, 400); // nothing to say
        QCOMPARE(check("echostr=1&" + good).status, 401); // and it is used up
        QCOMPARE(check("echostr=" + QByteArray(257, '1') + '&' + m_server.query("echo7")).status, 400);
        const auto refused = check("echostr=<script>&signature=x");
        QCOMPARE(refused.status, 401);
        QVERIFY(!refused.body.contains("script"));
    }
    void anEventIsAnsweredSuccess_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("anothers scene") << scan();
        QTest::newRow("a follower without a QR") << AccountServer::xml("subscribe", "", "oOne", 1);
        QTest::newRow("leaves") << AccountServer::xml("unsubscribe", "", "oOne", 2);
        QTest::newRow("a message") << scan().replace("[event]", "[text]");
    }
    void anEventIsAnsweredSuccess()
    {
        QFETCH(QByteArray, xml);
        const auto answer = m_server.push(m_server.query(QByteArray("ok ") + QTest::currentDataTag()), xml);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "success");
        QVERIFY(answer.headers.value("Content-Type").startsWith("text/plain"));
    }
    void aRepetitionIsAnsweredSuccessAReplayIsNot()
    {
        const auto first = m_server.query("r1");
        QCOMPARE(m_server.push(first, scan("x", 5)).status, 200);
        QCOMPARE(m_server.push(m_server.query("r2"), scan("x", 5)).body, "success");
        QCOMPARE(m_server.push(first, scan("x", 5)).status, 401);
        QCOMPARE(m_server.push(first, scan("x", 6)).status, 401);
    }
    void whatIsNotWeChatsIsRefused()
    {
        QCOMPARE(m_server.push("", scan()).status, 401);
        QCOMPARE(m_server.push(m_server.query("w1").replace("signature=", "signature=0"), scan()).status, 401);
        QCOMPARE(m_server.push(m_server.query("w2", -301), scan()).status, 401);
        QCOMPARE(m_server.push(m_server.query("w3", 302), scan()).status, 401);
    }
    void whatIsNoEventIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("JSON") << QByteArray("{}");
        QTest::newRow("binary") << QByteArray::fromHex("00ff00ff89504e47");
        QTest::newRow("an entity") << "<!DOCTYPE xml [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>" + scan("&a;");
        QTest::newRow("over 16 KiB") << scan() + QByteArray(16 * 1024, ' ');
        QTest::newRow("1 MB") << QByteArray(1'000'000, 'x');
    }
    void whatIsNoEventIsRefused()
    {
        QFETCH(QByteArray, body);
        const auto answer = m_server.push(m_server.query(QByteArray("bad ") + QTest::currentDataTag()), body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.body, "not understood");
        QCOMPARE(m_server.send("GET", m_server.at().http + "/healthz", {}, {}).status, 200);
    }
    void overOneMiBNobodyReads()
    {
        QCOMPARE(m_server.push(m_server.query("huge"), QByteArray(1024 * 1024 + 1, 'x')).status, 413);
    }
    void otherMethods()
    {
        QCOMPARE(m_server.send("PUT", m_server.events(), {}, {}).status, 405);
        QCOMPARE(m_server.send("DELETE", m_server.events(), {}, {}).status, 405);
    }
    void notOnThePhonesPort()
    {
        QCOMPARE(m_server.send("GET", m_server.at().phone + "/wechat/events", {}, {}).status, 404);
    }
};

QTEST_GUILESS_MAIN(OaRouteTest)
#include "tst_oa_route.moc"

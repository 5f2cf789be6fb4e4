// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrlQuery>

using namespace std::chrono_literals;

/// Somebody scans the Official Account's QR, and its server hears of it, up to four times.
class OaEventsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatorRig> m_rig;

    static std::unique_ptr<SimulatorRig> rigFor(const QString &eventsUrl)
    {
        auto rig = std::make_unique<SimulatorRig>(
            Simulator::Settings{.keys = SimulatorRig::vectorKeys(), .eventsUrl = eventsUrl});
        rig->transport.otherwise = [](const HttpCall &) { return HttpAnswer{200, {}, "success"}; };
        return rig;
    }
    static HttpRequest request(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {})
    {
        HttpRequest made = SimulatorRig::plainRequest(method, target, QJsonDocument(body).toJson());
        made.headers = {{"Host", "127.0.0.1:8090"}, {"Content-Type", "application/json"}};
        return made;
    }
    HttpReply scan(const QJsonObject &body)
    {
        return m_rig->simulator->account().controls().scan(request("POST", "/sim/scan", body));
    }
    const AccountBooks::Ticket &ticket(const QString &scene = "login_7f3c9a")
    {
        return m_rig->simulator->account().books().newTicket(scene, 300s);
    }

private slots:
    void init() { m_rig = rigFor("http://127.0.0.1:8080/wechat/events"); }

    void aFollowersScan()
    {
        const auto made = ticket();
        const auto reply = scan({{"url", made.url}, {"openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}});
        QCOMPARE(reply.status, 200);
        const QJsonObject said{{"openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"},
                               {"event", "SCAN"},
                               {"scene", "login_7f3c9a"},
                               {"ticket", made.ticket}};
        QCOMPARE(objectIn(reply.body), said);
        QCOMPARE(m_rig->transport.calls.size(), 1);
        const HttpCall &call = m_rig->transport.calls[0];
        QCOMPARE(call.method, "POST");
        QCOMPARE(call.url.adjusted(QUrl::RemoveQuery), QUrl("http://127.0.0.1:8080/wechat/events"));
        QCOMPARE(call.timeout, 5000ms);
        // But for the account's name, the ticket and the line ends it is vector 40, byte for byte.
        QByteArray vector = SimulatorRig::vector("40_oa_event_scan.body");
        vector.replace("\n", "").replace("gh_testonly000001", "gh_scantill0001");
        vector.replace("gQTESTONLYTICKET", made.ticket.toLatin1());
        QCOMPARE(call.body, vector);
    }
    void itIsSignedAsTheVectorsAre()
    {
        scan({{"ticket", ticket().ticket}});
        const QUrlQuery query(m_rig->transport.calls[0].url);
        const auto value = [&query](const char *name) { return query.queryItemValue(QLatin1String(name)).toLatin1(); };
        QByteArrayList parts{"TestOnlyToken2026", value("timestamp"), value("nonce")};
        std::sort(parts.begin(), parts.end());
        QCOMPARE(value("signature"), QCryptographicHash::hash(parts.join(), QCryptographicHash::Sha1).toHex());
        QCOMPARE(value("timestamp"), "1767225600");
        QVERIFY(value("openid").startsWith('o'));
        QVERIFY(!m_rig->transport.calls[0].url.toEncoded().contains("TestOnlyToken2026"));
    }
    void aNewFollowersScan()
    {
        const auto reply = scan({{"scene", ticket().scene}, {"follower", false}});
        QCOMPARE(objectIn(reply.body)["event"].toString(), QStringLiteral("subscribe"));
        const QByteArray body = m_rig->transport.calls[0].body;
        QVERIFY(body.contains("<Event><![CDATA[subscribe]]></Event>"));
        QVERIFY(body.contains("<EventKey><![CDATA[qrscene_login_7f3c9a]]></EventKey>"));
        QVERIFY(m_rig->simulator->account().books().mayWriteTo(objectIn(reply.body)["openid"].toString()));
    }
    void somebodyNewEachTimeUnlessNamed()
    {
        const auto made = ticket();
        const QString one = objectIn(scan({{"url", made.url}}).body)["openid"].toString();
        QVERIFY(one != objectIn(scan({{"url", made.url}}).body)["openid"].toString());
        QCOMPARE(one.size(), 28);
    }
    void repeatedThreeTimesWithoutAnAnswer_data()
    {
        QTest::addColumn<int>("status"); // 0: none
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("silence") << 0 << QByteArray();
        QTest::newRow("an error") << 500 << QByteArray();
        QTest::newRow("refused") << 401 << QByteArray("not verified");
        QTest::newRow("another word") << 200 << QByteArray("fail");
    }
    void repeatedThreeTimesWithoutAnAnswer()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        m_rig->transport.otherwise = [&](const HttpCall &) -> Result<HttpAnswer> {
            if (status == 0)
                return Error{ErrorCode::Unknown, {}};
            return HttpAnswer{status, {}, body};
        };
        scan({{"url", ticket().url}});
        QCOMPARE(m_rig->transport.calls.size(), 1);
        for (int again = 2; again <= 4; ++again) {
            m_rig->advance(4999ms);
            QCOMPARE(m_rig->transport.calls.size(), again - 1);
            m_rig->advance(1ms);
            QCOMPARE(m_rig->transport.calls.size(), again);
        }
        m_rig->advance(1h);
        QCOMPARE(m_rig->transport.calls.size(), 4);
        QCOMPARE(m_rig->simulator->account().events().waiting(), 0);
        QSet<QByteArray> bodies;
        QSet<QString> nonces;
        for (const HttpCall &call : m_rig->transport.calls) {
            bodies.insert(call.body);
            nonces.insert(QUrlQuery(call.url).queryItemValue("nonce"));
        }
        QCOMPARE(bodies.size(), 1);
        QCOMPARE(nonces.size(), 4); // each is signed anew
    }
    void oneAnswerEndsIt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("success") << QByteArray("success");
        QTest::newRow("an empty one") << QByteArray();
    }
    void oneAnswerEndsIt()
    {
        QFETCH(QByteArray, body);
        m_rig->transport.next([](const HttpCall &) -> Result<HttpAnswer> { return Error{ErrorCode::Unknown, {}}; });
        m_rig->transport.otherwise = [body](const HttpCall &) { return HttpAnswer{200, {}, body}; };
        scan({{"url", ticket().url}});
        m_rig->advance(1h);
        QCOMPARE(m_rig->transport.calls.size(), 2);
    }
    void anAdvanceOfTheSimulatorsClockBringsARepetitionNearer()
    {
        m_rig->transport.next([](const HttpCall &) -> Result<HttpAnswer> { return Error{ErrorCode::Unknown, {}}; });
        scan({{"url", ticket().url}});
        QVERIFY(m_rig->simulator->clock().advance(5s));
        QCOMPARE(m_rig->transport.calls.size(), 2);
        QCOMPARE(QUrlQuery(m_rig->transport.calls[1].url).queryItemValue("timestamp"), // signed in real time
                 QStringLiteral("1767225600"));
    }
    void whatCannotBeScanned()
    {
        const auto made = ticket();
        QCOMPARE(scan({}).status, 400);
        QCOMPARE(scan({{"url", made.url}, {"ticket", made.ticket}}).status, 400);
        QCOMPARE(scan({{"url", 7}}).status, 400);
        QCOMPARE(scan({{"url", made.url}, {"openid", "o <b>"}}).status, 400);
        QCOMPARE(scan({{"url", made.url}, {"openid", QString(65, u'o')}}).status, 400);
        QCOMPARE(scan({{"url", made.url}, {"follower", "yes"}}).status, 400);
        QCOMPARE(scan({{"url", "http://weixin.qq.com/q/nothing"}}).status, 404);
        m_rig->advance(300s);
        QCOMPARE(scan({{"url", made.url}}).status, 409);
        QVERIFY(m_rig->transport.calls.isEmpty());
    }
    void theNewestOfAScene()
    {
        const auto older = ticket().ticket;
        const auto newer = ticket().ticket;
        QCOMPARE(objectIn(scan({{"scene", "login_7f3c9a"}}).body)["ticket"].toString(), newer);
        QCOMPARE(objectIn(scan({{"ticket", older}}).body)["ticket"].toString(), older);
    }
    void staysOnThisMachine_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("nowhere") << QString();
        QTest::newRow("a shop") << QStringLiteral("https://shop.example.test/wechat/events");
        QTest::newRow("looks alike") << QStringLiteral("http://127.0.0.1.example.test/wechat/events");
        QTest::newRow("a neighbour") << QStringLiteral("http://192.0.2.7/wechat/events");
    }
    void staysOnThisMachine()
    {
        QFETCH(QString, url);
        m_rig = rigFor(url);
        const auto reply = scan({{"url", ticket().url}});
        QCOMPARE(reply.status, 409);
        QCOMPARE(objectIn(reply.body)["code"].toString(), QStringLiteral("NO_EVENTS_ADDRESS"));
        QVERIFY(m_rig->transport.calls.isEmpty());
    }
    void notTooManyAtOnce()
    {
        m_rig->transport.otherwise = [](const HttpCall &) -> Result<HttpAnswer> {
            return Error{ErrorCode::Unknown, {}};
        };
        const auto made = ticket();
        for (int i = 0; i < AccountEventSender::maxWaiting; ++i)
            QCOMPARE(scan({{"url", made.url}}).status, 200);
        QCOMPARE(scan({{"url", made.url}}).status, 503);
    }
    void whatTheAccountWrote()
    {
        m_rig->simulator->account().books().write("oOne", QStringLiteral("请确认"));
        const auto reply = m_rig->simulator->account().controls().messages(request("GET", "/sim/messages"));
        const QJsonObject message{
            {"at", "2026-01-01T00:00:00Z"}, {"openid", "oOne"}, {"text", QStringLiteral("请确认")}};
        QJsonObject seen = objectIn(reply.body)["messages"].toArray().at(0).toObject();
        QCOMPARE(QDateTime::fromString(seen["at"].toString(), Qt::ISODate), m_rig->clock.now());
        seen["at"] = message["at"];
        QCOMPARE(seen, message);
    }
    void isForThisMachineOnly()
    {
        auto foreign = request("POST", "/sim/scan", {{"url", ticket().url}});
        foreign.peer = QHostAddress("192.0.2.7");
        QCOMPARE(m_rig->simulator->account().controls().scan(foreign).status, 403);
        QCOMPARE(m_rig->simulator->account().controls().messages(foreign).status, 403);
        auto page = request("POST", "/sim/scan", {{"url", ticket().url}});
        page.headers.set("Content-Type", "text/plain");
        QCOMPARE(m_rig->simulator->account().controls().scan(page).status, 415);
        QVERIFY(m_rig->transport.calls.isEmpty());
    }
    void aSceneCannotBreakOutOfItsElement()
    {
        scan({{"url", ticket("]]></EventKey><b/>").url}});
        QVERIFY(m_rig->transport.calls[0].body.contains("<![CDATA[]]]]><![CDATA[></EventKey><b/>]]>"));
    }
};

QTEST_GUILESS_MAIN(OaEventsTest)
#include "tst_oa_events.moc"

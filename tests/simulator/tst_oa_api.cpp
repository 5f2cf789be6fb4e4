// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>
#include <QUrlQuery>

using namespace std::chrono_literals;

/// The twin's Official Account interface: tokens, parametric QRs, messages, and WeChat's way of saying no.
class OaApiTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatorRig> m_rig;

    AccountApi &api() { return m_rig->simulator->account().api(); }
    QJsonObject token(const QByteArray &query)
    {
        return objectIn(api().token(SimulatorRig::plainRequest("GET", "/cgi-bin/token?" + query)).body);
    }
    QByteArray newToken()
    {
        return token("grant_type=client_credential&appid=wxd678efh567hg6787&secret=0123456789abcdef0123456789abcdef")
            ["access_token"]
                .toString()
                .toLatin1();
    }
    QJsonObject post(HttpReply (AccountApi::*call)(const HttpRequest &), const QByteArray &token,
                     const QByteArray &body)
    {
        const HttpReply reply = (api().*call)(SimulatorRig::plainRequest("POST", "/x?access_token=" + token, body));
        return reply.status == 200 ? objectIn(reply.body) : QJsonObject();
    }
    QJsonObject qr(const QByteArray &token, const QJsonObject &body)
    {
        return post(&AccountApi::createQr, token, QJsonDocument(body).toJson());
    }
    QJsonObject message(const QByteArray &token, const QJsonObject &body)
    {
        return post(&AccountApi::sendMessage, token, QJsonDocument(body).toJson());
    }
    static QJsonObject textScene(const QJsonValue &scene, const char *action = "QR_STR_SCENE")
    {
        return {{"expire_seconds", 300},
                {"action_name", QString::fromLatin1(action)},
                {"action_info", QJsonObject{{"scene", QJsonObject{{"scene_str", scene}}}}}};
    }
    static QJsonObject numberScene(const QJsonValue &scene, const char *action = "QR_SCENE")
    {
        return {{"action_name", QString::fromLatin1(action)},
                {"action_info", QJsonObject{{"scene", QJsonObject{{"scene_id", scene}}}}}};
    }
    static QJsonObject text(const QString &to, const QJsonValue &content)
    {
        return {{"touser", to}, {"msgtype", "text"}, {"text", QJsonObject{{"content", content}}}};
    }

private slots:
    void init() { m_rig = std::make_unique<SimulatorRig>(); }

    void aToken()
    {
        const auto reply =
            token("grant_type=client_credential&appid=wxd678efh567hg6787&secret=0123456789abcdef0123456789abcdef");
        QCOMPARE(reply["expires_in"].toInt(), 7200);
        QVERIFY(reply["access_token"].toString().size() > 100);
        QVERIFY(!reply.contains("errcode"));
    }
    void whoGetsNoToken_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("errcode");
        const auto row = [](const char *query, int errcode) { QTest::newRow(query) << QByteArray(query) << errcode; };
        row("", 40002);
        row("grant_type=password&appid=a&secret=b", 40002);
        row("grant_type=client_credential&secret=b", 41002);
        row("grant_type=client_credential&appid=wxd678efh567hg6787", 41004);
        row("grant_type=client_credential&appid=wx1&secret=0123456789abcdef0123456789abcdef", 40013);
        row("grant_type=client_credential&appid=wxd678efh567hg6787&secret=wrong", 40125);
    }
    void whoGetsNoToken()
    {
        QFETCH(QByteArray, query);
        const auto reply = token(query);
        QTEST(reply["errcode"].toInt(), "errcode");
        QVERIFY(!reply["errmsg"].toString().isEmpty() && !reply.contains("access_token"));
    }
    void aTokenIsGoodForTwoHours()
    {
        const auto good = newToken();
        m_rig->clock.advance(7199s);
        QVERIFY(qr(good, textScene("a")).contains("ticket"));
        m_rig->clock.advance(1s);
        QCOMPARE(qr(good, textScene("a"))["errcode"].toInt(), 42001);
        QCOMPARE(qr("invented", textScene("a"))["errcode"].toInt(), 40001);
        QCOMPARE(qr("", textScene("a"))["errcode"].toInt(), 41001);
    }
    void anOlderTokenIsGoodForFiveMoreMinutes()
    {
        const auto older = newToken();
        const auto newer = newToken();
        m_rig->clock.advance(299s);
        QVERIFY(qr(older, textScene("a")).contains("ticket"));
        m_rig->clock.advance(1s);
        QCOMPARE(qr(older, textScene("a"))["errcode"].toInt(), 42001);
        QVERIFY(qr(newer, textScene("a")).contains("ticket"));
    }
    void aParametricQr()
    {
        const auto reply = qr(newToken(), textScene("login_7f3c9a"));
        QCOMPARE(reply.keys(), (QStringList{"expire_seconds", "ticket", "url"}));
        QCOMPARE(reply["expire_seconds"].toInt(), 300);
        QCOMPARE(reply["ticket"].toString().size(), 96);
        QVERIFY(reply["url"].toString().startsWith("http://weixin.qq.com/q/02"));
        const auto other = qr(newToken(), textScene("login_7f3c9a"));
        QVERIFY(other["ticket"] != reply["ticket"] && other["url"] != reply["url"]);
    }
    void itsFourKinds_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("lifeS"); // 0: refused, -1: for ever
        QTest::newRow("text") << textScene("x") << 300;
        QTest::newRow("text, 64") << textScene(QString(64, u'x')) << 300;
        QTest::newRow("text, 65") << textScene(QString(65, u'x')) << 0;
        QTest::newRow("text, none") << textScene("") << 0;
        QTest::newRow("text that is a number") << textScene(1) << 0;
        QTest::newRow("number, default life") << numberScene(1) << 60;
        QTest::newRow("number, 32 bits") << numberScene(4294967295LL) << 60;
        QTest::newRow("number, 33 bits") << numberScene(4294967296LL) << 0;
        QTest::newRow("number, zero") << numberScene(0) << 0;
        QTest::newRow("for ever") << numberScene(100'000, "QR_LIMIT_SCENE") << -1;
        QTest::newRow("for ever, too many") << numberScene(100'001, "QR_LIMIT_SCENE") << 0;
        QTest::newRow("for ever, text") << textScene("x", "QR_LIMIT_STR_SCENE") << -1;
        QTest::newRow("unknown kind") << textScene("x", "QR_OTHER") << 0;
        auto longest = textScene("x");
        longest["expire_seconds"] = 2'592'000;
        QTest::newRow("30 days") << longest << 2'592'000;
        longest["expire_seconds"] = 2'592'001;
        QTest::newRow("longer") << longest << 0;
    }
    void itsFourKinds()
    {
        QFETCH(QJsonObject, body);
        QFETCH(int, lifeS);
        const auto reply = qr(newToken(), body);
        QCOMPARE(reply.contains("ticket"), lifeS != 0);
        QCOMPARE(reply["errcode"].toInt(), lifeS == 0 ? 40097 : 0);
        QCOMPARE(reply["expire_seconds"].toInt(), std::max(lifeS, 0));
    }
    void bodiesThatAreNone()
    {
        const auto good = newToken();
        QCOMPARE(post(&AccountApi::createQr, good, "")["errcode"].toInt(), 44002);
        QCOMPARE(post(&AccountApi::createQr, good, "{")["errcode"].toInt(), 47001);
        QCOMPARE(post(&AccountApi::sendMessage, good, "")["errcode"].toInt(), 44002);
        QCOMPARE(post(&AccountApi::sendMessage, "wrong", "")["errcode"].toInt(), 40001);
    }
    void aMessageIsForThoseWhoCameOfLate()
    {
        auto &books = m_rig->simulator->account().books();
        const auto good = newToken();
        QCOMPARE(message(good, text("oOne", "hello"))["errcode"].toInt(), 45015);
        books.noteContact("oOne");
        const auto sent = message(good, text("oOne", QStringLiteral("请确认")));
        QCOMPARE(sent["errcode"].toInt(-2), 0);
        QCOMPARE(sent["errmsg"].toString(), QStringLiteral("ok"));
        QCOMPARE(books.messages().size(), 1u);
        QCOMPARE(books.messages()[0].openid, QStringLiteral("oOne"));
        QCOMPARE(books.messages()[0].text, QStringLiteral("请确认"));
        m_rig->clock.advance(48h);
        QCOMPARE(message(newToken(), text("oOne", "hello"))["errcode"].toInt(), 45015);
    }
    void messagesItDoesNotTake()
    {
        const auto good = newToken();
        m_rig->simulator->account().books().noteContact("oOne");
        auto picture = text("oOne", "x");
        picture["msgtype"] = "image";
        QCOMPARE(message(good, picture)["errcode"].toInt(), 40008);
        QCOMPARE(message(good, text("o One", "x"))["errcode"].toInt(), 40003);
        QCOMPARE(message(good, text("oOne", ""))["errcode"].toInt(), 44004);
        QCOMPARE(message(good, text("oOne", QString(2049, u'x')))["errcode"].toInt(), 45002);
        QVERIFY(m_rig->simulator->account().books().messages().empty());
    }
    void itsMemoryHasLimits()
    {
        auto &books = m_rig->simulator->account().books();
        const QString first = books.newTicket("first", 300s).ticket;
        for (int i = 1; i < AccountBooks::maxTickets; ++i)
            books.newTicket("more", 300s);
        QVERIFY(books.find(first));
        books.newTicket("more", 300s);
        QVERIFY(!books.find(first));
        for (int i = 0; i <= AccountBooks::maxMessages; ++i)
            books.write("oOne", QString::number(i));
        QCOMPARE(qsizetype(books.messages().size()), AccountBooks::maxMessages);
        QCOMPARE(books.messages().front().text, QStringLiteral("1"));
        for (int i = 0; i <= AccountBooks::maxContacts; ++i)
            books.noteContact("o" + QString::number(i));
        QVERIFY(!books.mayWriteTo("o" + QString::number(AccountBooks::maxContacts)));
        m_rig->clock.advance(48h);
        books.noteContact("oLate");
        QVERIFY(books.mayWriteTo("oLate"));
    }
};

QTEST_GUILESS_MAIN(OaApiTest)
#include "tst_oa_api.moc"

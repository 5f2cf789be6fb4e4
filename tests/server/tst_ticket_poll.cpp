// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/Handset.h"
#include "tests/server/LoginRig.h"

#include <QTcpSocket>

using namespace std::chrono_literals;

/// A till waits for its ticket; who has only the key learns nothing, and the session is handed out once.
class TicketPollTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<LoginRig> m_rig;
    Handset m_phone;

    /// A ticket that this phone, bound to the cashier, has scanned.
    QJsonObject scanned()
    {
        const auto ticket = m_rig->ticket();
        m_phone.open(ticket["qr"].toString());
        m_phone.press("scan");
        if (m_phone.state() == "stranger") {
            const auto chen = m_rig->signIn(m_rig->supervisor, "246813");
            const QJsonObject body{{"person", m_rig->cashier}};
            if (m_rig->call("POST", LoginRig::pathOf(ticket) + "/bind", body, {chen}).status != 200)
                qFatal("the phone was not bound");
            m_phone.open(ticket["qr"].toString());
        }
        return ticket;
    }
    QJsonObject confirmed()
    {
        const auto ticket = scanned();
        m_phone.press("confirm", "number=" + QByteArray::number(ticket["number"].toInt()));
        return ticket;
    }

private slots:
    void init()
    {
        m_rig = std::make_unique<LoginRig>();
        m_rig->makeStaff();
        m_phone.cookie.clear();
    }
    void cleanup() { m_rig.reset(); }

    void aTicketTellsTheTillWhatItNeeds()
    {
        const auto ticket = m_rig->ticket();
        QCOMPARE(ticket.keys(), (QStringList{"expires_at", "key", "number", "poll_secret", "qr", "state"}));
        QCOMPARE(ticket["qr"].toString(), m_rig->phoneAddress() + "/m/login/" + ticket["key"].toString());
        QVERIFY(!ticket["qr"].toString().contains(ticket["poll_secret"].toString()));
        QCOMPARE(ticket["state"].toString(), QStringLiteral("created"));
        QCOMPARE(m_rig->poll(ticket).keys(), (QStringList{"expires_at", "key", "state"}));
    }
    void aStolenKeyOpensNothing_data()
    {
        QTest::addColumn<QByteArray>("bearer");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a guess") << QByteArray("guess");
        QTest::newRow("the terminal's token") << QByteArray("terminal-token");
        QTest::newRow("another ticket's secret") << QByteArray("OTHER");
        QTest::newRow("the key") << QByteArray("KEY");
    }
    void aStolenKeyOpensNothing()
    {
        QFETCH(QByteArray, bearer);
        const auto ticket = confirmed();
        if (bearer == "OTHER")
            bearer = m_rig->ticket()["poll_secret"].toString().toLatin1();
        if (bearer == "KEY")
            bearer = ticket["key"].toString().toLatin1();
        for (const auto *query : {"", "?after=scanned"}) {
            const auto answer = m_rig->call("GET", LoginRig::pathOf(ticket) + query, {}, {{}, bearer});
            QCOMPARE(answer.status, 401);
            QVERIFY(!answer.body.contains("session_token"));
        }
        QVERIFY(m_rig->poll(ticket)["session_token"].isString()); // the holder still gets it
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"?after=paid", "?after=", "?timeout=0", "?timeout=61", "?timeout=x",
                                  "?timeout=", "?timeout=-1", "?timeout=1.5"})
            QTest::newRow(query) << query;
    }
    void refuses()
    {
        QFETCH(QString, query);
        const auto ticket = m_rig->ticket();
        QCOMPARE(m_rig->call("GET", LoginRig::pathOf(ticket) + query, {}, LoginRig::secretOf(ticket)).status, 400);
    }
    void anUnknownKeyIsNotFound()
    {
        const auto ticket = m_rig->ticket();
        const auto answer = m_rig->call("GET", "/api/v1/login/tickets/nothing", {}, LoginRig::secretOf(ticket));
        QCOMPARE(answer.status, 404);
        QCOMPARE(LoginRig::code(answer), QStringLiteral("TICKET_NOT_EXIST"));
    }
    void waitsForTheScan()
    {
        const auto ticket = m_rig->ticket();
        auto waiting = m_rig->hold(ticket, "?after=created");
        QVERIFY(!waiting.isFinished());
        m_phone.open(ticket["qr"].toString());
        QVERIFY(!waiting.isFinished()); // to look is not to scan
        m_phone.press("scan");
        const auto answer = LoginRig::json(*await(waiting));
        QCOMPARE(answer["state"].toString(), QStringLiteral("scanned"));
        QVERIFY(answer.contains("person") && answer["person"].isNull());
        QCOMPARE(m_rig->watchers.count(), 0);
    }
    void aSpuriousNudgeWakesNobody()
    {
        const auto ticket = m_rig->ticket();
        auto waiting = m_rig->hold(ticket, "?after=created");
        for (int i = 0; i < 3; ++i) {
            m_rig->watchers.nudge(*WatchKey::parse(ticket["key"].toString()));
            QVERIFY(QTest::qWaitFor([&] { return m_rig->watchers.count() == 1; }));
        }
        QVERIFY(!waiting.isFinished());
        m_rig->shop.clock.advance(25s);
        QCOMPARE(await(waiting)->status, 204);
    }
    void nothingNewIs204InTime_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("seconds");
        QTest::newRow("by default") << "?after=created" << 25;
        QTest::newRow("as asked") << "?after=created&timeout=3" << 3;
        QTest::newRow("at most") << "?after=created&timeout=60" << 60;
    }
    void nothingNewIs204InTime()
    {
        QFETCH(QString, query);
        QFETCH(int, seconds);
        auto waiting = m_rig->hold(m_rig->ticket(), query);
        m_rig->shop.clock.advance(std::chrono::seconds(seconds) - 1ms);
        QCoreApplication::processEvents();
        QVERIFY(!waiting.isFinished());
        m_rig->shop.clock.advance(1ms);
        const auto answer = await(waiting);
        QCOMPARE(answer->status, 204);
        QVERIFY(answer->body.isEmpty());
        QCOMPARE(m_rig->watchers.count(), 0);
    }
    void theEndOfItsTimeWakesThePoll()
    {
        const auto ticket = m_rig->ticket();
        m_rig->shop.clock.advance(100s);
        auto waiting = m_rig->hold(ticket, "?after=created");
        m_rig->shop.clock.advance(20s);
        QCOMPARE(LoginRig::json(*await(waiting))["state"].toString(), QStringLiteral("expired"));
        // There is nothing more to wait for.
        QCOMPARE(m_rig->poll(ticket, "?after=expired")["state"].toString(), QStringLiteral("expired"));
        m_rig->shop.clock.advance(60s);
        QCOMPARE(m_rig->call("GET", LoginRig::pathOf(ticket), {}, LoginRig::secretOf(ticket)).status, 404);
    }
    void theSessionTokenComesOnce()
    {
        const auto ticket = scanned();
        auto waiting = m_rig->hold(ticket, "?after=scanned");
        m_phone.press("confirm", "number=" + QByteArray::number(ticket["number"].toInt()));
        const auto answer = LoginRig::json(*await(waiting));
        QCOMPARE(answer["state"].toString(), QStringLiteral("confirmed"));
        QCOMPARE(answer["person"].toObject()["id"].toString(), m_rig->cashier);
        const auto token = answer["session_token"].toString().toLatin1();
        const auto session = m_rig->call("GET", "/api/v1/login/session", {}, {token});
        QCOMPARE(session.status, 200);
        QCOMPARE(LoginRig::json(session)["person"].toObject()["name"].toString(), QStringLiteral("林晓"));
        for (const auto *query : {"", "?after=scanned", "?after=confirmed"}) {
            const auto again = m_rig->poll(ticket, query);
            QCOMPARE(again["state"].toString(), QStringLiteral("confirmed"));
            QVERIFY(!again.contains("session_token"));
        }
    }
    void whenTheBooksFailItCanBeAskedForAgain()
    {
        const auto ticket = confirmed();
        const auto rename = [this](const char *sql) {
            return await(m_rig->shop.database->run<int>([sql](SqlConnection &database) -> Result<int> {
                const auto done = database.execute(QString::fromLatin1(sql));
                return done ? Result<int>(1) : Result<int>(done.error());
            }));
        };
        QVERIFY(rename("ALTER TABLE operator_sessions RENAME TO away"));
        QCOMPARE(m_rig->call("GET", LoginRig::pathOf(ticket), {}, LoginRig::secretOf(ticket)).status, 500);
        QVERIFY(rename("ALTER TABLE away RENAME TO operator_sessions"));
        QVERIFY(m_rig->poll(ticket)["session_token"].isString());
    }
    void onlyTheNewestPollGoesOn()
    {
        // A till whose connection broke asks again before we know that the first one is dead.
        const auto ticket = scanned();
        auto old = m_rig->hold(ticket, "?after=scanned");
        auto renewed = m_rig->begin("GET", LoginRig::pathOf(ticket) + "?after=scanned", {}, LoginRig::secretOf(ticket));
        QCOMPARE(await(old)->status, 204);
        m_phone.press("confirm", "number=" + QByteArray::number(ticket["number"].toInt()));
        QVERIFY(LoginRig::json(*await(renewed))["session_token"].isString());
    }
    void aTillThatHungUpLeavesNothing()
    {
        const auto ticket = m_rig->ticket();
        QTcpSocket socket;
        const QUrl url(m_rig->address());
        socket.connectToHost(QHostAddress::LocalHost, quint16(url.port()));
        socket.write("GET " + LoginRig::pathOf(ticket).toLatin1()
                     + "?after=created HTTP/1.1\r\nHost: x\r\nAuthorization: " + "Bearer "
                     + ticket["poll_secret"].toString().toLatin1() + "\r\n\r\n");
        QTRY_COMPARE(m_rig->watchers.count(), 1);
        socket.abort();
        QTRY_COMPARE(m_rig->watchers.count(), 0);
        m_phone.open(ticket["qr"].toString());
        m_phone.press("scan");
        QCOMPARE(m_rig->poll(ticket)["state"].toString(), QStringLiteral("scanned"));
    }
    void wherePhonesCannotReachUsThePinIsLeft()
    {
        LoginRig rig(false, false);
        const auto answer = rig.call("POST", "/api/v1/login/tickets", {{"shop", "s"}});
        QCOMPARE(answer.status, 503);
        QCOMPARE(LoginRig::code(answer), QStringLiteral("PHONE_LOGIN_OFF"));
    }
    void refusesATicket_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing said") << QJsonObject() << 201;
        QTest::newRow("forty") << QJsonObject{{"till", QString(40, u'x')}} << 201;
        QTest::newRow("forty-one") << QJsonObject{{"till", QString(41, u'x')}} << 400;
        QTest::newRow("a number") << QJsonObject{{"shop", 7}} << 400;
        QTest::newRow("two lines") << QJsonObject{{"shop", "a\nb"}} << 400;
        QTest::newRow("turned around") << QJsonObject{{"shop", QStringLiteral("a\u202Eb")}} << 400;
        QTest::newRow("unknown member") << QJsonObject{{"number", 12}} << 400;
    }
    void refusesATicket()
    {
        QFETCH(QJsonObject, body);
        QTEST(m_rig->call("POST", "/api/v1/login/tickets", body).status, "status");
        QCOMPARE(m_rig->call("POST", "/api/v1/login/tickets", {}, {{}, "guess"}).status, 401);
    }
};

QTEST_GUILESS_MAIN(TicketPollTest)
#include "tst_ticket_poll.moc"

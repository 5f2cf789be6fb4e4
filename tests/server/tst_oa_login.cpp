// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/AccountServer.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

/// Scan to log in by the Official Account, whole: the QR WeChat drew, its event, the link in the chat, the page behind
/// it, the till's session.
class OaLoginTest : public QObject
{
    Q_OBJECT

    AccountServer m_server;

    QJsonObject scan(const QJsonObject &ticket, const QString &openid, bool follower = true)
    {
        return ServerTalk::json(m_server.simulator(
            "POST", "/sim/scan", {{"url", ticket["qr"]}, {"openid", openid}, {"follower", follower}}));
    }
    QString stateOf(const QJsonObject &ticket) { return m_server.ticket(ticket)["state"].toString(); }
    QString messageTo(const QString &openid)
    {
        const auto all = ServerTalk::json(m_server.simulator("GET", "/sim/messages"))["messages"].toArray();
        for (const auto &message : all) {
            if (message.toObject()["openid"].toString() == openid)
                return message.toObject()["text"].toString();
        }
        return {};
    }
    /// The link the account sent, once it is there.
    QString linkTo(const QString &openid)
    {
        QString text;
        if (!QTest::qWaitFor([&] { return !(text = messageTo(openid)).isEmpty(); }, 20'000))
            return {};
        return text.mid(text.indexOf("http"));
    }
    QString person()
    {
        QJsonArray people;
        // The practice people are made after the start.
        (void)QTest::qWaitFor(
            [&] {
                people = ServerTalk::json(m_server.get("/api/v1/people"))["people"].toArray();
                return !people.isEmpty();
            },
            20'000);
        return people.at(0).toObject()["id"].toString();
    }
    HttpAnswer answerForm(const QString &link, const QByteArray &page, const QString &action, const QByteArray &fields)
    {
        static const QRegularExpression csrf("name=\"csrf\" value=\"([0-9a-f]+)\"");
        const QUrl url(link);
        const auto target = url.path() + u'/' + action + u'?' + url.query();
        return m_server.send("POST", m_server.at().phone + target,
                             fields + "&csrf=" + csrf.match(QString::fromUtf8(page)).captured(1).toLatin1(),
                             {{"Content-Type", "application/x-www-form-urlencoded"}});
    }

private slots:
    void fromTheQrToTheSession()
    {
        const auto ticket = m_server.newTicket();
        QVERIFY2(ticket["qr"].toString().startsWith("http://weixin.qq.com/q/"), qPrintable(ticket["qr"].toString()));
        QCOMPARE(stateOf(ticket), QStringLiteral("created"));
        QCOMPARE(scan(ticket, "oPhoneOne")["event"].toString(), QStringLiteral("SCAN"));
        QTRY_COMPARE(stateOf(ticket), QStringLiteral("scanned"));
        QVERIFY(m_server.ticket(ticket)["person"].isNull()); // a strange phone

        const auto bound =
            m_server.post("/api/v1/login/tickets/" + ticket["key"].toString() + "/bind", {{"person", person()}});
        QCOMPARE(bound.status, 200);
        const QString link = linkTo("oPhoneOne");
        QVERIFY2(link.startsWith(m_server.at().phone + "/m/login/" + ticket["key"].toString()), qPrintable(link));
        QVERIFY(messageTo("oPhoneOne").contains(QStringLiteral("南门店 · 2")));

        const auto page = m_server.send("GET", link, {}, {});
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("南门店"));
        const auto number = QByteArray::number(ticket["number"].toInt());
        QCOMPARE(answerForm(link, page.body, "confirm", "number=" + number).status, 303);
        const auto done = m_server.ticket(ticket);
        QCOMPARE(done["state"].toString(), QStringLiteral("confirmed"));
        QVERIFY(!done["session_token"].toString().isEmpty());
        QVERIFY(m_server.ticket(ticket)["session_token"].toString().isEmpty()); // once

        // From now on that WeChat is somebody.
        const auto next = m_server.newTicket();
        scan(next, "oPhoneOne");
        QTRY_COMPARE(stateOf(next), QStringLiteral("scanned"));
        QVERIFY(m_server.ticket(next)["person"].isObject());
    }
    void aNewFollowerScansToo()
    {
        const auto ticket = m_server.newTicket();
        QCOMPARE(scan(ticket, "oNewcomer", false)["event"].toString(), QStringLiteral("subscribe"));
        QTRY_COMPARE(stateOf(ticket), QStringLiteral("scanned"));
        QVERIFY(!linkTo("oNewcomer").isEmpty());
    }
    void theSecondPhoneIsTooLate()
    {
        const auto ticket = m_server.newTicket();
        scan(ticket, "oFirst");
        QTRY_COMPARE(stateOf(ticket), QStringLiteral("scanned"));
        scan(ticket, "oSecond");
        scan(m_server.newTicket(), "oThird");
        QVERIFY(!linkTo("oThird").isEmpty()); // sent, and the second's would have been before
        QVERIFY(!linkTo("oFirst").isEmpty());
        QVERIFY(messageTo("oSecond").isEmpty());
    }
    void aForgedScanMovesNothing()
    {
        const auto ticket = m_server.newTicket();
        const auto xml = AccountServer::xml("SCAN", ticket["key"].toString().toLatin1(), "oThief", 1);
        QCOMPARE(m_server.push("signature=0&timestamp=1&nonce=2", xml).status, 401);
        QCOMPARE(m_server.push("", xml).status, 401);
        QCOMPARE(stateOf(ticket), QStringLiteral("created"));
    }
    void aRepetitionIsAnsweredToo()
    {
        const auto ticket = m_server.newTicket();
        const auto key = ticket["key"].toString().toLatin1();
        for (const char *nonce : {"n1", "n2", "n3"})
            QCOMPARE(m_server.push(m_server.query(nonce), AccountServer::xml("SCAN", key, "oAgain", 7)).status, 200);
        QCOMPARE(stateOf(ticket), QStringLiteral("scanned"));
    }
    void theLinkIsForOneTicket()
    {
        const auto one = m_server.newTicket();
        scan(one, "oCurious");
        QString link = linkTo("oCurious");
        const auto other = m_server.newTicket();
        QVERIFY(link.contains(one["key"].toString()));
        link.replace(one["key"].toString(), other["key"].toString());
        QCOMPARE(m_server.send("GET", link, {}, {}).status, 403);
    }
};

QTEST_GUILESS_MAIN(OaLoginTest)
#include "tst_oa_login.moc"

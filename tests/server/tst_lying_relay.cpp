// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayFrames.h"
#include "server/relay/RelayedHeaders.h"
#include "tests/server/RunningServer.h"
#include "tests/server/SignedNotify.h"
#include "tests/support/ForeignSql.h"
#include "tests/support/LoopbackServer.h"

#include <QJsonArray>

namespace {

/// Whatever the relay writes into the file of its token, a shop reads so.
QString tokenFile(const QTemporaryDir &folder)
{
    QFile file(folder.filePath("relay-token.json"));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(R"({"shop":"corner","token":"0123456789012345678901234567890123456789012"})") <= 0)
        qFatal("no token file");
    return file.fileName();
}

} // namespace

/// The relay is trusted with nothing: what it hands down counts as what WeChat signed, and nothing else it says or
/// leaves out changes an order.
class LyingRelayTest : public QObject
{
    Q_OBJECT

    void welcome(const RelayPosition &position = {"stream-1", 0, {}})
    {
        QTRY_VERIFY(!m_relay->messages.isEmpty());
        m_hello = m_relay->messages.takeFirst()["hello"].toObject();
        m_relay->push(RelayFrames::text(RelayFrames::Welcome{position, position.after}).toUtf8());
    }
    RelayedNotification signedNote(const QJsonObject &content, qint64 ageS = 0)
    {
        const QByteArray body = m_gateway->body(content);
        return *RelayedHeaders::read(m_gateway->headers(body, ageS), body);
    }
    void push(qint64 seq, RelayedNotification notification)
    {
        notification.seq = seq;
        m_relay->push(RelayFrames::text(notification).toUtf8());
    }
    /// It was looked at to the end, however that went.
    void acknowledges(qint64 seq)
    {
        QTRY_VERIFY(!m_relay->messages.isEmpty());
        QCOMPARE(m_relay->messages.takeFirst()["ack"].toObject()["seq"].toInteger(), seq);
    }
    QJsonObject order() { return m_server->order(m_order["out_trade_no"].toString()); }
    QString state() { return order()["trade_state"].toString(); }
    QJsonArray cases() { return RunningServer::json(m_server->get("/api/v1/cases?state=open"))["cases"].toArray(); }

private slots:
    void init()
    {
        m_relay = std::make_unique<LoopbackServer>();
        m_server = std::make_unique<RunningServer>([this](ServerConfig &config) {
            config.relayUrl = m_relay->url();
            config.relayUrl.setScheme("ws");
            config.relayTokenFile = tokenFile(m_folder);
        });
        m_gateway = std::make_unique<SignedNotify>(*m_server);
        m_order = m_server->place(1990);
        welcome();
    }
    void cleanup()
    {
        m_gateway.reset();
        m_server.reset();
        m_relay.reset();
    }

    void whatWeChatSignedPays()
    {
        push(1, signedNote(m_gateway->content(m_order)));
        acknowledges(1);
        QCOMPARE(state(), QStringLiteral("SUCCESS"));
        QCOMPARE(order()["confirmed_by"].toString(), QStringLiteral("notify"));
        const auto timeline = m_server->get("/api/v1/orders/" + m_order["out_trade_no"].toString() + "/timeline").body;
        QVERIFY2(timeline.contains("relayed"), timeline.constData());
    }
    void alsoWhereItHasWaitedForDays()
    {
        push(1, signedNote(m_gateway->content(m_order), 5 * 86'400));
        acknowledges(1);
        QCOMPARE(state(), QStringLiteral("SUCCESS"));
        // Posted here, the same would be refused.
        const auto other = m_server->place(500);
        const auto body = m_gateway->body(m_gateway->content(other));
        QCOMPARE(m_gateway->send(*m_server, body, m_gateway->headers(body, 5 * 86'400)).status, 401);
    }
    void anInventedOneChangesNothing()
    {
        RelayedNotification forged = signedNote(m_gateway->content(m_order));
        forged.signature = QByteArray(256, 'x').toBase64();
        push(1, forged);
        acknowledges(1);
        RelayedNotification altered = signedNote(m_gateway->content(m_order));
        altered.body.replace("\"ok\"", "\"OK\"");
        push(2, altered);
        acknowledges(2);
        RelayedNotification younger = signedNote(m_gateway->content(m_order), 600);
        younger.timestamp = QByteArray::number(QDateTime::currentSecsSinceEpoch());
        push(3, younger);
        acknowledges(3);
        RelayedNotification ownKey = signedNote(m_gateway->content(m_order));
        ownKey.serial = "PUB_KEY_ID_0000000000000000000000000000000";
        push(4, ownKey);
        acknowledges(4);
        QCOMPARE(state(), QStringLiteral("NOTPAY"));
        QVERIFY(cases().isEmpty());
        push(5, signedNote(m_gateway->content(m_order))); // and the line goes on
        acknowledges(5);
        QCOMPARE(state(), QStringLiteral("SUCCESS"));
        const auto figures = m_server->get("/metrics").body;
        QVERIFY2(figures.contains("scantill_relay_notifications_total{outcome=\"refused\"} 4"), figures.constData());
        QVERIFY(figures.contains("scantill_relay_notifications_total{outcome=\"taken\"} 1"));
        QVERIFY(figures.contains("scantill_relay_connected 1"));
    }
    void aRelayThatIsAwaySendsNoTillAway()
    {
        const auto part = [this] {
            return RunningServer::json(m_server->get("/readyz"))["parts"].toObject()["relay"].toObject();
        };
        QTRY_COMPARE(part()["state"].toString(), QStringLiteral("connected"));
        m_relay->vanish();
        QTRY_COMPARE(part()["state"].toString(), QStringLiteral("away"));
        QCOMPARE(part()["ready"], QJsonValue(true));
        QCOMPARE(m_server->get("/readyz").status, 200);
    }
    void aReplayedOneChangesNothing()
    {
        const auto genuine = signedNote(m_gateway->content(m_order));
        push(1, genuine);
        acknowledges(1);
        for (qint64 seq = 2; seq <= 4; ++seq) {
            push(seq, genuine);
            acknowledges(seq);
        }
        QCOMPARE(order()["seq"].toInteger(), 3); // CREATED, CODE_READY, SUCCESS
        QVERIFY(cases().isEmpty());
    }
    void norDoesOneReplayedForAnotherOrder()
    {
        const auto genuine = signedNote(m_gateway->content(m_order));
        push(1, genuine);
        acknowledges(1);
        const auto other = m_server->place(1990);
        push(2, genuine);
        acknowledges(2);
        QCOMPARE(m_server->state(other["out_trade_no"].toString()), QStringLiteral("NOTPAY"));
    }
    void numbersThatJumpOrGoBackHideNothing()
    {
        push(1'000'000, signedNote(m_gateway->content(m_order)));
        acknowledges(1'000'000);
        QCOMPARE(state(), QStringLiteral("SUCCESS"));
        const auto other = m_server->place(500);
        push(3, signedNote(m_gateway->content(other, "4200002")));
        QTRY_COMPARE(m_server->state(other["out_trade_no"].toString()), QStringLiteral("SUCCESS"));
    }
    void whatItWithholdsAQueryFinds()
    {
        // The simulator's own notification is lost, and the relay says nothing.
        QCOMPARE(m_server->simulator("PUT", "/sim/faults", {{"notify", QJsonObject{{"lose", 1}}}}).status, 200);
        QCOMPARE(m_server->pay(m_order["out_trade_no"].toString()).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("SUCCESS"), 10'000);
        QCOMPARE(order()["confirmed_by"].toString(), QStringLiteral("query"));
    }
    void booksThatCannotBeWrittenGetItAgain()
    {
        QVERIFY(alter("ALTER TABLE order_events RENAME TO moved"));
        push(1, signedNote(m_gateway->content(m_order)));
        QTRY_VERIFY(m_relay->clients.isEmpty());
        QVERIFY(m_relay->messages.isEmpty()); // not acknowledged
        QVERIFY(alter("ALTER TABLE moved RENAME TO order_events"));
        QTRY_VERIFY(!m_relay->clients.isEmpty());
        welcome();
        QCOMPARE(m_hello["after"].toInteger(-1), 0);
        push(1, signedNote(m_gateway->content(m_order)));
        acknowledges(1);
        QCOMPARE(state(), QStringLiteral("SUCCESS"));
    }

private:
    bool alter(const QString &statement);

    QTemporaryDir m_folder;
    std::unique_ptr<LoopbackServer> m_relay;
    std::unique_ptr<RunningServer> m_server;
    std::unique_ptr<SignedNotify> m_gateway;
    QJsonObject m_order;
    QJsonObject m_hello;
};

bool LyingRelayTest::alter(const QString &statement)
{
    return alterFile(m_server->path("books.sqlite"), {statement});
}

QTEST_GUILESS_MAIN(LyingRelayTest)
#include "tst_lying_relay.moc"

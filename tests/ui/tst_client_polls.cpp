// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Await.h"
#include "tests/support/ClientRig.h"

using namespace std::chrono_literals;

class ClientPollsTest : public QObject
{
    Q_OBJECT
private slots:
    void whileTheSocketIsDownTheOrderIsAskedForEveryTwoSeconds()
    {
        ClientRig rig;
        rig.client.watch(ClientRig::number());
        QTRY_COMPARE(rig.server.messages.size(), 1);
        rig.server.silentSockets = true; // the next sockets bring nothing, HTTP goes on
        rig.server.answer = [](const auto &) {
            return LoopbackServer::Reply{200, ClientRig::body(ClientRig::order(2))};
        };
        rig.server.dropSockets();
        ClientRig::settle();
        QCOMPARE(rig.server.requests.size(), 0);
        QSignalSpy dropped(&rig.client, &PaymentDesk::onlineChanged);
        rig.server.vanish();
        rig.clock.advance(1s);
        rig.server.listen();
        ClientRig::settle();
        rig.clock.advance(1s);
        QTRY_COMPARE(rig.server.count("GET", "/api/v1/orders/NUMBER1"), 1);
        QTRY_COMPARE(rig.seqs(), QList<qint64>{2});
    }
    void aRefusedWatchIsPolledToo()
    {
        ClientRig rig;
        qint64 seq = 1;
        rig.server.answer = [&seq](const auto &) {
            return LoopbackServer::Reply{200, ClientRig::body(ClientRig::order(seq))};
        };
        rig.client.watch(ClientRig::number());
        QTRY_COMPARE(rig.server.messages.size(), 1);
        rig.server.push(QJsonObject{{"result", 0}, {"info", "no"}, {"outTradeNo", "NUMBER1"}});
        QTRY_COMPARE(rig.heard.size(), 1);
        seq = 4;
        rig.clock.advance(2s);
        QTRY_COMPARE(rig.seqs(), (QList<qint64>{1, 4}));
        rig.clock.advance(2s);
        QTRY_COMPARE(rig.server.requests.size(), 3);
        ClientRig::settle();
        QCOMPARE(rig.heard.size(), 2); // nothing new
        rig.client.unwatch(ClientRig::number());
        rig.clock.advance(20s);
        ClientRig::settle();
        QCOMPARE(rig.server.requests.size(), 3);
    }
    void withTheSocketUpNothingIsPolled()
    {
        ClientRig rig;
        rig.client.watch(ClientRig::number());
        QTRY_COMPARE(rig.server.messages.size(), 1);
        for (int i = 0; i < 5; ++i) {
            rig.clock.advance(2s);
            ClientRig::settle();
        }
        QVERIFY(rig.server.requests.isEmpty());
    }
    void aMalformedPushIsAskedAbout_data()
    {
        QTest::addColumn<QByteArray>("push");
        QTest::newRow("no JSON") << QByteArray("{oops");
        QTest::newRow("an array") << QByteArray("[1]");
        QTest::newRow("an order without an amount") << QByteArray(
            R"({"event":"SUCCESS","outTradeNo":"NUMBER1","order":{"out_trade_no":"NUMBER1","trade_state":"SUCCESS"}})");
        QTest::newRow("the mock's message") << QByteArray(R"({"result":1,"info":"ok","now":1,"outTradeNo":"NUMBER1"})");
        QTest::newRow("an order that is text") << QByteArray(R"({"outTradeNo":"NUMBER1","order":"x"})");
    }
    void aMalformedPushIsAskedAbout()
    {
        QFETCH(QByteArray, push);
        ClientRig rig;
        rig.server.answer = [](const auto &) {
            return LoopbackServer::Reply{200, ClientRig::body(ClientRig::order(2))};
        };
        rig.client.watch(ClientRig::number());
        QTRY_COMPARE(rig.server.messages.size(), 1);
        rig.server.push(push);
        QTRY_COMPARE(rig.seqs(), QList<qint64>{2});
        QCOMPARE(rig.server.count("GET", "/api/v1/orders/NUMBER1"), 1);
        QCOMPARE(rig.heard[0].state, TradeState::NotPay); // nobody turned it green
    }
};

QTEST_GUILESS_MAIN(ClientPollsTest)
#include "tst_client_polls.moc"

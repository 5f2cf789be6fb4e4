// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Await.h"
#include "tests/support/ClientRig.h"

using namespace std::chrono_literals;

class ClientResumeTest : public QObject
{
    Q_OBJECT
private slots:
    void aWatchBeginsFromTheStartAndIsToldEachStateOnce()
    {
        ClientRig rig;
        rig.client.watch(ClientRig::number());
        QTRY_COMPARE(rig.server.messages.size(), 1);
        const QJsonObject expected{
            {"action", "create"}, {"outTradeNo", "NUMBER1"}, {"token", "terminal-token"}, {"after", 0}};
        QCOMPARE(rig.server.messages[0], expected);
        rig.server.push(ClientRig::event("SNAPSHOT", ClientRig::order(1)));
        rig.server.push(ClientRig::event("CODE_READY", ClientRig::order(2)));
        rig.server.push(ClientRig::event("CODE_READY", ClientRig::order(2)));
        rig.server.push(ClientRig::event("SUCCESS", ClientRig::order(3, TradeState::Success)));
        QTRY_COMPARE(rig.heard.size(), 3);
        ClientRig::settle();
        QCOMPARE(rig.seqs(), (QList<qint64>{1, 2, 3}));
        QCOMPARE(rig.heard.back().state, TradeState::Success);
    }
    void afterALossItGoesOnFromTheLastSeen()
    {
        ClientRig rig;
        rig.client.watch(ClientRig::number());
        QTRY_COMPARE(rig.server.messages.size(), 1);
        rig.server.push(ClientRig::event("SNAPSHOT", ClientRig::order(2)));
        QTRY_COMPARE(rig.heard.size(), 1);
        rig.server.dropSockets();
        ClientRig::settle();
        rig.clock.advance(400ms);
        QTRY_COMPARE(rig.server.messages.size(), 2);
        QCOMPARE(rig.server.messages[1]["after"].toInteger(), 2);
        rig.server.push(ClientRig::event("SNAPSHOT", ClientRig::order(2)));
        rig.server.push(ClientRig::event("SUCCESS", ClientRig::order(3, TradeState::Success)));
        QTRY_COMPARE(rig.seqs(), (QList<qint64>{2, 3}));
        QVERIFY(rig.online.isEmpty()); // it was over before it was worth a word
    }
    void whatIsNoLongerWatchedIsNotTold()
    {
        ClientRig rig;
        rig.client.watch(ClientRig::number());
        QTRY_COMPARE(rig.server.messages.size(), 1);
        rig.client.unwatch(ClientRig::number());
        QTRY_COMPARE(rig.server.messages.size(), 2);
        QCOMPARE(rig.server.messages[1]["action"].toString(), QString("remove"));
        rig.server.push(ClientRig::event("SUCCESS", ClientRig::order(3, TradeState::Success)));
        ClientRig::settle();
        QVERIFY(rig.heard.isEmpty());
    }
    void anothersOrderIsNotTold()
    {
        ClientRig rig;
        rig.client.watch(ClientRig::number());
        QTRY_COMPARE(rig.server.messages.size(), 1);
        Order other = ClientRig::order(3, TradeState::Success);
        other.outTradeNo = *OutTradeNo::parse("NUMBER2");
        rig.server.push(ClientRig::event("SUCCESS", other));
        QJsonObject mixed = ClientRig::event("SUCCESS", other);
        mixed["outTradeNo"] = "NUMBER1"; // says ours outside and another's inside
        rig.server.push(mixed);
        ClientRig::settle();
        QVERIFY(rig.heard.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ClientResumeTest)
#include "tst_client_resume.moc"

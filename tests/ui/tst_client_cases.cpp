// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ClientRig.h"

using namespace std::chrono_literals;

class ClientCasesTest : public QObject
{
    Q_OBJECT
private slots:
    void theCasesAreAskedForAtTheConnection()
    {
        ClientRig rig;
        const QSignalSpy told(&rig.client, &PaymentDesk::casesChanged);
        rig.server.cases.body = R"({"cases":[{"id":1},{"id":2}]})";
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toInt(), 2);
        const auto &request = rig.server.caseRequests.first();
        QCOMPARE(request.method, "GET");
        QCOMPARE(request.path, "/api/v1/cases?state=open");
        QVERIFY(request.head.contains("Authorization: Bearer terminal-token"));
    }
    void theyAreAskedForAgainInTimeAndAfterALoss()
    {
        ClientRig rig;
        const QSignalSpy told(&rig.client, &PaymentDesk::casesChanged);
        QTRY_COMPARE(rig.server.caseRequests.size(), 1);
        ClientRig::settle();
        QCOMPARE(told.size(), 0); // none is what nobody needs to be told
        rig.server.cases.body = R"({"cases":[{"id":1}]})";
        for (int i = 0; i < 6; ++i) {
            rig.clock.advance(4s); // by steps, or the pings would find nobody there
            ClientRig::settle();
        }
        QCOMPARE(rig.server.caseRequests.size(), 1);
        rig.clock.advance(4s);
        ClientRig::settle();
        rig.clock.advance(2s);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(rig.server.caseRequests.size(), 2);
        rig.server.cases.body = R"({"cases":[]})";
        rig.server.dropSockets();
        ClientRig::settle();
        rig.clock.advance(1s);
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told[1][0].toInt(), 0);
    }
    void anOrderThatChangesMayBeACase()
    {
        ClientRig rig;
        const QSignalSpy told(&rig.client, &PaymentDesk::casesChanged);
        rig.client.watch(ClientRig::number());
        QTRY_COMPARE(rig.server.messages.size(), 1);
        ClientRig::settle();
        const auto before = rig.server.caseRequests.size();
        rig.server.cases.body = R"({"cases":[{"id":1}]})";
        rig.server.push(ClientRig::event("LATE", ClientRig::order(3, TradeState::Closed)));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(rig.server.caseRequests.size(), before + 1);
    }
    void whatCannotBeReadChangesNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("refused") << 401 << QByteArray(R"({"code":"SIGN","cases":[{"id":1},{"id":2}]})");
        QTest::newRow("no JSON") << 200 << QByteArray("oops");
        QTest::newRow("no list") << 200 << QByteArray(R"({"cases":7})");
    }
    void whatCannotBeReadChangesNothing()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        ClientRig rig;
        const QSignalSpy told(&rig.client, &PaymentDesk::casesChanged);
        rig.server.cases.body = R"({"cases":[{"id":1}]})";
        rig.client.watch(ClientRig::number());
        QTRY_COMPARE(told.size(), 1);
        QTRY_COMPARE(rig.server.messages.size(), 1);
        rig.server.cases = {status, body};
        const auto before = rig.server.caseRequests.size();
        rig.server.push(ClientRig::event("SUCCESS", ClientRig::order(3, TradeState::Success)));
        QTRY_COMPARE(rig.server.caseRequests.size(), before + 1);
        ClientRig::settle();
        QCOMPARE(told.size(), 1);
    }
};

QTEST_GUILESS_MAIN(ClientCasesTest)
#include "tst_client_cases.moc"

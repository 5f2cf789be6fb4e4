// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/routes/ScanRig.h"

using namespace std::chrono_literals;

/// Hundreds of clients hang up while they wait: nobody touches them again, and nobody else notices.
class ScanHangUpTest : public QObject
{
    Q_OBJECT

    static constexpr int many = 300;

    /// They wait for the key, each on a connection of its own.
    static std::vector<std::unique_ptr<RawClient>> crowd(ScanRig &rig, int size)
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < size; ++i) {
            clients.push_back(std::make_unique<RawClient>(rig.port));
            clients.back()->get("/scan/T00001?after=1");
        }
        return clients;
    }

private slots:
    void whileTheyWait_data()
    {
        QTest::addColumn<bool>("recalling");
        QTest::newRow("for an event") << false;
        QTest::newRow("for the store") << true;
    }
    void whileTheyWait()
    {
        QFETCH(bool, recalling);
        ScanRig rig;
        rig.past.hold = recalling;
        RawClient stays(rig.port);
        stays.get("/scan/T00001?after=1");
        auto clients = crowd(rig, many);
        QVERIFY(rig.waitFor(many + 1));
        for (auto &client : clients)
            client->socket.abort();
        QVERIFY(rig.waitFor(1));
        while (!rig.past.held.isEmpty())
            rig.past.answer();
        rig.announce(2);
        QCOMPARE(ScanRig::json(stays.reply())["seq"].toInt(), 2);
        QCOMPARE(rig.watchers.count(), 0);
        rig.clock.advance(60s);
        RawClient next(rig.port);
        next.get("/scan/T00001?after=2");
        QVERIFY(rig.waitFor(1));
    }
    void inTheMomentOfTheAnnouncement()
    {
        ScanRig rig;
        auto clients = crowd(rig, many);
        QVERIFY(rig.waitFor(many));
        for (int i = 0; i < many; i += 2)
            clients[i]->socket.abort(); // the server has not heard of it yet
        rig.announce(2);
        QCOMPARE(rig.watchers.count(), 0);
        for (int i = 1; i < many; i += 2)
            QCOMPARE(ScanRig::json(clients[i]->reply())["seq"].toInt(), 2);
        rig.announce(3);
    }
    void whenTheirTimeIsUp()
    {
        ScanRig rig;
        auto clients = crowd(rig, many);
        QVERIFY(rig.waitFor(many));
        for (int i = 0; i < many; i += 2)
            clients[i]->socket.abort();
        rig.clock.advance(60s);
        QCOMPARE(rig.watchers.count(), 0);
        for (int i = 1; i < many; i += 2)
            QCOMPARE(clients[i]->reply().status, 204);
    }
    void andTheServerGoesToo()
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        {
            ScanRig rig;
            clients = crowd(rig, many);
            QVERIFY(rig.waitFor(many));
            for (int i = 0; i < many; i += 2)
                clients[i]->socket.abort();
        }
        for (auto &client : clients)
            QVERIFY(client->waitForClose());
    }
};

QTEST_GUILESS_MAIN(ScanHangUpTest)
#include "tst_scan_hang_up.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedPairing.h"
#include "tests/support/WholeTill.h"

using Item = SettingsView::Item;
using Say = JoinView::Say;

/// The whole till on its way to another server: by its keys, and with nothing open left behind.
class TillJoinsTest : public QObject
{
    Q_OBJECT

    struct Elsewhere
    {
        ScriptedJoinDesk servers;
    };
    struct Rig : Elsewhere, WholeTill
    {
        explicit Rig(bool training = true) : WholeTill(training, cashier(), at())
        {
            answersFirst = [](const Request &request) -> std::optional<Reply> {
                if (request.path != "/api/v1/pairings")
                    return {};
                return Reply{201, R"({"code":"7K3M-Q9XD","expires_at":"2026-11-22T10:00:00Z"})"};
            };
            till->window().setVisible(true);
            till->start();
            if (view().lock.locked && !comesIn()) // in practice it is open
                qFatal("nobody came in");
        }
        void press(Item item) { WholeTill::press(item, 7); }
        const JoinView &join() const { return view().office.settings.join; }

    private:
        Till::Server at()
        {
            Till::Server at{QUrl(), {}};
            at.reach = {{"https://a"}, false};
            at.join = &servers;
            return at;
        }
    };

private slots:
    void walksByKeysAlone()
    {
        Rig rig;
        QSignalSpy joined(rig.till.get(), &Till::joinedAnother);
        QVERIFY(QTest::qWaitForWindowActive(&rig.till->window()));
        rig.press(Item::JoinServer);
        QCOMPARE(rig.step(), SettingsView::Step::Join);
        QCOMPARE(rig.focused()->objectName(), QString("joinAddress")); // it has the keys already
        rig.type("shop.local:8443");
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.servers.looks.asked, QList<QStringList>{{"https://shop.local:8443"}});
        rig.servers.looks.answer(SeenServer{ScriptedJoinDesk::pin('a'), false});
        QTRY_COMPARE(rig.join().step, JoinView::Step::Certificate);
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.join().say, Say::CompareFirst);
        QVERIFY(rig.tabTo("joinSame"));
        rig.key(Qt::Key_Space, " ");
        QCOMPARE(rig.join().step, JoinView::Step::Code);
        QCOMPARE(rig.focused()->objectName(), QString("joinCode"));
        rig.type("7k3m q9xd");
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.servers.asked.size(), 1);
        QCOMPARE(rig.servers.asked[0][2], QString("7K3MQ9XD"));
        rig.servers.answer(Error{ErrorCode::Forbidden, QStringLiteral("PAIRING_CODE_WRONG")});
        QTRY_COMPARE(rig.join().say, Say::WrongCode);
        QCOMPARE(rig.focused()->objectName(), QString("joinCode")); // to be mended
        rig.key(Qt::Key_Return);
        rig.servers.answer({});
        QTRY_COMPARE(rig.join().step, JoinView::Step::Done);
        rig.key(Qt::Key_Return);
        QCOMPARE(joined.size(), 1);
    }
    void aSaleThatIsRungUpStays()
    {
        Rig rig;
        rig.type("12.5");
        rig.press(Item::JoinServer);
        QCOMPARE(rig.step(), SettingsView::Step::List);
        QCOMPARE(rig.join().open, OpenBusiness::Sale);
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_Delete);
        rig.press(Item::JoinServer);
        QCOMPARE(rig.step(), SettingsView::Step::Join);
    }
    void anOrderThatIsOpenStays()
    {
        Rig rig;
        rig.type("12.5");
        rig.key(Qt::Key_Return);
        QTRY_COMPARE(rig.view().state, PayState::Waiting);
        rig.press(Item::JoinServer);
        QCOMPARE(rig.join().open, OpenBusiness::Sale);
        rig.order.state = TradeState::Success;
        rig.order.seq = 3;
        QTRY_VERIFY(!rig.server.clients.isEmpty());
        rig.server.push(ClientRig::event("SUCCESS", rig.order));
        QTRY_COMPARE(rig.view().state, PayState::Paid);
        rig.key(Qt::Key_Escape);
        rig.press(Item::JoinServer);
        QCOMPARE(rig.step(), SettingsView::Step::Join);
    }
    void aBillPutAsideStays()
    {
        Rig rig;
        rig.type("12.5");
        rig.key(Qt::Key_F4);
        rig.press(Item::JoinServer);
        QCOMPARE(rig.join().open, OpenBusiness::Held);
    }
    void aCodeIsAskedForInTheCashiersName()
    {
        Rig rig(false);
        rig.press(Item::AddTill);
        QTRY_COMPARE(rig.view().office.settings.addTill.code, QString("7K3M-Q9XD"));
        const auto asked = std::find_if(rig.server.requests.begin(), rig.server.requests.end(),
                                        [](const auto &request) { return request.path == "/api/v1/pairings"; });
        QVERIFY(asked->head.contains("X-Operator-Session: session-1"));
        rig.key(Qt::Key_F8);
        QVERIFY(rig.view().lock.locked);
        QVERIFY(rig.view().office.settings.addTill.code.isEmpty());
    }
};

QTEST_MAIN(TillJoinsTest)
#include "tst_till_joins.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Till.h"
#include "tests/support/ClientRig.h"
#include "tests/support/ScriptedPairing.h"

#include <QApplication>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using Item = SettingsView::Item;
using Say = JoinView::Say;

/// The whole till on its way to another server: by its keys, and with nothing open left behind.
class TillJoinsTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        explicit Rig(bool training = true)
        {
            server.answer = [this](const LoopbackServer::Request &request) { return answer(request); };
            TillSettings settings;
            settings.sale.training = training;
            auto opened = Till::open(settings, {server.url(), "terminal-token", {{"https://a"}, false}, &servers},
                                     folder.filePath("journal"), clock, random);
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            till = std::move(opened).value();
            till->window().setVisible(true);
            till->start();
            if (!till->window().view().lock.locked)
                return; // practice
            if (!QTest::qWaitFor([this] { return !till->window().view().lock.people.isEmpty(); }))
                qFatal("nobody may sign in");
            type("135790");
            clock.advance(300ms);
            if (!QTest::qWaitFor([this] { return !till->window().view().lock.locked; }))
                qFatal("nobody came in");
        }
        LoopbackServer::Reply answer(const LoopbackServer::Request &request)
        {
            const QJsonObject person{{"id", "p1"}, {"name", "林晓"}, {"role", "cashier"}, {"has_pin", true}};
            const auto text = [](const QJsonObject &json) { return QJsonDocument(json).toJson(); };
            if (request.path == "/api/v1/people")
                return {200, text({{"people", QJsonArray{person}}})};
            if (request.path == "/api/v1/login/pin")
                return {200, text({{"session_token", "session-1"}, {"person", person}})};
            if (request.path == "/api/v1/pairings")
                return {201, R"({"code":"7K3M-Q9XD","expires_at":"2026-11-22T10:00:00Z"})"};
            if (request.path == "/api/v1/orders") {
                order.outTradeNo = *OutTradeNo::parse(request.body["out_trade_no"].toString());
                order.training = true;
                order.codeUrl = "weixin://wxpay/bizpayurl?pr=x";
                return {201, ClientRig::body(order)};
            }
            return {503, R"({"code":"NOT_HERE"})"};
        }
        void key(int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            clock.advance(150ms); // a hand's pace
            for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent event(type, key, modifiers, text);
                QApplication::sendEvent(focused() ? focused() : &till->window(), &event);
            }
            clock.advance(150ms);
        }
        void type(const QString &text)
        {
            for (const QChar c : text)
                key(c.toUpper().unicode(), c);
        }
        /// By keys alone: Alt+S, the group of the tills, Tab to that button, Space.
        void press(Item item)
        {
            key(Qt::Key_S, {}, Qt::AltModifier);
            type("7");
            const QString name = QStringLiteral("setting%1").arg(int(item));
            for (int i = 0; i < 30 && (!focused() || focused()->objectName() != name); ++i)
                key(Qt::Key_Tab);
            key(Qt::Key_Space, " ");
        }
        QWidget *focused() const { return till->window().focusWidget(); }
        const JoinView &join() const { return till->window().view().office.settings.join; }
        SettingsView::Step step() const { return till->window().view().office.settings.step; }

        LoopbackServer server;
        VirtualClock clock;
        SeededRandom random;
        QTemporaryDir folder;
        Order order = ClientRig::order(2);
        ScriptedJoinDesk servers;
        std::unique_ptr<Till> till;
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
        for (int i = 0; i < 30 && rig.focused()->objectName() != QLatin1String("joinSame"); ++i)
            rig.key(Qt::Key_Tab);
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
        QTRY_COMPARE(rig.till->window().view().state, PayState::Waiting);
        rig.press(Item::JoinServer);
        QCOMPARE(rig.join().open, OpenBusiness::Sale);
        rig.order.state = TradeState::Success;
        rig.order.seq = 3;
        QTRY_VERIFY(!rig.server.clients.isEmpty());
        rig.server.push(ClientRig::event("SUCCESS", rig.order));
        QTRY_COMPARE(rig.till->window().view().state, PayState::Paid);
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
        QTRY_COMPARE(rig.till->window().view().office.settings.addTill.code, QString("7K3M-Q9XD"));
        const auto asked = std::find_if(rig.server.requests.begin(), rig.server.requests.end(),
                                        [](const auto &request) { return request.path == "/api/v1/pairings"; });
        QVERIFY(asked->head.contains("X-Operator-Session: session-1"));
        rig.key(Qt::Key_F8);
        QVERIFY(rig.till->window().view().lock.locked);
        QVERIFY(rig.till->window().view().office.settings.addTill.code.isEmpty());
    }
};

QTEST_MAIN(TillJoinsTest)
#include "tst_till_joins.moc"

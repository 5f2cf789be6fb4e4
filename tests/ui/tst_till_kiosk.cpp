// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Till.h"
#include "tests/support/ClientRig.h"
#include "tests/support/ScriptedPairing.h"

#include <QApplication>
#include <QFileDialog>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using Item = SettingsView::Item;
using Step = SettingsView::Step;

/// The whole till in a kiosk: its window is not closed but by a supervisor; and a till that has yet to join its shop.
class TillKioskTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        explicit Rig(bool kiosk, const std::optional<ServerPlace> &toJoin = {}, bool training = true)
        {
            server.answer = [this](const LoopbackServer::Request &request) { return answer(request); };
            TillSettings settings;
            settings.sale.training = training;
            Till::Server at{server.url(), "terminal-token", {{"https://a"}, false}, &servers};
            at.kiosk = kiosk;
            at.toJoin = toJoin;
            auto opened = Till::open(settings, at, folder.filePath("journal"), clock, random);
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            till = std::move(opened).value();
            till->showWindow();
            till->start();
        }
        LoopbackServer::Reply answer(const LoopbackServer::Request &request)
        {
            const QJsonObject person{{"id", "p2"}, {"name", "陈静"}, {"role", "supervisor"}, {"has_pin", true}};
            const auto text = [](const QJsonObject &json) { return QJsonDocument(json).toJson(); };
            if (request.path == "/api/v1/people")
                return {200, text({{"people", QJsonArray{person}}, {"practice_pin", "135790"}})};
            if (request.path == "/api/v1/login/pin" && request.body["pin"].toString() == "135790")
                return {200, text({{"session_token", "session-1"}, {"person", person}})};
            if (request.path == "/api/v1/login/pin")
                return {401, R"({"code":"PIN_WRONG","tries_left":4})"};
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
        QWidget *focused() const { return till->window().focusWidget(); }
        const TillView &view() const { return till->window().view(); }
        Step step() const { return view().office.settings.step; }
        bool asksPin() const { return step() == Step::Supervisor && view().office.settings.leavingKiosk; }
        void sign(const QString &pin)
        {
            if (!QTest::qWaitFor([this] { return !view().office.supervisor.people.isEmpty(); }))
                qFatal("nobody may sign");
            type(pin);
            clock.advance(300ms);
        }

        LoopbackServer server;
        VirtualClock clock;
        SeededRandom random;
        QTemporaryDir folder;
        Order order = ClientRig::order(2);
        ScriptedJoinDesk servers;
        std::unique_ptr<Till> till;
    };

private slots:
    void elsewhereTheWindowSimplyCloses()
    {
        Rig rig(false);
        QVERIFY(!rig.till->window().isFullScreen());
        QVERIFY(rig.till->window().close());
    }
    void theWindowAsksASupervisorBeforeItCloses()
    {
        Rig rig(true);
        QSignalSpy left(rig.till.get(), &Till::leaveSigned);
        QVERIFY(rig.till->window().isFullScreen());
        QVERIFY(!rig.till->window().close());
        QVERIFY(rig.till->window().isVisible() && rig.asksPin());
        rig.sign("135791");
        QTRY_COMPARE(rig.view().office.supervisor.say, LockView::Say::WrongPin);
        QCOMPARE(left.size(), 0);
        rig.sign("135790");
        QTRY_COMPARE(left.size(), 1);
    }
    void thePaymentGoesOnBehindTheQuestion()
    {
        Rig rig(true);
        rig.type("12.5");
        rig.key(Qt::Key_Return, "\r");
        QTRY_COMPARE(rig.view().state, PayState::Waiting);
        (void)rig.till->window().close();
        QVERIFY(rig.asksPin());
        QCOMPARE(rig.view().state, PayState::Waiting);
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_Escape);
        QCOMPARE(rig.view().office.page, OfficeView::Page::None);
        QCOMPARE(rig.view().state, PayState::Waiting); // Esc has cancelled nothing
    }
    void aLockedTillDoesNotEvenAsk()
    {
        Rig rig(true);
        QTRY_VERIFY(rig.server.requests.size() > 0);
        rig.key(Qt::Key_F8);
        QTRY_VERIFY(rig.view().lock.locked);
        QVERIFY(!rig.till->window().close());
        QCOMPARE(rig.view().office.page, OfficeView::Page::None);
        QVERIFY(rig.view().lock.locked && rig.till->window().isVisible());
    }
    void theButtonIsInTheSettings()
    {
        Rig rig(true);
        rig.key(Qt::Key_S, {}, Qt::AltModifier);
        rig.type("7");
        const QString name = QStringLiteral("setting%1").arg(int(Item::LeaveKiosk));
        for (int i = 0; i < 40 && (!rig.focused() || rig.focused()->objectName() != name); ++i)
            rig.key(Qt::Key_Tab);
        QCOMPARE(rig.focused()->objectName(), name);
        rig.key(Qt::Key_Space, " ");
        QVERIFY(rig.asksPin());
    }
    void aFileDialogLeadsToFilesAlone()
    {
        Rig rig(true);
        rig.key(Qt::Key_S, {}, Qt::AltModifier);
        rig.type("6");
        const QString name = QStringLiteral("setting%1").arg(int(Item::ExportGoods));
        for (int i = 0; i < 40 && (!rig.focused() || rig.focused()->objectName() != name); ++i)
            rig.key(Qt::Key_Tab);
        rig.key(Qt::Key_Space, " ");
        const auto *dialog = rig.till->window().findChild<QFileDialog *>("goodsFileDialog");
        QVERIFY(dialog);
        QVERIFY(dialog->testOption(QFileDialog::DontUseNativeDialog) && dialog->testOption(QFileDialog::ReadOnly));
    }
    void aTillOfAShopThatItHasNotJoinedAsksForTheCode()
    {
        const CertificatePin pin = ScriptedJoinDesk::pin('a');
        Rig rig(false, ServerPlace(QUrl("https://shop.local:8443"), pin));
        QCOMPARE(rig.step(), Step::Join);
        const auto &join = [&rig]() -> const JoinView & { return rig.view().office.settings.join; };
        QCOMPARE(join().address, QString("https://shop.local:8443"));
        QVERIFY(rig.servers.looks.asked.isEmpty()); // a person says when
        rig.key(Qt::Key_Return);
        rig.servers.looks.answer(SeenServer{ScriptedJoinDesk::pin('b'), true});
        QTRY_COMPARE(join().say, JoinView::Say::OtherCertificate); // whoever vouches for it
        QCOMPARE(join().step, JoinView::Step::Address);
        rig.key(Qt::Key_Return);
        rig.servers.looks.answer(SeenServer{pin, true});
        QTRY_COMPARE(join().step, JoinView::Step::Code); // the shop has compared it
        rig.type("7k3m q9xd");
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.servers.asked.size(), 1);
        QCOMPARE(rig.servers.asked[0][0], QString("https://shop.local:8443"));
        QCOMPARE(rig.servers.asked[0][1], QString(64, u'a')); // and it stays pinned
    }
    void withoutAFingerprintAPersonCompares()
    {
        Rig rig(false, ServerPlace(QUrl("https://shop.local:8443")));
        QCOMPARE(rig.step(), Step::Join);
        rig.key(Qt::Key_Return);
        rig.servers.looks.answer(SeenServer{ScriptedJoinDesk::pin('b'), false});
        QTRY_COMPARE(rig.view().office.settings.join.step, JoinView::Step::Certificate);
    }
};

QTEST_MAIN(TillKioskTest)
#include "tst_till_kiosk.moc"

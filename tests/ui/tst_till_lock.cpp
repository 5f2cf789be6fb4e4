// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Till.h"
#include "tests/support/ClientRig.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QKeyEvent>
#include <QTemporaryDir>

using namespace std::chrono_literals;

/// The whole till, its keys and its lock, at a server on loopback: the sockets are real, the time is not.
class TillLockTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        Rig()
        {
            server.answer = [this](const LoopbackServer::Request &request) { return answer(request); };
            TillSettings settings;
            settings.sale.training = false;
            auto opened =
                Till::open(settings, {server.url(), "terminal-token"}, folder.filePath("journal"), clock, random);
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            till = std::move(opened).value();
            QObject::connect(&till->flow(), &SaleFlow::announce, &till->flow(), [this] { ++announced; });
            till->window().setVisible(true);
            till->start();
        }
        LoopbackServer::Reply answer(const LoopbackServer::Request &request)
        {
            const QJsonObject person{{"id", "p1"}, {"name", "林晓"}, {"role", "cashier"}, {"has_pin", true}};
            const auto text = [](const QJsonObject &json) { return QJsonDocument(json).toJson(); };
            if (request.path == "/api/v1/people")
                return {200, text({{"people", QJsonArray{person}}})};
            if (request.path == "/api/v1/login/tickets")
                return {503, R"({"code":"PHONE_LOGIN_OFF"})"};
            if (request.path == "/api/v1/login/pin")
                return {200, text({{"session_token", "session-1"}, {"person", person}})};
            if (request.path == "/api/v1/login/sign-out")
                return {204, {}};
            if (request.path.startsWith("/api/v1/orders") && refuses)
                return {401, R"({"code":"SESSION_INVALID"})"};
            if (request.path == "/api/v1/orders" && !request.head.contains("X-Operator-Session: session-1"))
                return {403, R"({"code":"OPERATOR_NEEDED"})"};
            if (request.path == "/api/v1/orders") {
                order.outTradeNo = *OutTradeNo::parse(request.body["out_trade_no"].toString());
                return {201, ClientRig::body(order)};
            }
            return {200, ClientRig::body(order)};
        }
        void key(int key, const QString &text = {})
        {
            clock.advance(150ms); // a hand's pace
            for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent event(type, key, Qt::NoModifier, text);
                QApplication::sendEvent(&till->window(), &event);
            }
            clock.advance(150ms);
        }
        void type(const QString &digits)
        {
            for (const QChar digit : digits)
                key(digit.unicode(), digit);
        }
        void scan(const QString &code)
        {
            for (const QChar digit : code) {
                QKeyEvent event(QEvent::KeyPress, digit.unicode(), Qt::NoModifier, digit);
                QApplication::sendEvent(&till->window(), &event);
                clock.advance(5ms);
            }
            QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, "\r");
            QApplication::sendEvent(&till->window(), &enter);
            clock.advance(200ms);
        }
        bool isLocked() const { return till->window().view().lock.locked; }
        QWidget *lockPage() const { return till->window().findChild<QWidget *>("lockPage"); }
        bool showsLock() const { return lockPage()->isVisible(); }
        PayState state() const { return till->window().view().state; }
        bool comesIn()
        {
            if (!QTest::qWaitFor([this] { return !till->window().view().lock.people.isEmpty(); }))
                return false;
            type("135790");
            clock.advance(300ms);
            return QTest::qWaitFor([this] { return !isLocked(); });
        }
        QByteArray sessionOf(const QByteArray &path) const
        {
            QByteArray session = "never asked";
            for (const auto &request : server.requests) {
                if (request.path != path)
                    continue;
                const auto at = request.head.indexOf("X-Operator-Session: ");
                session = at < 0 ? QByteArray() : request.head.mid(at + 20).split('\r')[0];
            }
            return session;
        }

        LoopbackServer server;
        VirtualClock clock;
        SeededRandom random;
        QTemporaryDir folder;
        Order order = liveOrder();
        bool refuses = false;
        int announced = 0;
        std::unique_ptr<Till> till;
    };
    static Order liveOrder()
    {
        Order order = ClientRig::order(2);
        order.codeUrl = "weixin://wxpay/bizpayurl?pr=x";
        return order;
    }

private slots:
    void nothingTypedOrScannedReachesTheSaleWhileItIsLocked()
    {
        Rig rig;
        QVERIFY(rig.isLocked() && rig.showsLock());
        rig.type("12.5");
        rig.scan("6901234567892");
        for (const int key : {Qt::Key_Return, Qt::Key_F5, Qt::Key_F6, Qt::Key_F11})
            rig.key(key);
        QTest::mouseClick(rig.till->window().findChild<QWidget *>("salePage")->findChild<QWidget *>("payButton"),
                          Qt::LeftButton);
        QCOMPARE(rig.state(), PayState::Ready);
        QVERIFY(rig.till->flow().view().entry.isEmpty());
        QCOMPARE(rig.till->flow().view().notice.kind, Notice::Kind::None);
        rig.key(Qt::Key_Delete);
        QVERIFY(rig.comesIn());
        QVERIFY(rig.till->flow().view().entry.isEmpty());
        QVERIFY(!rig.showsLock());
        QCOMPARE(rig.server.count("POST", "/api/v1/orders"), 0);
    }
    void whoIsSignedInIsNamedWithEachOrder()
    {
        Rig rig;
        QVERIFY(rig.comesIn());
        rig.type("12.5");
        QCOMPARE(rig.till->flow().view().entry.total.fen(), 1250);
        rig.key(Qt::Key_Return);
        QTRY_COMPARE(rig.state(), PayState::Waiting);
        QCOMPARE(rig.sessionOf("/api/v1/orders"), QByteArray("session-1"));
        QCOMPARE(rig.sessionOf("/api/v1/login/pin"), QByteArray());
        QCOMPARE(rig.till->window().view().lock.operatorName, QStringLiteral("林晓"));
    }
    void aPaymentGoesOnBehindTheLock()
    {
        Rig rig;
        QVERIFY(rig.comesIn());
        rig.type("12.5");
        rig.key(Qt::Key_Return);
        QTRY_COMPARE(rig.state(), PayState::Waiting);
        rig.key(Qt::Key_F8);
        QVERIFY(rig.isLocked() && rig.showsLock());
        QTRY_COMPARE(rig.sessionOf("/api/v1/login/sign-out"), QByteArray("session-1"));
        const auto *underWay = rig.lockPage()->findChild<QWidget *>("underWayPill");
        QVERIFY(underWay->isVisible());
        QCOMPARE(underWay->accessibleName(), QString::fromUtf8("正在收款 ¥12.50 · 等待付款"));
        rig.type("1");
        QVERIFY(rig.till->flow().view().next.isEmpty());

        rig.order.state = TradeState::Success;
        rig.order.seq = 3;
        QTRY_VERIFY(!rig.server.clients.isEmpty());
        rig.server.push(ClientRig::event("SUCCESS", rig.order));
        QTRY_COMPARE(rig.announced, 1); // the sound and the voice
        QVERIFY(rig.isLocked() && rig.showsLock());
        rig.key(Qt::Key_Delete);
        QVERIFY(rig.comesIn());
        QVERIFY(rig.till->window().view().strip.lastSale || rig.state() == PayState::Paid);
        QCOMPARE(rig.announced, 1);
    }
    void aSessionThatHasEndedLocksAndTheOrderIsMadeByTheNextOne()
    {
        Rig rig;
        QVERIFY(rig.comesIn());
        rig.refuses = true;
        rig.type("12.5");
        rig.key(Qt::Key_Return);
        QTRY_VERIFY(rig.isLocked());
        QCOMPARE(rig.till->window().view().lock.say, LockView::Say::SignInEnded);
        QCOMPARE(rig.state(), PayState::Creating); // its number is kept
        rig.refuses = false;
        QVERIFY(rig.comesIn());
        rig.clock.advance(8s);
        QTRY_COMPARE(rig.state(), PayState::Waiting);
        QCOMPARE(rig.sessionOf("/api/v1/orders"), QByteArray("session-1"));
    }
    void aThumbIsTooQuickForThePageThatHasJustComeUp()
    {
        Rig rig;
        QVERIFY(rig.comesIn());
        rig.clock.advance(1s);
        auto *lock = rig.till->window().findChild<QWidget *>("lockButton");
        QTest::mouseClick(lock, Qt::LeftButton);
        QVERIFY(rig.isLocked());
        QTRY_VERIFY(!rig.till->window().view().lock.people.isEmpty());
        auto *key = rig.lockPage()->findChild<QWidget *>("pin5");
        QTest::mouseClick(key, Qt::LeftButton);
        QCOMPARE(rig.till->window().view().lock.digits, 0);
        rig.clock.advance(500ms);
        QTest::mouseClick(key, Qt::LeftButton);
        QCOMPARE(rig.till->window().view().lock.digits, 1);
    }
};

QTEST_MAIN(TillLockTest)
#include "tst_till_lock.moc"

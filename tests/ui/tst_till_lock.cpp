// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/WholeTill.h"

using namespace std::chrono_literals;

/// The whole till, its keys and its lock, at a server on loopback: the sockets are real, the time is not.
class TillLockTest : public QObject
{
    Q_OBJECT

    struct Rig : WholeTill
    {
        Rig() : WholeTill(false)
        {
            answersFirst = [this](const Request &request) { return answer(request); };
            QObject::connect(&till->flow(), &SaleFlow::announce, &till->flow(), [this] { ++announced; });
            till->window().setVisible(true);
            till->start();
        }
        std::optional<Reply> answer(const Request &request)
        {
            if (request.path == "/api/v1/login/tickets")
                return Reply{503, R"({"code":"PHONE_LOGIN_OFF"})"};
            if (request.path == "/api/v1/login/sign-out")
                return Reply{204, {}};
            if (request.path.startsWith("/api/v1/orders") && refuses)
                return Reply{401, R"({"code":"SESSION_INVALID"})"};
            if (request.path == "/api/v1/orders" && !request.head.contains("X-Operator-Session: session-1"))
                return Reply{403, R"({"code":"OPERATOR_NEEDED"})"};
            if (request.path.startsWith("/api/v1/orders/"))
                return Reply{200, ClientRig::body(order)};
            return {};
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
        bool isLocked() const { return view().lock.locked; }
        QWidget *lockPage() const { return till->window().findChild<QWidget *>("lockPage"); }
        bool showsLock() const { return lockPage()->isVisible(); }
        PayState state() const { return view().state; }
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

        bool refuses = false;
        int announced = 0;
    };

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
        QCOMPARE(rig.view().lock.operatorName, QStringLiteral("林晓"));
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
        QVERIFY(rig.view().strip.lastSale || rig.state() == PayState::Paid);
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
        QCOMPARE(rig.view().lock.say, LockView::Say::SignInEnded);
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
        QTRY_VERIFY(!rig.view().lock.people.isEmpty());
        auto *key = rig.lockPage()->findChild<QWidget *>("pin5");
        QTest::mouseClick(key, Qt::LeftButton);
        QCOMPARE(rig.view().lock.digits, 0);
        rig.clock.advance(500ms);
        QTest::mouseClick(key, Qt::LeftButton);
        QCOMPARE(rig.view().lock.digits, 1);
    }
};

QTEST_MAIN(TillLockTest)
#include "tst_till_lock.moc"

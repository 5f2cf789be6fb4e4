// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ClientRig.h"
#include "ui/SaleFlow.h"

#include <QTemporaryDir>

using namespace std::chrono_literals;

namespace {

/// One till with its real client, at a server that plays one order; power cuts and losses of the line included.
class ResumeRig
{
public:
    static constexpr int patienceMs = 20'000; ///< for what takes a moment on an idle machine

    ResumeRig()
    {
        server.answer = [this](const LoopbackServer::Request &request) -> LoopbackServer::Reply {
            if (request.method == "POST" && request.path == "/api/v1/orders") {
                const auto number = OutTradeNo::parse(request.body["out_trade_no"].toString());
                order = Order{.shopId = {},
                              .outTradeNo = *number,
                              .sale = request.body["sale"].toString(),
                              .total = *Money::fromFen(1250),
                              .training = true,
                              .seq = 2};
                order->codeUrl = QStringLiteral("weixin://wxpay/bizpayurl?pr=one");
                order->createdAt = clock.now();
                order->expiresAt = clock.now().addSecs(300);
            }
            return order ? LoopbackServer::Reply{200, ClientRig::body(*order)}
                         : LoopbackServer::Reply{404, "{\"code\":\"ORDER_NOT_EXIST\"}"};
        };
        powerOn();
    }
    void powerOn()
    {
        journal = std::move(Journal::open(folder.filePath("journal")).value());
        client = std::make_unique<TillClient>(server.url(), "terminal-token", clock, random);
        flow = std::make_unique<SaleFlow>(*client, *journal, clock, random, SaleSettings{});
        QObject::connect(flow.get(), &SaleFlow::announce, flow.get(),
                         [this](Money, bool, const QString &) { ++voices; });
        QObject::connect(flow.get(), &SaleFlow::screenChanged, flow.get(), [this] {
            if (flow->view().state == PayState::Paid)
                ++greens;
        });
        client->start();
        flow->start();
    }
    void powerCut()
    {
        flow.reset();
        client.reset();
        journal.reset();
    }
    bool bringUpCode()
    {
        if (!QTest::qWaitFor([this] { return server.clients.size() == 1; }, patienceMs))
            return false;
        for (const char *key : {"1", "2", ".", "5"})
            flow->wish({Wish::Kind::Type, QLatin1String(key)});
        flow->wish({Wish::Kind::Pay});
        return QTest::qWaitFor([this] { return !flow->view().codeUrl.isEmpty() && !server.messages.isEmpty(); },
                               patienceMs);
    }
    void pay()
    {
        order->state = TradeState::Success;
        order->seq = 3;
        order->successTime = clock.now();
    }
    void tell()
    {
        server.push(ClientRig::event("SNAPSHOT", *order));
        server.push(ClientRig::event("SUCCESS", *order));
    }
    /// Time passes in steps in which sockets can be heard too.
    bool until(std::function<bool()> done, int seconds = 30)
    {
        for (int step = 0; step < 2 * seconds && !done(); ++step) {
            clock.advance(500ms);
            QTest::qWait(25); // HTTP has a thread of its own
        }
        return done();
    }
    bool isPaid() const { return flow->view().state == PayState::Paid; }

    QTemporaryDir folder;
    LoopbackServer server;
    VirtualClock clock;
    SeededRandom random;
    std::optional<Order> order;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<TillClient> client;
    std::unique_ptr<SaleFlow> flow;
    int greens = 0;
    int voices = 0;
};

} // namespace

/// A success reaches the screen exactly once and the voice never twice, whatever happens to the line and to either
/// side.
class FlowResumeTest : public QObject
{
    Q_OBJECT
private slots:
    void overALossOfTheLine()
    {
        ResumeRig rig;
        QVERIFY(rig.bringUpCode());
        rig.server.dropSockets();
        rig.pay();
        QVERIFY(rig.until([&] { return rig.server.clients.size() == 1; }));
        rig.tell();
        rig.tell();
        QVERIFY(rig.until([&] { return rig.isPaid(); }));
        rig.until([] { return false; }, 4);
        QCOMPARE(rig.greens, 1);
        QCOMPARE(rig.voices, 1);
    }
    void overAServerThatWasAway()
    {
        ResumeRig rig;
        QVERIFY(rig.bringUpCode());
        rig.server.vanish();
        rig.pay();
        QVERIFY(rig.until([&] { return rig.flow->view().state == PayState::Checking; }));
        QCOMPARE(rig.voices, 0);
        rig.server.listen();
        QVERIFY(rig.until([&] { return rig.isPaid(); }));
        QVERIFY(rig.until([&] { return rig.server.clients.size() == 1; }));
        rig.tell();
        rig.until([] { return false; }, 2);
        QCOMPARE(rig.greens, 1);
        QCOMPARE(rig.voices, 1);
    }
    void overHoursOfSleepWithADeadSocket()
    {
        ResumeRig rig;
        QVERIFY(rig.bringUpCode());
        rig.server.silentSockets = true; // from now on a socket that lives and never says a word
        rig.server.dropSockets();
        QVERIFY(rig.until([&] { return rig.server.upgrades == 2; }));
        rig.pay();
        rig.clock.jumpWall(5h); // spans stand still in sleep
        ClientRig::settle();
        QCOMPARE(rig.flow->view().state, PayState::Waiting);
        rig.server.silentSockets = false;
        QVERIFY(rig.until([&] { return rig.server.clients.size() == 1; })); // found dead by its pings
        rig.tell();
        QVERIFY(rig.until([&] { return rig.isPaid(); }));
        rig.until([] { return false; }, 2);
        QCOMPARE(rig.greens, 1);
        QCOMPARE(rig.voices, 1);
    }
    void overACrashOfTheTill()
    {
        ResumeRig rig;
        QVERIFY(rig.bringUpCode());
        rig.powerCut();
        rig.pay();
        rig.powerOn();
        QTRY_VERIFY(rig.isPaid()); // on a clock that stands still: a start waits 5 s for its answers
        QCOMPARE(rig.voices, 1);
        rig.powerCut();
        rig.powerOn();
        rig.until([&] { return rig.flow->view().state != PayState::Ready; }, 3);
        QCOMPARE(rig.flow->view().state, PayState::Ready);
        QCOMPARE(rig.greens, 1);
        QCOMPARE(rig.voices, 1);
    }
    void overACrashBetweenTheMarkAndTheSound()
    {
        ResumeRig rig;
        QVERIFY(rig.bringUpCode());
        QVERIFY(rig.journal->announced(rig.order->outTradeNo)); // and here the power went
        rig.powerCut();
        rig.pay();
        rig.powerOn();
        QTRY_VERIFY(rig.flow->view().strip.lastSale.has_value());
        QCOMPARE(rig.voices, 0);
        QCOMPARE(rig.flow->view().strip.lastSale->tail, rig.order->outTradeNo.tail());
    }
    void overACrashOfBothSides()
    {
        ResumeRig rig;
        QVERIFY(rig.bringUpCode());
        rig.pay();
        rig.powerCut();
        rig.server.vanish();
        rig.powerOn();
        QVERIFY(rig.until([&] { return rig.flow->view().state == PayState::Ready; }, 6)); // usable meanwhile
        QCOMPARE(rig.flow->view().strip.parked, 1);
        rig.server.listen();
        QVERIFY(rig.until([&] { return rig.flow->view().strip.parked == 0; }));
        QCOMPARE(rig.flow->view().notice.kind, Notice::Kind::ParkedPaid);
        QCOMPARE(rig.greens, 0);
        QCOMPARE(rig.voices, 1);
    }
};

QTEST_GUILESS_MAIN(FlowResumeTest)
#include "tst_flow_resume.moc"

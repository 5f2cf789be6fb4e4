// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookScenes.h"
#include "ui/customer/CustomerView.h"

#include <QTest>

using Face = CustomerView::Face;

/// What a customer sees while the cashier sees something: their own sale, and nothing else there is.
class CustomerViewTest : public QObject
{
    Q_OBJECT

    static constexpr auto poison = "POISON";
    static QString text() { return QLatin1String(poison); }
    static Money money() { return *Money::fromFen(66'666); }

    static EntryView entry() { return {text(), text(), text(), money()}; }
    static RefundView::Sale sale() { return {text(), text(), text(), money(), money(), {}}; }

    /// The same sale for the customer; everything that is not theirs is another one's.
    static TillView poisoned(TillView view)
    {
        view.next = entry();
        view.tail = view.outTradeNo = text();
        view.payerTotal = view.discount = money();
        view.confirmBigAmount = view.canLeavePaid = view.customerEyes = true;
        view.strip = {false, LastSale{money(), {}, text(), text()}, 7, 7};
        const bool locked = view.lock.locked;
        view.lock = {.operatorName = text(),
                     .qr = text(),
                     .number = 66,
                     .owner = text(),
                     .manager = text(),
                     .practicePin = text()};
        view.lock.locked = locked;
        view.lock.people = {{text(), text()}};
        view.timeline.open = true;
        view.timeline.tail = view.timeline.file = text();
        view.timeline.rows = {{1, text(), text(), text()}};
        view.office.page = OfficeView::Page::Refund;
        view.office.refund.sale = sale();
        view.office.refund.sales = {sale()};
        view.office.refund.amount = money();
        view.office.refund.account = view.office.refund.code = view.office.refund.tail = text();
        view.office.refundsUnderWay = view.office.refundsFailed = 7;
        if (view.state != PayState::Ready)
            view.entry = entry();
        if (view.state == PayState::Ready || view.state == PayState::CallManager) {
            view.amount = money();
            view.pickupNo = text();
        }
        if (view.state != PayState::Waiting && view.state != PayState::Checking) {
            view.codeUrl = text(); // nobody may pay it any more
            view.secondsLeft = 66;
        }
        return view;
    }

private slots:
    void eachStateHasItsFace_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("code");
        QTest::addColumn<int>("face");
        const auto row = [](const char *name, PayState state, bool code, Face face) {
            QTest::newRow(name) << int(state) << code << int(face);
        };
        row("ready", PayState::Ready, false, Face::Shop);
        row("creating", PayState::Creating, false, Face::Making);
        row("waiting", PayState::Waiting, true, Face::Code);
        row("asked while it can be paid", PayState::Checking, true, Face::Code);
        row("checking", PayState::Checking, false, Face::Checking);
        row("paid", PayState::Paid, false, Face::Paid);
        row("cancelling", PayState::Cancelling, false, Face::Checking);
        row("cancelled", PayState::Cancelled, false, Face::NotPaid);
        row("expired", PayState::Expired, false, Face::Expired);
        row("manager", PayState::CallManager, false, Face::AskCashier);
    }
    void eachStateHasItsFace()
    {
        QFETCH(int, state);
        QFETCH(bool, code);
        QFETCH(int, face);
        TillView till;
        till.state = PayState(state);
        till.amount = money();
        till.codeUrl = code ? QStringLiteral("weixin://x") : QString();
        const CustomerView view = customerViewOf(till);
        QCOMPARE(int(view.face), face);
        QCOMPARE(view.codeUrl, till.codeUrl);
        till.lock.locked = true; // which leaves a sale alone
        QCOMPARE(int(customerViewOf(till).face), state == int(PayState::Ready) ? int(Face::Away) : face);
    }
    void whatIsRungUpIsSeen()
    {
        TillView till;
        till.entry = {QStringLiteral("12.5"), {}, {}, *Money::fromFen(1250)};
        CustomerView view = customerViewOf(till);
        QCOMPARE(int(view.face), int(Face::Ringing));
        QCOMPARE(view.amount.fen(), 1250);
        till.lock.locked = true;
        view = customerViewOf(till);
        QCOMPARE(int(view.face), int(Face::Away));
        QVERIFY(view.amount.isZero());
    }
    void theCodeHasItsAmountAndItsTime()
    {
        TillView till;
        till.state = PayState::Waiting;
        till.codeUrl = QStringLiteral("weixin://x");
        till.amount = money();
        till.secondsLeft = 42;
        const CustomerView view = customerViewOf(till);
        QCOMPARE(view.amount, money());
        QCOMPARE(view.secondsLeft, 42);
    }
    void practiceIsSaidInEveryState()
    {
        for (const bool training : {false, true}) {
            for (const LookScene &scene : LookScene::all(training))
                QCOMPARE(customerViewOf(scene.view).training, training);
        }
    }
    void nothingOfAnybodyElseGetsThrough()
    {
        for (const LookScene &scene : LookScene::all(true)) {
            const CustomerView clean = customerViewOf(scene.view);
            for (int kind = 0; kind <= int(Notice::Kind::FinishSaleFirst); ++kind) {
                TillView foul = poisoned(scene.view);
                foul.notice = {Notice::Kind(kind), QDateTime::fromMSecsSinceEpoch(66), money(), money(), text()};
                QVERIFY2(customerViewOf(foul) == clean, qPrintable(scene.name));
            }
        }
    }
    void thePoisonWouldBeSeen()
    {
        TillView till;
        till.state = PayState::Paid;
        till.pickupNo = text();
        QVERIFY(!(customerViewOf(till) == customerViewOf({.state = PayState::Paid})));
    }
};

QTEST_GUILESS_MAIN(CustomerViewTest)
#include "tst_customer_view.moc"

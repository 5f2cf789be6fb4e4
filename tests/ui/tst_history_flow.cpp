// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedHistoryDesk.h"
#include "tests/support/VirtualClock.h"
#include "ui/HistoryFlow.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

namespace {

struct Rig
{
    Rig()
    {
        QObject::connect(&flow, &HistoryFlow::refusedSound, &flow, [this] { ++refusals; });
        flow.open();
    }
    void wish(Wish::Kind kind, const QString &text = {}, int count = 0) { flow.wish({kind, text, count}); }
    void type(const QString &keys)
    {
        for (const QChar key : keys)
            wish(Wish::Kind::Type, key);
    }
    HistoryView view() const
    {
        OfficeView view;
        flow.fill(view);
        return view.history;
    }
    const OrderSearch &asked() const { return desk.searches.back(); }
    QDateTime today(int hour, int minute, int second = 0) const
    {
        return {clock.now().toLocalTime().date(), QTime(hour, minute, second)};
    }

    QTemporaryDir folder;
    VirtualClock clock{QDateTime(QDate(2026, 11, 22), QTime(15, 0)).toMSecsSinceEpoch()};
    ScriptedHistoryDesk desk;
    ScriptedLoginDesk people;
    HistoryExport exports{desk, clock, folder.path(), false, [] { return OrderSheet::Words(); }};
    HistoryFlow flow{desk, people, exports, clock};
    int refusals = 0;
};

} // namespace

/// F3: orders are looked up by what a cashier knows of them, and read as they are wanted.
class HistoryFlowTest : public QObject
{
    Q_OBJECT
    using Say = HistoryView::Say;
    using Filter = HistoryView::Filter;

private slots:
    void itOpensOnTodaysOrders()
    {
        Rig rig;
        QCOMPARE(rig.view().say, Say::Loading);
        QCOMPARE(rig.asked().from, rig.today(0, 0));
        QCOMPARE(rig.asked().to, rig.today(0, 0).addDays(1));
        QVERIFY(rig.asked().number.isEmpty() && !rig.asked().amount && !rig.asked().state && !rig.asked().odd);
        rig.desk.list(ScriptedHistoryDesk::many(3));
        QCOMPARE(rig.view().lines.size(), 3);
        QCOMPARE(rig.view().chosen, QStringLiteral("NUMBER0000001"));
        QCOMPARE(rig.view().say, Say::Nothing);
        rig.people.peoples.answer(
            LoginDesk::People{{Person{.id = QStringLiteral("p1"), .name = QStringLiteral("林晓")}}, {}});
        QCOMPARE(rig.view().names.value(QStringLiteral("p1")), QStringLiteral("林晓"));
        rig.wish(Wish::Kind::Cancel);
        QVERIFY(!rig.flow.isOpen());
    }
    void aNumbersEndIsSoughtOverAllDaysOnceTheHandRests()
    {
        Rig rig;
        rig.desk.list({});
        QCOMPARE(rig.view().say, Say::NoneFound);
        rig.type(QStringLiteral("482"));
        rig.clock.advance(249ms);
        rig.type(QStringLiteral("1"));
        QCOMPARE(rig.desk.searches.size(), 1);
        rig.clock.advance(250ms);
        QCOMPARE(rig.desk.searches.size(), 2);
        QCOMPARE(rig.asked().number, QStringLiteral("4821"));
        QVERIFY(!rig.asked().from.isValid() && !rig.asked().to.isValid());
        QVERIFY(!rig.view().day.isValid());
        rig.wish(Wish::Kind::Earlier); // there is no day to leave
        QCOMPARE(rig.refusals, 1);
    }
    void anAmountKeepsToTheDay()
    {
        Rig rig;
        rig.desk.list({});
        rig.type(QStringLiteral("36.5"));
        rig.clock.advance(250ms);
        QCOMPARE(rig.asked().amount->fen(), 3650);
        QCOMPARE(rig.asked().from, rig.today(0, 0));
        QCOMPARE(rig.view().sought, HistoryView::Sought::Amount);
    }
    void aTimeIsWhenItWasPaid()
    {
        Rig rig;
        rig.desk.list({});
        rig.type(QStringLiteral("10×42")); // as on a number pad
        QCOMPARE(rig.view().text, QStringLiteral("10:42"));
        rig.clock.advance(250ms);
        QVERIFY(rig.asked().from <= rig.today(10, 42).addSecs(-7200)); // it may have been begun long before
        QCOMPARE(rig.asked().to, rig.today(10, 43));
        Order in = ScriptedHistoryDesk::made(QStringLiteral("NUMBER1"));
        Order before = ScriptedHistoryDesk::made(QStringLiteral("NUMBER2"));
        Order after = ScriptedHistoryDesk::made(QStringLiteral("NUMBER3"));
        in.createdAt = rig.today(10, 38);
        in.successTime = rig.today(10, 42, 59);
        before.createdAt = rig.today(10, 41, 59);
        after.createdAt = rig.today(10, 42);
        after.successTime = rig.today(10, 43);
        rig.desk.list({after, before, in});
        QCOMPARE(rig.view().lines.size(), 1);
        QCOMPARE(rig.view().lines[0].number, QStringLiteral("NUMBER1"));
    }
    void whatIsNotFinishedIsNotAsked()
    {
        Rig rig;
        rig.desk.list(ScriptedHistoryDesk::many(1));
        rig.type(QStringLiteral("10:42-1"));
        rig.clock.advance(1s);
        QCOMPARE(rig.desk.searches.size(), 1);
        QCOMPARE(rig.view().say, Say::Nothing);
        rig.wish(Wish::Kind::Clear);
        rig.type(QStringLiteral("1.2.3"));
        rig.clock.advance(1s);
        QCOMPARE(rig.desk.searches.size(), 1);
        QCOMPARE(rig.view().say, Say::NotUnderstood);
    }
    void aScanIsFoundAtOnce()
    {
        Rig rig;
        rig.desk.list({});
        rig.type(QStringLiteral("12420"));
        rig.wish(Wish::Kind::TakeBack, {}, 3); // what the scanner had typed already
        QCOMPARE(rig.view().text, QStringLiteral("12"));
        rig.wish(Wish::Kind::Scanned, QStringLiteral("4200001234202611221234567890"));
        QCOMPARE(rig.asked().number, QStringLiteral("4200001234202611221234567890"));
        rig.type(QStringLiteral("9")); // begins anew
        QCOMPARE(rig.view().text, QStringLiteral("9"));
    }
    void aPaymentCodeIsNeitherShownNorAsked()
    {
        Rig rig;
        rig.desk.list({});
        rig.wish(Wish::Kind::Scanned, QStringLiteral("134567890123456789"));
        QCOMPARE(rig.view().say, Say::PaymentCode);
        QVERIFY(rig.view().text.isEmpty());
        QCOMPARE(rig.desk.searches.size(), 1);
        QCOMPARE(rig.refusals, 1);
    }
    void daysGoBackAndForwardToToday()
    {
        Rig rig;
        rig.desk.list({});
        rig.wish(Wish::Kind::Later);
        QCOMPARE(rig.refusals, 1);
        rig.wish(Wish::Kind::Earlier);
        rig.wish(Wish::Kind::Earlier);
        QCOMPARE(rig.asked().from, rig.today(0, 0).addDays(-2));
        QCOMPARE(rig.asked().to, rig.today(0, 0).addDays(-1));
        QVERIFY(!rig.view().isToday);
        rig.wish(Wish::Kind::Later);
        QCOMPARE(rig.view().day, rig.today(0, 0).date().addDays(-1));
        rig.wish(Wish::Kind::Today);
        QVERIFY(rig.view().isToday);
        QCOMPARE(rig.asked().from, rig.today(0, 0));
    }
    void theFilterIsTheServers()
    {
        Rig rig;
        const auto filtered = [&rig](Filter filter) {
            rig.wish(Wish::Kind::Filter, {}, int(filter));
            return rig.asked();
        };
        QCOMPARE(*filtered(Filter::Paid).state, TradeState::Success);
        QCOMPARE(*filtered(Filter::Refunded).state, TradeState::Refund);
        QCOMPARE(*filtered(Filter::NotPaid).state, TradeState::Closed);
        QVERIFY(filtered(Filter::Odd).odd);
        QVERIFY(!filtered(Filter::All).odd);
        const auto searches = rig.desk.searches.size();
        rig.wish(Wish::Kind::Filter, {}, 17);
        QCOMPARE(rig.desk.searches.size(), searches);
    }
    void pagesAreReadAsTheyAreWanted()
    {
        Rig rig;
        rig.desk.list(ScriptedHistoryDesk::many(100), QStringLiteral("c1"));
        QCOMPARE(rig.desk.pages.asked.size(), 1);
        QVERIFY(rig.view().hasMore);
        rig.wish(Wish::Kind::MoreRows, {}, 39);
        QCOMPARE(rig.desk.pages.asked.size(), 1);
        rig.wish(Wish::Kind::RowDown);
        QCOMPARE(rig.desk.pages.asked.size(), 2);
        QCOMPARE(rig.desk.pages.asked.back()[0], QStringLiteral("c1"));
        rig.wish(Wish::Kind::RowDown);
        QCOMPARE(rig.desk.pages.asked.size(), 2); // once is enough
        rig.desk.list(ScriptedHistoryDesk::many(100, 101));
        QCOMPARE(rig.view().lines.size(), 200);
        QVERIFY(!rig.view().hasMore);
        QCOMPARE(rig.view().chosen, QStringLiteral("NUMBER0000042"));
        rig.wish(Wish::Kind::MoreRows, {}, 1000); // no further than the last
        QCOMPARE(rig.view().chosen, QStringLiteral("NUMBER0000200"));
        rig.wish(Wish::Kind::RowDown);
        QCOMPARE(rig.refusals, 1);
    }
    void atMostTwoThousandAreKept()
    {
        Rig rig;
        for (int page = 0; rig.desk.pages.asked.size() > page; ++page) {
            rig.desk.list(ScriptedHistoryDesk::many(100, 1 + page * 100), QStringLiteral("next"));
            rig.wish(Wish::Kind::MoreRows, {}, 100);
        }
        QCOMPARE(rig.view().lines.size(), HistoryFlow::mostLines);
        QCOMPARE(rig.desk.pages.asked.size(), 20);
        QVERIFY(rig.view().hasMore);
        QCOMPARE(rig.view().say, Say::OnlyNewest);
    }
    void anAnswerToAnOlderSearchIsNotShown()
    {
        Rig rig;
        rig.type(QStringLiteral("36"));
        rig.clock.advance(250ms);
        rig.desk.list(ScriptedHistoryDesk::many(5)); // to the first
        QVERIFY(rig.view().lines.isEmpty());
        QCOMPARE(rig.view().say, Say::Loading);
        rig.desk.list(ScriptedHistoryDesk::many(2));
        QCOMPARE(rig.view().lines.size(), 2);
    }
    void silenceIsSaidAndF5AsksAgain()
    {
        Rig rig;
        rig.desk.pages.answer(Error{ErrorCode::Unknown, QStringLiteral("NO_ANSWER")});
        QCOMPARE(rig.view().say, Say::NotRead);
        QCOMPARE(rig.refusals, 1);
        rig.wish(Wish::Kind::Query);
        rig.desk.list(ScriptedHistoryDesk::many(1));
        QCOMPARE(rig.view().say, Say::Nothing);
    }
    void theStoryIsAskedOfTheOneAHandStaysOn()
    {
        Rig rig;
        rig.desk.list(ScriptedHistoryDesk::many(9));
        for (int row = 0; row < 4; ++row)
            rig.wish(Wish::Kind::RowDown);
        rig.clock.advance(150ms);
        QCOMPARE(rig.desk.timelines.asked, QList<QStringList>{{"NUMBER0000005"}});
        QCOMPARE(rig.desk.details.asked.size(), 1);
        rig.desk.timelines.answer(QJsonObject{
            {"marks",
             QJsonArray{
                 QJsonObject{{"at", "2026-11-22T10:42:07.000+08:00"}, {"what", "key"}},
                 QJsonObject{{"at", "2026-11-22T10:42:07.020+08:00"}, {"what", "created"}},
                 QJsonObject{{"at", "2026-11-22T10:42:07.030+08:00"}, {"what", "query"}},
                 QJsonObject{{"at", "2026-11-22T10:42:13.000+08:00"}, {"what", "success"}, {"source", "notify"}}}}});
        QVERIFY(rig.view().storyRead);
        QCOMPARE(rig.view().story.size(), 2); // begun once, and what only F12 shows is left out
        QCOMPARE(rig.view().story[1].source, QStringLiteral("notify"));
        Order back = ScriptedHistoryDesk::made(QStringLiteral("NUMBER0000005"), 3650, TradeState::Refund);
        back.refunded = *Money::fromFen(800);
        rig.desk.details.answer(back);
        QCOMPARE(rig.view().lines[4].state, OrderLine::State::PartlyBack);
        rig.wish(Wish::Kind::Pick, QStringLiteral("NUMBER0000001"));
        QVERIFY(rig.view().story.isEmpty());
    }
    void onlyWhatWasPaidHasAReceipt()
    {
        Rig rig;
        QSignalSpy wished(&rig.flow, &HistoryFlow::reprintWished);
        rig.desk.list({ScriptedHistoryDesk::made(QStringLiteral("NUMBER1")),
                       ScriptedHistoryDesk::made(QStringLiteral("NUMBER2"), 100, TradeState::Closed)});
        rig.wish(Wish::Kind::Reprint);
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished[0][0].toString(), QStringLiteral("NUMBER1"));
        rig.wish(Wish::Kind::RowDown);
        rig.wish(Wish::Kind::Reprint);
        QCOMPARE(wished.size(), 1);
        QCOMPARE(rig.view().say, Say::NothingToPrint);
    }
    void ordersAreReadAsTheyStand()
    {
        Rig rig;
        Order odd = ScriptedHistoryDesk::made(QStringLiteral("NUMBER1"), 3650, TradeState::Closed);
        odd.openCase = CaseKind::Late;
        Order back = ScriptedHistoryDesk::made(QStringLiteral("NUMBER2"), 3650, TradeState::Refund);
        back.refunded = back.total;
        rig.desk.list({odd, back, ScriptedHistoryDesk::made(QStringLiteral("NUMBER3"), 1, TradeState::NotPay),
                       ScriptedHistoryDesk::made(QStringLiteral("NUMBER4"), 1, TradeState::Closed),
                       ScriptedHistoryDesk::made(QStringLiteral("NUMBER5"))});
        using State = OrderLine::State;
        QList<State> states;
        for (const OrderLine &line : rig.view().lines)
            states.append(line.state);
        QCOMPARE(states, (QList<State>{State::Odd, State::Back, State::Open, State::NotPaid, State::Paid}));
    }
};

QTEST_MAIN(HistoryFlowTest)
#include "tst_history_flow.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/HistoryScenes.h"

namespace {

using State = OrderLine::State;
using Say = HistoryView::Say;

Money fen(qint64 amount)
{
    return *Money::fromFen(amount);
}

QDateTime at(int hour, int minute, int second)
{
    return {QDate(2026, 11, 22), QTime(hour, minute, second)};
}

OrderLine line(int tail, qint64 amount, State state, const QDateTime &when)
{
    OrderLine made;
    made.number = QStringLiteral("20261122104207abcdefghi%1").arg(tail);
    made.tail = QString::number(tail);
    made.pickupNo = QStringLiteral("0%1").arg(tail - 4734);
    made.at = when;
    made.amount = fen(amount);
    made.state = state;
    made.by = QStringLiteral("p1");
    return made;
}

QList<HistoryView::Moment> story()
{
    const auto moment = [](const QDateTime &when, const char *what, const char *source = "till") {
        return HistoryView::Moment{when, QString::fromLatin1(what), QString::fromLatin1(source), {}, {}};
    };
    return {moment(at(10, 42, 7), "created"),        moment(at(10, 42, 7), "code_ready"),
            moment(at(10, 42, 7), "qr_painted"),     moment(at(10, 42, 13), "success", "notify"),
            moment(at(10, 42, 13), "green_painted"), moment(at(10, 42, 13), "voice"),
            moment(at(10, 42, 14), "printed")};
}

TillView orders(const TillView &quiet)
{
    TillView view = quiet;
    view.strip.lastSale.reset();
    view.lock.operatorName = QStringLiteral("林晓");
    view.strip.cases = 1;
    view.office.page = OfficeView::Page::History;
    HistoryView &history = view.office.history;
    history.day = QDate(2026, 11, 22);
    history.lines = {
        line(4821, 3650, State::Paid, at(10, 42, 13)),    line(4820, 1800, State::Paid, at(10, 39, 51)),
        line(4819, 5200, State::NotPaid, at(10, 37, 20)), line(4818, 2200, State::PartlyBack, at(10, 31, 8)),
        line(4817, 12000, State::Odd, at(10, 30, 44)),    line(4816, 990, State::Paid, at(10, 26, 2)),
        line(4815, 1650, State::Open, at(10, 25, 17))};
    history.lines[0].payerTotal = fen(3450);
    history.lines[0].discount = fen(200);
    history.lines[3].refunded = fen(800);
    history.lines[4].oddity = CaseKind::Late;
    history.chosen = history.lines[0].number;
    history.names = {{QStringLiteral("p1"), QStringLiteral("林晓")}};
    history.story = story();
    history.storyRead = true;
    return view;
}

void addOrders(QList<LookScene> &scenes, const TillView &quiet)
{
    const auto add = [&scenes](const char *name, const TillView &view) {
        scenes.append({QString::fromLatin1(name), view});
    };
    TillView view = orders(quiet);
    HistoryView &history = view.office.history;
    add("history", view);
    history.chosen = history.lines[4].number;
    history.filter = HistoryView::Filter::Odd;
    history.day = history.day.addDays(-1);
    history.isToday = false;
    history.story = story().mid(0, 3);
    history.story.append({at(10, 35, 8), QStringLiteral("closed"), {}, {}, {}});
    history.story.append({at(10, 36, 1), QStringLiteral("case"), {}, QStringLiteral("late"), fen(12000)});
    history.story.append({at(10, 39, 1), QStringLiteral("refund"), {}, QStringLiteral("SUCCESS"), fen(9'999'999)});
    history.say = Say::NothingToPrint;
    add("history-odd", view);
    history.text = QStringLiteral("4200001234202611221234567890");
    history.sought = HistoryView::Sought::Number;
    history.day = {};
    for (int tail = 4800; tail > 4740; --tail)
        history.lines.append(line(tail, 9'999'999, State::PartlyBack, at(9, 12, 0)));
    for (OrderLine &each : history.lines) {
        each.refunded = each.state == State::PartlyBack ? fen(9'999'998) : each.refunded;
        each.by = QStringLiteral("Alexandra Feathersto");
    }
    history.chosen = history.lines[30].number;
    history.hasMore = true;
    history.say = Say::OnlyNewest;
    add("history-many", view);

    view = orders(quiet);
    history.lines.clear();
    history.chosen.clear();
    history.story.clear();
    history.text = QStringLiteral("36.5");
    history.sought = HistoryView::Sought::Amount;
    history.say = Say::NoneFound;
    add("history-none", view);
    history.text.clear();
    history.say = Say::NotRead;
    add("history-unread", view);
    view = orders(quiet);
    history.side = HistoryView::Side::Keys;
    history.text = QStringLiteral("10:42:99");
    history.say = Say::NotUnderstood;
    add("history-keys", view);
    view = orders(quiet);
    view.state = PayState::Waiting;
    view.amount = fen(9'999'999);
    history.say = Say::FinishSaleFirst;
    add("history-selling", view);
    view.state = PayState::Paid;
    history.say = Say::PaymentCode;
    add("history-paid", view);

    view = orders(quiet);
    history.side = HistoryView::Side::Export;
    add("history-export", view);
    history.exporting = HistoryView::ExportState::Running;
    history.exported = 1'234'500;
    add("history-export-running", view);
    history.exporting = HistoryView::ExportState::Done;
    history.file = QStringLiteral("exports/practice-orders-20261122-104213-000.json");
    add("history-export-done", view);
    history.exporting = HistoryView::ExportState::Failed;
    add("history-export-failed", view);
}

TillView checking(const TillView &quiet, CheckView::Say say)
{
    TillView view = quiet;
    view.lock.operatorName = QStringLiteral("林晓");
    view.office.page = OfficeView::Page::Check;
    CheckView &check = view.office.check;
    check.recent = {line(4821, 3650, State::Open, at(10, 42, 7)), line(4820, 1800, State::Paid, at(10, 39, 51)),
                    line(4819, 5200, State::NotPaid, at(10, 37, 20))};
    check.chosen = check.recent[0].number;
    check.say = say;
    return view;
}

void addChecks(QList<LookScene> &scenes, const TillView &quiet)
{
    using Verdict = CheckView::Verdict;
    const auto add = [&scenes](const char *name, const TillView &view) {
        scenes.append({QString::fromLatin1(name), view});
    };
    TillView view = checking(quiet, CheckView::Say::Nothing);
    CheckView &check = view.office.check;
    add("check", view);
    check.typed = QStringLiteral("482");
    check.say = CheckView::Say::TooShort;
    check.recent.clear();
    check.chosen.clear();
    add("check-short", view);
    view = checking(quiet, CheckView::Say::Asking);
    check.typed = QStringLiteral("4200001234202611221234567890");
    view.state = PayState::Waiting;
    view.amount = fen(3650);
    for (int tail = 4818; tail > 4808; --tail)
        check.recent.append(line(tail, 9'999'999, State::Paid, at(10, 33, 0)));
    add("check-asking", view);
    check.say = CheckView::Say::NotReached;
    add("check-unreached", view);
    const auto answered = [&](const char *name, Verdict verdict, bool found, bool named) {
        TillView said = checking(quiet, CheckView::Say::Answered);
        said.office.check.typed = QStringLiteral("7890");
        said.office.check.verdict = verdict;
        said.office.check.isNamed = named;
        if (found)
            said.office.check.found = line(4820, 9'999'999, State::Paid, at(10, 39, 51));
        if (named) {
            said.state = PayState::Waiting;
            said.amount = fen(3650);
        }
        add(name, said);
    };
    answered("check-this", Verdict::This, true, true);
    answered("check-another", Verdict::Another, true, true);
    answered("check-today", Verdict::Another, true, false);
    answered("check-another-day", Verdict::AnotherDay, true, false);
    answered("check-unpaid", Verdict::Unpaid, true, true);
    answered("check-none", Verdict::None, false, true);
    answered("check-unknown", Verdict::Unknown, false, true);
}

} // namespace

void HistoryScenes::add(QList<LookScene> &scenes, const TillView &quiet)
{
    addOrders(scenes, quiet);
    addChecks(scenes, quiet);
}

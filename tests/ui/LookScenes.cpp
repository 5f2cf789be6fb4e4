// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookScenes.h"

namespace {

Money fen(qint64 amount)
{
    return *Money::fromFen(amount);
}

QDateTime at(int hour, int minute, int second)
{
    return {QDate(2026, 11, 22), QTime(hour, minute, second)};
}

TillView quiet(bool training)
{
    TillView view;
    view.training = training;
    view.strip.lastSale = LastSale{fen(1800), at(10, 39, 51), QStringLiteral("4820")};
    return view;
}

TillView waiting(bool training, PayState state, Notice notice, int secondsLeft = 278)
{
    TillView view = quiet(training);
    view.state = state;
    view.amount = fen(3650);
    view.codeUrl = QStringLiteral("weixin://wxpay/bizpayurl?pr=p4lpSuKzz");
    view.secondsLeft = secondsLeft;
    view.tail = QStringLiteral("4821");
    view.pickupNo = QStringLiteral("087");
    view.notice = notice;
    return view;
}

TillView without(TillView view)
{
    view.codeUrl.clear();
    view.secondsLeft = -1;
    return view;
}

} // namespace

QList<LookScene> LookScene::all(bool training)
{
    using Kind = Notice::Kind;
    QList<LookScene> scenes;
    const auto add = [&scenes](const char *name, const TillView &view) {
        scenes.append({QString::fromLatin1(name), view});
    };
    add("ready-empty", quiet(training));
    TillView view = quiet(training);
    view.entry = {QStringLiteral("12.5"), QStringLiteral("0"), {}, fen(1250)};
    add("ready-typing", view);
    view.entry = {QStringLiteral("16.5"), QStringLiteral("0"), QStringLiteral("6 + 2 × 8.5 + 16.5"), fen(3950)};
    add("ready-sum", view);
    view.entry = {QStringLiteral("3650"), QStringLiteral(".00"), {}, fen(365000)};
    view.confirmBigAmount = true;
    view.notice = {.kind = Kind::SecondPressForBigAmount, .amount = fen(365000)};
    add("ready-confirm", view);
    view.entry = {QStringLiteral("99999.99"), {}, {}, fen(9'999'999)};
    view.confirmBigAmount = false;
    view.notice = {.kind = Kind::PaymentCodeScanned, .at = at(10, 42, 0)};
    view.strip.parked = 1;
    view.strip.cases = 2;
    view.strip.online = false;
    add("ready-trouble", view);

    add("creating", without(waiting(training, PayState::Creating, {})));
    add("waiting", waiting(training, PayState::Waiting, {.kind = Kind::CodeShown, .at = at(10, 42, 7)}));
    view = waiting(training, PayState::Waiting, {.kind = Kind::QueriedUnpaid, .at = at(10, 42, 31)}, 24);
    view.next = {QStringLiteral("12.5"), QStringLiteral("0"), {}, fen(1250)};
    add("waiting-next", view);
    add("waiting-ask", waiting(training, PayState::Waiting, {.kind = Kind::AskCancel}, 9));
    add("checking", waiting(training, PayState::Checking, {.kind = Kind::Checking}, 0));
    add("cancelling", without(waiting(training, PayState::Cancelling, {})));
    add("cancelled", without(waiting(training, PayState::Cancelled, {.kind = Kind::CancelledUnpaid})));
    add("expired", without(waiting(training, PayState::Expired, {.kind = Kind::Expired})));
    add("manager", without(waiting(training, PayState::CallManager,
                                   {.kind = Kind::AmountDiffers, .amount = fen(3600), .expected = fen(3650)})));
    view = waiting(training, PayState::Waiting, {.kind = Kind::CodeShown, .at = at(10, 42, 7)});
    view.customerEyes = true;
    add("customer", view);
    view.amount = fen(9'999'999);
    add("customer-largest", view);
    view.customerEyes = false;
    add("waiting-largest", view);

    view = without(waiting(training, PayState::Paid, {}));
    view.payerTotal = fen(3450);
    view.discount = fen(200);
    view.next = {QStringLiteral("12.5"), QStringLiteral("0"), {}, fen(1250)};
    view.canLeavePaid = true;
    add("paid", view);
    view.amount = fen(9'999'999);
    view.payerTotal = {};
    view.pickupNo.clear();
    view.next = {};
    view.notice = {.kind = Kind::PaidNotCancelled, .amount = fen(9'999'999)};
    add("paid-largest", view);
    return scenes;
}

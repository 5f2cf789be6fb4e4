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

/// The lock page with the drawn target's people; the sale behind it stands still.
TillView locked(bool training, LockView::Phone phone)
{
    TillView view = quiet(training);
    view.strip.lastSale.reset();
    LockView &lock = view.lock;
    lock.locked = true;
    lock.phone = phone;
    const bool open =
        phone == LockView::Phone::Waiting || phone == LockView::Phone::Scanned || phone == LockView::Phone::Strange;
    if (phone == LockView::Phone::Waiting)
        lock.qr = QStringLiteral("http://192.168.1.23:40123/m/login/mzxw6ytboi4dsnrtgq2tmnzyhe3dgnjrge");
    lock.number = open ? 47 : 0;
    lock.secondsLeft = open ? 102 : -1;
    lock.people = {{QStringLiteral("p1"), QStringLiteral("林晓")},
                   {QStringLiteral("p2"), QStringLiteral("陈静")},
                   {QStringLiteral("p3"), QStringLiteral("王师傅")}};
    lock.chosen = QStringLiteral("p1");
    lock.practicePin = training ? QStringLiteral("135790") : QString();
    return view;
}

void addLocked(QList<LookScene> &scenes, bool training)
{
    using Phone = LockView::Phone;
    using Say = LockView::Say;
    const auto add = [&scenes](const char *name, const TillView &view) {
        scenes.append({QString::fromLatin1(name), view});
    };
    TillView view = locked(training, Phone::Waiting);
    view.lock.digits = 3;
    add("lock", view);
    view.lock.digits = 0;
    view.lock.say = Say::WrongPin;
    view.lock.count = 3;
    add("lock-wrong", view);
    view.lock.people.clear();
    for (const char *name : {"林晓", "陈静", "王师傅", "周敏", "Alexandra Featherstone", "赵一鸣", "刘洋", "黄小玲",
                             "吴刚", "郑爽", "孙丽", "何伟"})
        view.lock.people.append({QString::fromUtf8(name), QString::fromUtf8(name)});
    view.lock.chosen = QString::fromUtf8("陈静");
    view.lock.say = Say::Blocked;
    view.lock.count = 28;
    add("lock-blocked", view);
    view = locked(training, Phone::Waiting);
    view.state = PayState::Waiting;
    view.amount = fen(3650);
    add("lock-selling", view);
    view = locked(training, Phone::Scanned);
    view.lock.owner = QStringLiteral("林晓");
    add("lock-scanned", view);
    view.lock.owner = QStringLiteral("Alexandra Feathersto"); // as long as a name may be
    view.state = PayState::Checking;
    view.amount = fen(9'999'999);
    add("lock-scanned-largest", view);
    view = locked(training, Phone::Strange);
    view.lock.chosen = QStringLiteral("p2");
    view.lock.digits = 6;
    add("lock-strange", view);
    view.lock.binding = true;
    view.lock.digits = 0;
    view.lock.chosen.clear();
    view.lock.manager = QStringLiteral("陈静");
    view.lock.people[2].enabled = false;
    view.lock.say = Say::WhosePhone;
    add("lock-binding", view);
    view.lock.manager = QStringLiteral("Alexandra Feathersto");
    add("lock-binding-largest", view);
    view = locked(training, Phone::Cancelled);
    view.lock.say = Say::SignInEnded;
    add("lock-cancelled", view);
    view = locked(training, Phone::Expired);
    view.lock.chosen.clear();
    view.lock.digits = 6;
    view.lock.say = Say::ChoosePerson;
    add("lock-expired", view);
    add("lock-off", locked(training, Phone::Off));
    view = locked(training, Phone::Unreachable);
    view.strip.online = false;
    view.lock.people.clear();
    view.lock.chosen.clear();
    view.lock.practicePin.clear();
    add("lock-unreachable", view);
    view.lock.phone = Phone::Connecting;
    view.strip.online = true;
    add("lock-connecting", view);
    view = locked(training, Phone::Making);
    view.lock.digits = 6;
    view.lock.say = Say::Checking;
    add("lock-checking", view);
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
    view.lock.operatorName = QStringLiteral("林晓");
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
    addLocked(scenes, training);
    return scenes;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookScenes.h"

#include "tests/ui/HistoryScenes.h"
#include "tests/ui/PairingScenes.h"
#include "tests/ui/SettingsScenes.h"

namespace {

Money fen(qint64 amount)
{
    return *Money::fromFen(amount);
}

QDateTime at(int hour, int minute, int second)
{
    return {QDate(2026, 11, 22), QTime(hour, minute, second)};
}

using LineKind = SellingView::LineKind;
using Sheet = SellingView::Sheet;

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

SellingView::Line goods(const char *id, const char *name, int quantity, qint64 price)
{
    return {text(id), LineKind::Goods, text(name), QString::number(quantity), fen(price).yuan(), fen(price * quantity)};
}

SellingView::Line typed(int place, int quantity, const char *price, qint64 amount)
{
    return {u't' + QString::number(place), LineKind::Typed, {}, QString::number(quantity), text(price), fen(amount)};
}

QList<SellingView::Tile> coffees()
{
    QList<SellingView::Tile> tiles;
    int code = 0;
    for (const char *name :
         {"美式", "拿铁", "可颂", "司康", "卡布奇诺", "澳白", "摩卡", "手冲 耶加雪菲 浅烘焙 单一产地",
          "Cold brew with orange and tonic water", "热巧克力", "抹茶拿铁", "燕麦拿铁"})
        tiles.append({QString::number(++code), text(name), fen(code == 9 ? 9'999'999 : 1800 + 25 * code)});
    return tiles;
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
    view.selling.lines = {goods("gA", "拿铁 大杯", 1, 2200), goods("gB", "可颂", 2, 825)};
    view.selling.lines.append({text("d1"), LineKind::Minus, {}, {}, {}, fen(200)});
    return view;
}

TillView without(TillView view)
{
    view.codeUrl.clear();
    view.secondsLeft = -1;
    return view;
}

/// F12 over a sale that was paid by a notification.
TillView recorded(bool training, int rows)
{
    TillView view = quiet(training);
    TimelineView &timeline = view.timeline;
    timeline.open = true;
    timeline.tail = QStringLiteral("4820");
    const QString till = QStringLiteral("till"), server = QStringLiteral("server"), wechat = QStringLiteral("wechat"),
                  notify = QStringLiteral("notify"), ok = QStringLiteral("ok");
    const auto name = [](const char *what) { return QString::fromLatin1(what); };
    timeline.rows = {{0, till, name("key")},
                     {3, till, name("order_asked")},
                     {6, server, name("order_call")},
                     {8, name("system"), name("created")},
                     {9, wechat, name("create_asked")},
                     {96, wechat, name("create_answered"), ok, 87},
                     {98, name("system"), name("code_ready")},
                     {101, till, name("order_answered")},
                     {124, till, name("qr_painted")},
                     {3012, wechat, name("query"), name("NOTPAY"), 64},
                     {6011, wechat, name("query"), name("NOTPAY"), 181, 12, 39'020},
                     {41'203, notify, name("notify_received")},
                     {41'204, notify, name("notify_verified")},
                     {41'207, notify, name("success")},
                     {41'208, notify, name("notify_committed")},
                     {41'208, server, name("pushed")},
                     {41'209, notify, name("notify_answered"), ok},
                     {41'211, till, name("push_heard")},
                     {41'226, till, name("green_painted")},
                     {41'229, till, name("sound")}};
    timeline.rows = timeline.rows.mid(0, rows);
    return view;
}

void addRecorded(QList<LookScene> &scenes, bool training)
{
    scenes.append({QStringLiteral("timeline"), recorded(training, 20)});
    TillView view = recorded(training, 11);
    view.state = PayState::Waiting;
    view.amount = fen(9'999'999);
    view.timeline.say = TimelineView::Say::Exported;
    view.timeline.file = QStringLiteral("exports/timeline-20261122104207000ABCDEFGHIJ.json");
    scenes.append({QStringLiteral("timeline-saved"), view});
    view = recorded(training, 0);
    view.timeline.say = TimelineView::Say::NotRead;
    scenes.append({QStringLiteral("timeline-unread"), view});
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

RefundView::Sale sale(const char *number, qint64 paid, qint64 left, const QDateTime &when)
{
    const QString text = QString::fromLatin1(number);
    return {text, text.right(4), text.right(3), fen(paid), fen(left), when};
}

TillView refunding(bool training, RefundView::Step step)
{
    TillView view = quiet(training);
    view.lock.operatorName = QStringLiteral("林晓");
    view.strip.cases = 1;
    view.office.page = OfficeView::Page::Refund;
    RefundView &refund = view.office.refund;
    refund.step = step;
    refund.sales = {sale("N4821", 3650, 3650, at(10, 42, 13)), sale("N4820", 1800, 1800, at(10, 39, 51)),
                    sale("N4818", 2200, 1400, at(10, 31, 8)),  sale("N4817", 12000, 12000, at(10, 30, 44)),
                    sale("N4816", 990, 0, at(10, 26, 2)),      sale("N4815", 1650, 1650, at(10, 25, 17))};
    refund.chosen = refund.sales.front().number;
    refund.sale = refund.sales[2];
    refund.past = {{fen(800), RefundStatus::Success, at(10, 35, 0)}};
    refund.entry = {QStringLiteral("8"), QStringLiteral(".00"), {}, fen(800)};
    refund.reasons = {MoneyReason::Returned, MoneyReason::Overcharged, MoneyReason::OutOfStock, MoneyReason::Other};
    refund.amount = fen(800);
    return view;
}

LockView supervisor(bool training)
{
    LockView lock;
    lock.people = {{QStringLiteral("p2"), QStringLiteral("陈静")}, {QStringLiteral("p3"), QStringLiteral("王师傅")}};
    lock.chosen = QStringLiteral("p2");
    lock.digits = 3;
    lock.practicePin = training ? QStringLiteral("135790") : QString();
    return lock;
}

void addRefunds(QList<LookScene> &scenes, bool training)
{
    using Step = RefundView::Step;
    using Say = RefundView::Say;
    using Outcome = RefundView::Outcome;
    const auto add = [&scenes](const char *name, const TillView &view) {
        scenes.append({QString::fromLatin1(name), view});
    };
    TillView view = refunding(training, Step::Choose);
    add("refund-choose", view);
    view.office.refund.underWay = 1;
    view.office.refund.underWayAmount = fen(9'999'999);
    view.office.refundsUnderWay = 1;
    for (const char *number : {"N4814", "N4813", "N4812", "N4811", "N4810", "N4809"})
        view.office.refund.sales.append(sale(number, 9'999'999, 1, at(9, 12, 0)));
    view.office.refund.chosen = QStringLiteral("N4812");
    add("refund-choose-many", view);
    view = refunding(training, Step::Choose);
    view.office.refund.tail = QStringLiteral("9321");
    view.office.refund.sales.clear();
    view.office.refund.chosen.clear();
    view.office.refund.say = Say::NoneFound;
    view.office.refundsFailed = 1;
    add("refund-choose-none", view);
    view = refunding(training, Step::Amount);
    add("refund-amount", view);
    view.office.refund.confirm = true;
    view.office.refund.say = Say::PressAgain;
    add("refund-amount-confirm", view);
    view.office.refund.confirm = false;
    view.office.refund.sale = sale("N4814", 9'999'999, 9'999'998, at(9, 12, 0));
    view.office.refund.past = {{fen(9'999'998), RefundStatus::Processing, at(10, 35, 0)},
                               {fen(9'999'998), RefundStatus::Abnormal, at(10, 35, 0)}};
    view.office.refund.entry = {QStringLiteral("99999.99"), {}, {}, fen(9'999'999)};
    view.office.refund.say = Say::TooMuch;
    add("refund-amount-largest", view);
    view = refunding(training, Step::Supervisor);
    view.office.refund.amount = fen(9'999'999);
    view.office.supervisor = supervisor(training);
    add("refund-supervisor", view);
    view.office.supervisor.say = LockView::Say::WrongPin;
    view.office.supervisor.count = 3;
    view.office.supervisor.digits = 0;
    for (const char *name : {"周敏", "Alexandra Featherstone", "赵一鸣", "刘洋", "黄小玲", "吴刚"})
        view.office.supervisor.people.append({QString::fromUtf8(name), QString::fromUtf8(name)});
    add("refund-supervisor-wrong", view);
    const auto result = [&](const char *name, Outcome outcome, const char *code = "", const char *account = "") {
        TillView ended = refunding(training, Step::Result);
        ended.office.refund.outcome = outcome;
        ended.office.refund.code = QString::fromLatin1(code);
        ended.office.refund.account = QString::fromUtf8(account);
        add(name, ended);
    };
    result("refund-submitted", Outcome::Submitted);
    result("refund-processing", Outcome::Processing);
    result("refund-done", Outcome::Done, "", "支付用户零钱");
    result("refund-refused", Outcome::Refused, "NOT_ENOUGH");
    result("refund-manager", Outcome::Manager);
}

PaymentCase payment(qint64 id, CaseKind kind, qint64 amount, std::optional<qint64> expected, const char *number)
{
    PaymentCase about{.id = id, .kind = kind};
    about.outTradeNo = QString::fromLatin1(number);
    about.amount = fen(amount);
    if (expected)
        about.expected = fen(*expected);
    about.at = at(10, 30, 44);
    about.state = QStringLiteral("open");
    return about;
}

TillView inbox(bool training)
{
    TillView view = quiet(training);
    view.lock.operatorName = QStringLiteral("林晓");
    view.office.page = OfficeView::Page::Inbox;
    InboxView &inbox = view.office.inbox;
    inbox.items = {{payment(6, CaseKind::AmountMismatch, 3600, 3650, "N4821"), {}},
                   {payment(5, CaseKind::Late, 12000, 12000, "N4817"), {}},
                   {payment(4, CaseKind::Duplicate, 1800, 1800, "N4820"), {}},
                   {payment(3, CaseKind::RefundAbnormal, 800, 2200, "N4818"), {}},
                   {payment(2, CaseKind::UnknownOrder, 500, {}, "X1234"), {}},
                   {payment(1, CaseKind::Foreign, 9'999'999, {}, "Z9999"), {}}};
    inbox.open = 6;
    view.strip.cases = 6;
    inbox.chosen = 6;
    inbox.reasons = {MoneyReason::HandedOver, MoneyReason::CheckedInPerson, MoneyReason::Other};
    inbox.reason = MoneyReason::HandedOver;
    return view;
}

void addInbox(QList<LookScene> &scenes, bool training)
{
    using Step = InboxView::Step;
    using Say = InboxView::Say;
    const auto add = [&scenes](const char *name, const TillView &view) {
        scenes.append({QString::fromLatin1(name), view});
    };
    TillView view = inbox(training);
    add("inbox", view);
    view.office.inbox.chosen = 3;
    add("inbox-abnormal", view);
    view.office.inbox.chosen = 1;
    view.office.inbox.say = Say::NotOurs;
    add("inbox-foreign", view);
    view.office.inbox.chosen = 4;
    view.office.inbox.say = Say::GivenBack;
    view.state = PayState::Waiting;
    view.amount = fen(3650);
    add("inbox-selling", view);
    view = inbox(training);
    view.office.inbox.step = Step::Reason;
    add("inbox-reason", view);
    view.office.inbox.chosen = 3;
    view.office.inbox.refunds = true;
    view.office.inbox.reasons = {MoneyReason::AccountClosed, MoneyReason::Other};
    view.office.inbox.reason = MoneyReason::AccountClosed;
    view.office.inbox.say = Say::NotHeard;
    add("inbox-reason-refund", view);
    view.office.inbox.step = Step::Supervisor;
    view.office.inbox.say = Say::NeedsSupervisor;
    view.office.supervisor = supervisor(training);
    add("inbox-supervisor", view);
    view = inbox(training);
    InboxView &decided = view.office.inbox;
    decided.decided = true;
    for (InboxView::Item &item : decided.items) {
        item.about.state = item.about.id % 2 ? QStringLiteral("refunded") : QStringLiteral("honoured");
        item.about.decidedAt = at(11, 5, 0);
        item.about.reason = QStringLiteral("顾客账户收不了款");
        item.by = QStringLiteral("Alexandra Feathersto");
    }
    decided.open = 0;
    add("inbox-decided", view);
    view = inbox(training);
    view.office.inbox.items.clear();
    view.office.inbox.chosen = 0;
    view.office.inbox.open = 0;
    view.strip.cases = 0;
    add("inbox-empty", view);
}

/// A bill of goods, as the drawn target has it.
TillView selling(bool training)
{
    TillView view = quiet(training);
    view.lock.operatorName = text("林晓");
    SellingView &selling = view.selling;
    selling.hasGoods = true;
    selling.quick = coffees().mid(0, SellingView::quickTiles);
    selling.lines = {goods("gA", "拿铁 大杯", 1, 2200), goods("gB", "可颂", 2, 825)};
    selling.lines.append({text("d1"), LineKind::Minus, {}, {}, {}, fen(200)});
    selling.pieces = 3;
    selling.saved = fen(200);
    view.entry.more = true;
    view.entry.total = fen(3650);
    for (int held = 1; held <= 2; ++held)
        selling.held.append({QString::number(held), at(10, 20 + held, 7), fen(1800 * held), held,
                             held == 1 ? QString() : text("拿铁 大杯")});
    selling.heldChosen = QStringLiteral("1");
    selling.otherKinds = {text("支付宝"), text("银行卡"), text("其他")};
    selling.received = view.entry.total;
    return view;
}

TillView byGoods(TillView view)
{
    SellingView &selling = view.selling;
    selling.layout = SellingView::Layout::Goods;
    selling.quick.clear();
    selling.categories = {text("咖啡"), text("面包"),     text("甜品"),   text("会员卡与周边"), text("Seasonal drinks"),
                          text("豆子"), text("早餐套餐"), text("下午茶"), text("冷饮"),         text("热饮")};
    selling.category = selling.categories.front();
    selling.tiles = coffees();
    return view;
}

void addBills(QList<LookScene> &scenes, bool training)
{
    const auto add = [&scenes](const char *name, const TillView &view) { scenes.append({text(name), view}); };
    TillView view = selling(training);
    add("ready-bill", view);
    view.selling.chosen = QStringLiteral("gB");
    view.notice = {.kind = Notice::Kind::GoodsHeldBack, .at = at(10, 42, 0)};
    add("ready-bill-chosen", view);
    view.selling.chosen = QStringLiteral("d1");
    add("ready-bill-discount-chosen", view);
    view = selling(training);
    for (int line = 0; line < 12; ++line)
        view.selling.lines.prepend(
            goods(QByteArray::number(line).constData(), "手冲 耶加雪菲 浅烘焙 单一产地 大杯 少冰", 999, 9'999));
    view.selling.pieces = 999 * 12 + 3;
    view.entry.total = fen(9'999'999);
    view.selling.saved = fen(9'999'998);
    add("ready-bill-long", view);
    view = selling(training);
    view.entry = {};
    view.selling.lines.clear();
    view.selling.pieces = 0;
    view.selling.saved = {};
    add("ready-goods-empty", view);
    add("goods-empty", byGoods(view));
    view = byGoods(selling(training));
    add("goods", view);
    view.selling.chosen = QStringLiteral("gB");
    view.selling.category = view.selling.categories.back();
    view.selling.pages = 3;
    view.selling.page = 1;
    while (view.selling.tiles.size() < SellingView::tilesOnPage)
        view.selling.tiles.append(coffees().first(8));
    view.selling.tiles = view.selling.tiles.first(SellingView::tilesOnPage);
    add("goods-pages", view);
}

void addSheets(QList<LookScene> &scenes, bool training)
{
    const auto add = [&scenes](const char *name, const TillView &view) { scenes.append({text(name), view}); };
    TillView view = selling(training);
    view.selling.sheet = Sheet::Discounts;
    view.selling.lines[2] = {text("d0"), LineKind::Rate, {}, {}, {}, fen(462), 88};
    add("sheet-discounts", view);
    view.selling.typed = QStringLiteral("8.8");
    view.notice = {.kind = Notice::Kind::DiscountUseless, .at = at(10, 42, 0)};
    add("sheet-discounts-typed", view);
    view = selling(training);
    view.selling.sheet = Sheet::Held;
    add("sheet-held", view);
    for (int held = 3; held <= 20; ++held)
        view.selling.held.append({QString::number(held), at(9, held, 0), fen(9'999'999), 999 * held,
                                  text("手冲 耶加雪菲 浅烘焙 单一产地 大杯 少冰")});
    add("sheet-held-many", view);
    view = selling(training);
    view.selling.sheet = Sheet::Cash;
    add("sheet-cash", view);
    view.selling.received = fen(5000);
    view.selling.receivedTyped = true;
    view.selling.typed = QStringLiteral("50");
    view.selling.typedPale = QStringLiteral(".00");
    add("sheet-cash-typed", view);
    view.selling.received = fen(9'999'999);
    view.selling.typed = QStringLiteral("99999.99");
    view.selling.typedPale.clear();
    view.entry.total = fen(1);
    add("sheet-cash-largest", view);
    view.selling.received = fen(3000);
    view.entry.total = fen(3650);
    view.selling.typed = QStringLiteral("30");
    view.notice = {.kind = Notice::Kind::CashShort, .at = at(10, 42, 0), .amount = fen(3000), .expected = fen(3650)};
    add("sheet-cash-short", view);
    view = selling(training);
    view.selling.sheet = Sheet::Other;
    view.selling.otherKind = 1;
    add("sheet-other", view);
}

void addByHand(QList<LookScene> &scenes, bool training)
{
    const auto add = [&scenes](const char *name, const TillView &view) { scenes.append({text(name), view}); };
    TillView view = without(waiting(training, PayState::Creating, {}));
    view.tender = Tender::Cash;
    add("cash-creating", view);
    view.state = PayState::Paid;
    view.received = fen(5000);
    view.change = fen(1350);
    view.canLeavePaid = true;
    add("paid-cash", view);
    view.change = view.received = {};
    view.tender = Tender::Other;
    view.tenderName = text("支付宝");
    view.strip.lastSale->tender = Tender::Cash;
    add("paid-other", view);
}

/// Receipts: the button on Paid, and what the strip says of those that did not come out.
void addPrinting(QList<LookScene> &scenes, bool training)
{
    TillView view = without(waiting(training, PayState::Paid, {}));
    view.canLeavePaid = true;
    view.strip.printing = {.possible = true, .isOffered = true, .isFirst = true};
    scenes.append({QStringLiteral("paid-print"), view});
    view.tender = Tender::Cash;
    view.received = fen(5000);
    view.change = fen(1350);
    view.strip.printing.isFirst = false;
    view.strip.printing.trouble = PrinterTrouble::Paper;
    scenes.append({QStringLiteral("paid-cash-print"), view});
    view = quiet(training);
    view.strip.cases = 2;
    view.strip.parked = 1;
    for (int trouble = int(PrinterTrouble::NotReached); trouble <= int(PrinterTrouble::Unclear); ++trouble) {
        view.strip.printing = {.possible = true, .isOffered = true, .trouble = PrinterTrouble(trouble)};
        scenes.append({QStringLiteral("ready-printer-%1").arg(trouble), view});
    }
    view.strip.printing = {.say = PrintingView::Say::NotKept};
    scenes.append({QStringLiteral("ready-receipt-not-kept"), view});
}

QList<LookScene> made(bool training)
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
    view.selling.lines = {typed(0, 1, "12.5", 1250)};
    view.selling.pieces = 1;
    add("ready-typing", view);
    view.entry = {QStringLiteral("16.5"), QStringLiteral("0"), QStringLiteral("6 + 2 × 8.5 + 16.5"), fen(3950)};
    view.selling.lines = {typed(0, 1, "6", 600), typed(1, 2, "8.5", 1700), typed(2, 1, "16.5", 1650)};
    view.selling.pieces = 4;
    add("ready-sum", view);
    view.entry = {QStringLiteral("3650"), QStringLiteral(".00"), {}, fen(365000)};
    view.selling.lines = {typed(0, 1, "3650", 365000)};
    view.selling.pieces = 1;
    view.confirmBigAmount = true;
    view.notice = {.kind = Kind::SecondPressForBigAmount, .amount = fen(365000)};
    add("ready-confirm", view);
    view.entry = {QStringLiteral("99999.99"), {}, {}, fen(9'999'999)};
    view.selling.lines = {typed(0, 1, "99999.99", 9'999'999)};
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
    addBills(scenes, training);
    addSheets(scenes, training);
    addByHand(scenes, training);
    addPrinting(scenes, training);
    addLocked(scenes, training);
    addRefunds(scenes, training);
    addInbox(scenes, training);
    HistoryScenes::add(scenes, quiet(training));
    SettingsScenes::add(scenes, quiet(training), supervisor(training));
    PairingScenes::add(scenes, quiet(training));
    addRecorded(scenes, training);
    return scenes;
}

} // namespace

QList<LookScene> LookScene::all(bool training)
{
    static const QList<LookScene> practice = made(true);
    static const QList<LookScene> live = made(false);
    return training ? practice : live;
}

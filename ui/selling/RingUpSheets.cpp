// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the lines for a moment: discounts, bills put aside, and money that is not WeChat's; and what is shown.
#include "ui/selling/RingUp.h"

#include "server/domain/Clock.h"
#include "ui/selling/GoodsShelf.h"
#include "ui/selling/HeldBills.h"

using Kind = Wish::Kind;

void RingUp::closeSheet()
{
    m_sheet = Sheet::None;
    m_typed = {};
    m_chosen.clear();
    m_linePage = 0;
}

void RingUp::toggle(Sheet sheet, const Basket &basket)
{
    const bool needsBill = sheet != Sheet::Held;
    const bool opens = m_sheet != sheet;
    if (opens && needsBill && (basket.total().isZero() || !basket.isComplete()))
        return emit refused();
    closeSheet();
    if (!opens)
        return;
    m_sheet = sheet;
    m_otherKind = 0;
    m_heldPage = 0;
    m_heldChosen = m_around.held ? m_around.held->list().value(0).id : QString();
}

void RingUp::wishSheet(const Wish &wish, Basket &basket)
{
    switch (wish.kind) {
    case Kind::Discounts:
        return toggle(Sheet::Discounts, basket);
    case Kind::HeldList:
        if (!m_around.held || m_around.held->list().isEmpty())
            return emit refused();
        return toggle(Sheet::Held, basket);
    case Kind::Cash:
        return toggle(Sheet::Cash, basket);
    case Kind::OtherTender:
        return toggle(Sheet::Other, basket);
    case Kind::Hold:
        return hold(basket);
    case Kind::Cancel:
        return closeSheet();
    default:
        break;
    }
    if (m_sheet == Sheet::Discounts)
        return typeDiscount(wish, basket);
    if (m_sheet == Sheet::Held)
        return wishHeld(wish, basket);
    if (m_sheet == Sheet::Cash)
        return wishCash(wish, basket);
    if (m_sheet == Sheet::Other)
        wishOther(wish);
}

bool RingUp::edit(AmountEntry &entry, const Wish &wish)
{
    switch (wish.kind) {
    case Kind::Type:
        if (entry.type(wish.text) != Refusal::None)
            emit refused();
        return true;
    case Kind::Backspace:
        entry.backspace();
        return true;
    case Kind::Clear:
        entry.clear();
        return true;
    case Kind::TakeBack:
        entry.takeBack(wish.count);
        return true;
    default:
        return false;
    }
}

/// "8.8" and "88" are both 8.8 折.
std::optional<int> RingUp::typedRate() const
{
    const qint64 fen = m_typed.total().fen();
    if (fen % 10 == 0 && fen >= 10 && fen <= 990)
        return int(fen / 10);
    if (fen % 100 == 0 && fen >= 1000 && fen <= 9900)
        return int(fen / 100);
    return std::nullopt;
}

void RingUp::typeDiscount(const Wish &wish, Basket &basket)
{
    const bool byKey = wish.kind == Kind::Type && (wish.text == u'×' || wish.text == u'+');
    const bool asRate = (byKey && wish.text == u'×') || wish.kind == Kind::Rate;
    const bool asMinus =
        (byKey && wish.text == u'+') || wish.kind == Kind::Minus || (wish.kind == Kind::Pay && !m_typed.isEmpty());
    if (asRate) {
        const auto rate = wish.kind == Kind::Rate && wish.count > 0 ? std::optional(wish.count) : typedRate();
        return discount(Discount::ofRate(rate.value_or(0)), basket);
    }
    if (asMinus) {
        const bool named = wish.kind == Kind::Minus && wish.count > 0;
        return discount(Discount::ofMinus(named ? *Money::fromFen(wish.count) : m_typed.total()), basket);
    }
    if (wish.kind == Kind::Round)
        return discount(Discount::ofRound(*Money::fromFen(wish.count)), basket);
    if (wish.kind == Kind::Pay)
        return closeSheet();
    if (wish.kind == Kind::NoDiscount) {
        basket.dropDiscounts();
        return emit rang();
    }
    edit(m_typed, wish);
}

/// The same once more takes it away.
void RingUp::discount(const Discount &discount, Basket &basket)
{
    const bool had = basket.has(discount);
    Basket without = basket;
    if (had)
        without.drop(discount.kind);
    const auto refusal = had ? Refusal::None : without.discount(discount);
    m_typed = {};
    if (refusal != Refusal::None)
        return refuse({Notice::Kind::DiscountUseless, m_clock.now()});
    basket = without;
    emit rang();
}

void RingUp::hold(Basket &basket)
{
    if (!m_around.held || basket.total().isZero() || !basket.isComplete())
        return emit refused();
    const Money total = basket.total();
    if (const auto held = m_around.held->hold(basket, m_clock.now()); !held) {
        const bool full = held.error().code == ErrorCode::Busy;
        return refuse({full ? Notice::Kind::HeldFull : Notice::Kind::NotHeld, m_clock.now(), total});
    }
    basket = {};
    closeSheet();
    emit rang();
    emit said({Notice::Kind::BillHeld, m_clock.now(), total}, 4);
}

void RingUp::wishHeld(const Wish &wish, Basket &basket)
{
    const auto &list = m_around.held->list();
    const auto at =
        std::find_if(list.begin(), list.end(), [this](const auto &held) { return held.id == m_heldChosen; });
    const qsizetype place = at == list.end() ? 0 : at - list.begin();
    switch (wish.kind) {
    case Kind::RowUp:
        m_heldChosen = list.at(std::max<qsizetype>(0, place - 1)).id;
        return;
    case Kind::RowDown:
        m_heldChosen = list.at(std::min(list.size() - 1, place + 1)).id;
        return;
    case Kind::MoreRows:
        ++m_heldPage;
        return;
    case Kind::Pick:
        return takeBack(wish.text, basket);
    case Kind::Pay:
        return takeBack(m_heldChosen, basket);
    default:
        emit refused();
    }
}

/// What is on the counter is put aside first, so that nothing is mixed and nothing is lost.
void RingUp::takeBack(const QString &id, Basket &basket)
{
    if (!basket.isEmpty()) {
        hold(basket);
        if (!basket.isEmpty())
            return;
    }
    const auto taken = m_around.held->take(id);
    if (!taken)
        return refuse({Notice::Kind::NotHeld, m_clock.now()});
    closeSheet();
    basket = *taken;
    emit rang();
}

void RingUp::settle(Basket &basket)
{
    if (basket.isEmpty())
        settle(std::exchange(basket.heldId, {}));
}

void RingUp::settle(const QString &heldId)
{
    if (m_around.held && !heldId.isEmpty())
        (void)m_around.held->done(heldId); // if not, it lies aside again at the next start
}

void RingUp::wishCash(const Wish &wish, const Basket &basket)
{
    if (wish.kind == Kind::Note) {
        m_typed = wish.count > 0 ? AmountEntry::of(*Money::fromFen(wish.count)).restored() : AmountEntry();
        return;
    }
    if (wish.kind != Kind::Pay) {
        edit(m_typed, wish);
        return;
    }
    const Money received = m_typed.isEmpty() ? basket.total() : m_typed.total();
    if (received < basket.total())
        return refuse({Notice::Kind::CashShort, m_clock.now(), received, basket.total()});
    emit tendered({.tender = Tender::Cash, .received = received});
}

void RingUp::wishOther(const Wish &wish)
{
    const int typed = wish.kind == Kind::Type ? wish.text.toInt() - 1 : wish.kind == Kind::OtherKind ? wish.count : -1;
    if (typed >= 0 && typed < m_settings.otherKinds.size())
        m_otherKind = typed;
    else if (wish.kind == Kind::Pay)
        emit tendered({.tender = Tender::Other, .tenderName = m_settings.otherKinds.value(m_otherKind)});
    else
        emit refused();
}

void RingUp::fill(SellingView &view, const Basket &basket, bool ready) const
{
    view.layout = m_layout;
    view.lines = basket.lines();
    view.chosen = m_chosen;
    view.linePage = m_linePage;
    const SaleBill bill = basket.bill(m_settings.typedName);
    view.pieces = bill.pieces();
    view.saved = bill.saved();
    if (!ready)
        return;
    view.sheet = m_sheet;
    if (m_around.goods) {
        view.hasGoods = !m_around.goods->isEmpty();
        view.categories = m_around.goods->categories();
        view.category = category();
        view.pages = pages();
        view.page = std::min(m_page, view.pages - 1);
        auto &tiles = m_layout == SellingView::Layout::Goods ? view.tiles : view.quick;
        for (const ShelfGoods &goods : goodsUp())
            tiles.append({goods.code, goods.name, goods.price});
    }
    if (m_around.held) {
        for (const HeldBills::Held &held : m_around.held->list()) {
            const SaleBill aside = held.basket.bill(m_settings.typedName);
            const bool goods = !aside.isEmpty() && !aside.lines.front().goods.isEmpty();
            view.held.append(
                {held.id, held.at, held.basket.total(), aside.pieces(), goods ? aside.lines.front().name : QString()});
        }
    }
    view.heldChosen = m_heldChosen;
    view.heldPage = m_heldPage;
    view.typed = m_typed.view().text;
    view.typedPale = m_typed.view().pale;
    view.received = m_typed.isEmpty() ? basket.total() : m_typed.total();
    view.receivedTyped = !m_typed.isEmpty();
    view.otherKinds = m_settings.otherKinds;
    view.otherKind = m_otherKind;
}

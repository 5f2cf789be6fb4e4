// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selling/Basket.h"

#include "server/domain/Json.h"

using DiscountKind = Discount::Kind;

namespace {

Money money(qint64 fen)
{
    return *Money::fromFen(fen); // at most maxFen, by everything that lets a line in
}

/// What one discount takes off a bill that stands at restFen; the last fen always stays.
qint64 offOf(const Discount &discount, qint64 restFen)
{
    qint64 off = 0;
    switch (discount.kind) {
    case DiscountKind::Rate: // (x + 49) / 100 rounds to the nearest, and half down
        off = restFen - (restFen * discount.rate + 49) / 100;
        break;
    case DiscountKind::Minus:
        off = discount.amount.fen();
        break;
    case DiscountKind::Round:
        off = restFen < discount.amount.fen() ? 0 : restFen % discount.amount.fen();
        break;
    }
    return std::min(off, restFen - 1);
}

} // namespace

Basket Basket::of(Money amount)
{
    Basket basket;
    basket.m_entry = AmountEntry::of(amount);
    return basket;
}

Basket Basket::of(const SaleBill &bill)
{
    Basket basket;
    QList<std::pair<int, Money>> typed;
    for (const SaleBill::Line &line : bill.lines) {
        if (line.goods.isEmpty())
            typed.append({line.quantity, line.price});
        else
            basket.m_goods.append({line.goods, line.name, line.price, line.quantity});
    }
    basket.m_entry = AmountEntry::of(typed);
    for (const SaleBill::Off &off : bill.discounts) {
        // The bill says what was taken off, not to which whole; both would take off the same here.
        constexpr qint64 jiao = 10, yuan = 100;
        basket.m_discounts.append(off.kind == DiscountKind::Rate ? Discount::ofRate(off.rate)
                                  : off.kind == DiscountKind::Minus
                                      ? Discount::ofMinus(off.amount)
                                      : Discount::ofRound(money(off.amount.fen() < jiao ? jiao : yuan)));
    }
    return basket;
}

Basket Basket::restored() const
{
    Basket basket = *this;
    basket.m_entry = m_entry.restored();
    if (!m_goods.isEmpty())
        basket.m_entry.closeLine();
    return basket;
}

AmountEntry::Refusal Basket::type(const QString &key)
{
    const bool anew = m_entry.isRestored() && key != u'+' && key != u'×';
    const Refusal refusal = m_entry.type(key, maxFen - goodsFen());
    if (anew && refusal == Refusal::None)
        m_old = std::exchange(m_discounts, {}); // they were of the old bill
    return refusal;
}

void Basket::clear()
{
    const bool bill = m_entry.view().text.isEmpty() && m_entry.isComplete();
    m_entry.clear();
    if (!bill)
        return;
    m_goods.clear();
    m_discounts.clear();
}

void Basket::takeBack(int keys)
{
    m_entry.takeBack(keys);
    if (m_entry.isRestored() && m_discounts.isEmpty())
        m_discounts = m_old;
}

AmountEntry::Refusal Basket::add(const ShelfGoods &goods)
{
    AmountEntry entry = m_entry;
    const auto asked = entry.pendingQuantity();
    if (asked)
        entry.dropLine();
    else if (const Refusal refusal = entry.closeLine(); refusal != Refusal::None)
        return refusal;
    QList<Line> lines = m_goods;
    auto line =
        std::find_if(lines.begin(), lines.end(), [&goods](const Line &each) { return each.code == goods.code; });
    if (line == lines.end()) {
        if (lines.size() >= maxGoods)
            return Refusal::AmountTooLarge;
        line = lines.insert(lines.end(), {goods.code, goods.name, goods.price, 0});
    }
    line->quantity += asked.value_or(1);
    const qint64 fen = goodsFen() + line->price.fen() * asked.value_or(1) + entry.total().fen();
    if (line->quantity > SaleBill::maxQuantity || fen > maxFen)
        return Refusal::AmountTooLarge;
    m_goods = lines;
    m_entry = entry;
    return Refusal::None;
}

AmountEntry::Refusal Basket::changeQuantity(const QString &line, int by)
{
    const qsizetype typed = typedAt(line);
    if (typed >= 0)
        return typed < m_entry.items().size()
                   ? m_entry.setQuantity(typed, m_entry.items().at(typed).count() + by, maxFen - goodsFen())
                   : Refusal::NotHere;
    const qsizetype at = goodsAt(line);
    if (at < 0 || m_goods[at].quantity + by < 1)
        return Refusal::NotHere;
    if (m_goods[at].quantity + by > SaleBill::maxQuantity || gross().fen() + m_goods[at].price.fen() * by > maxFen)
        return Refusal::AmountTooLarge;
    m_goods[at].quantity += by;
    return Refusal::None;
}

void Basket::remove(const QString &line)
{
    if (const qsizetype at = goodsAt(line); at >= 0)
        m_goods.removeAt(at);
    else if (const qsizetype typed = typedAt(line); typed >= 0)
        m_entry.remove(typed);
    else
        m_discounts.removeIf([&line](const Discount &each) { return idOf(each.kind) == line; });
    if (isEmpty())
        m_discounts.clear();
}

void Basket::drop(Discount::Kind kind)
{
    m_discounts.removeIf([kind](const Discount &each) { return each.kind == kind; });
}

AmountEntry::Refusal Basket::discount(const Discount &discount)
{
    QList<Discount> wanted = m_discounts;
    wanted.removeIf([&discount](const Discount &each) { return each.kind == discount.kind; });
    wanted.append(discount);
    std::sort(wanted.begin(), wanted.end(), [](const auto &a, const auto &b) { return a.kind < b.kind; });
    const bool badRate = discount.kind == DiscountKind::Rate && (discount.rate < 1 || discount.rate > 99);
    if (badRate || (discount.kind != DiscountKind::Rate && discount.amount.isZero()) || gross().isZero())
        return Refusal::NotHere;
    const QList<SaleBill::Off> taken = offs(gross().fen(), wanted);
    const auto off = [&taken](DiscountKind kind) {
        const auto found =
            std::find_if(taken.begin(), taken.end(), [kind](const auto &each) { return each.kind == kind; });
        return found == taken.end() ? Money() : found->amount;
    };
    const bool minusIsWhole = std::all_of(wanted.begin(), wanted.end(), [&off](const Discount &each) {
        return each.kind != DiscountKind::Minus || off(DiscountKind::Minus) == each.amount;
    });
    if (off(discount.kind).isZero() || !minusIsWhole)
        return Refusal::NotHere;
    m_discounts = wanted;
    return Refusal::None;
}

bool Basket::isPlain() const
{
    const auto items = m_entry.items();
    return m_goods.isEmpty() && m_discounts.isEmpty() && items.size() == 1 && items.front().count() == 1;
}

Money Basket::gross() const
{
    return money(goodsFen() + m_entry.total().fen());
}

Money Basket::total() const
{
    qint64 fen = gross().fen();
    for (const SaleBill::Off &off : offs(fen, m_discounts))
        fen -= off.amount.fen();
    return money(fen);
}

EntryView Basket::view() const
{
    EntryView view = m_entry.view();
    view.more = !m_goods.isEmpty() || !m_discounts.isEmpty();
    view.total = total();
    return view;
}

QList<SellingView::Line> Basket::lines() const
{
    using LineKind = SellingView::LineKind;
    QList<SellingView::Line> lines;
    for (const Line &line : m_goods)
        lines.append({u'g' + line.code, LineKind::Goods, line.name, QString::number(line.quantity), line.price.yuan(),
                      money(line.price.fen() * line.quantity)});
    const auto typed = m_entry.items();
    for (qsizetype at = 0; at < typed.size(); ++at)
        lines.append({u't' + QString::number(at),
                      LineKind::Typed,
                      {},
                      typed.at(at).quantity,
                      typed.at(at).price,
                      typed.at(at).amount});
    for (const SaleBill::Off &off : offs(gross().fen(), m_discounts)) {
        const auto kind = off.kind == DiscountKind::Rate    ? LineKind::Rate
                          : off.kind == DiscountKind::Minus ? LineKind::Minus
                                                            : LineKind::Round;
        lines.append(
            {idOf(off.kind), kind, {}, {}, {}, off.amount, off.kind == DiscountKind::Round ? whole() : off.rate});
    }
    return lines;
}

SaleBill Basket::bill(const QString &typedName) const
{
    SaleBill bill;
    for (const Line &line : m_goods)
        bill.lines.append({line.code, line.name, line.price, line.quantity});
    for (const AmountEntry::Item &item : m_entry.items()) {
        const qint64 fen = item.amount.value_or(Money()).fen();
        if (fen > 0)
            bill.lines.append({{}, typedName, money(fen / item.count()), item.count()});
    }
    bill.discounts = offs(gross().fen(), m_discounts);
    return bill;
}

QJsonObject Basket::toJson(const QString &typedName) const
{
    QJsonObject json = bill(typedName).toJson();
    for (const Discount &each : m_discounts)
        if (each.kind == DiscountKind::Round)
            json["whole"] = each.amount.fen();
    return json;
}

Result<Basket> Basket::fromJson(const QJsonObject &json)
{
    const auto bill = SaleBill::fromJson(json);
    if (!bill)
        return bill.error();
    Basket basket = of(*bill);
    const auto whole = Json::toMoney(json["whole"]);
    for (Discount &each : basket.m_discounts)
        if (each.kind == DiscountKind::Round && whole && !whole->isZero())
            each.amount = *whole;
    if (basket.total() != bill->total())
        return Error{ErrorCode::InvalidInput, QStringLiteral("bill: total")};
    return basket;
}

int Basket::whole() const
{
    const auto round = std::find_if(m_discounts.begin(), m_discounts.end(),
                                    [](const Discount &each) { return each.kind == DiscountKind::Round; });
    return round == m_discounts.end() ? 0 : int(round->amount.fen());
}

QString Basket::idOf(Discount::Kind kind)
{
    return u'd' + QString::number(int(kind));
}

qsizetype Basket::goodsAt(const QString &line) const
{
    for (qsizetype at = 0; at < m_goods.size(); ++at)
        if (u'g' + m_goods[at].code == line)
            return at;
    return -1;
}

qsizetype Basket::typedAt(const QString &line)
{
    return line.startsWith(u't') ? line.mid(1).toInt() : -1;
}

qint64 Basket::goodsFen() const
{
    qint64 fen = 0;
    for (const Line &line : m_goods)
        fen += line.price.fen() * line.quantity;
    return fen;
}

QList<SaleBill::Off> Basket::offs(qint64 grossFen, const QList<Discount> &discounts)
{
    QList<SaleBill::Off> offs;
    qint64 restFen = grossFen;
    for (const Discount &discount : discounts) {
        const qint64 off = restFen > 0 ? offOf(discount, restFen) : 0;
        if (off <= 0)
            continue;
        offs.append({discount.kind, discount.rate, money(off)});
        restFen -= off;
    }
    return offs;
}

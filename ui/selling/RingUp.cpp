// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selling/RingUp.h"

#include "server/domain/Clock.h"
#include "ui/selling/GoodsShelf.h"

using Kind = Wish::Kind;

RingUp::RingUp(Clock &clock, const Around &around, const SellingSettings &settings, QObject *parent)
    : QObject(parent), m_clock(clock), m_around(around), m_settings(settings), m_layout(settings.layout)
{
    if (m_around.goods)
        connect(m_around.goods, &GoodsShelf::changed, this, &RingUp::changed);
}

bool RingUp::isKeys(Kind kind)
{
    return kind == Kind::Type || kind == Kind::Backspace || kind == Kind::Clear || kind == Kind::TakeBack
           || kind == Kind::Pay || kind == Kind::Cancel || kind == Kind::MoreRows;
}

bool RingUp::isLines(Kind kind)
{
    return kind == Kind::Pick || kind == Kind::RowUp || kind == Kind::RowDown || kind == Kind::MoreLines
           || kind == Kind::LineMore || kind == Kind::LineLess || kind == Kind::LineRemove;
}

void RingUp::setLayout(SellingView::Layout layout)
{
    m_layout = layout;
    m_page = 0;
}

bool RingUp::takes(const Wish &wish) const
{
    if (isKeys(wish.kind))
        return m_sheet != Sheet::None;
    const bool sheets = wish.kind >= Kind::Discounts && wish.kind <= Kind::Note;
    const bool goods = wish.kind >= Kind::Goods && wish.kind <= Kind::Layout;
    return isLines(wish.kind) || sheets || goods;
}

void RingUp::wish(const Wish &wish, Basket &basket)
{
    const bool ofSheet = isKeys(wish.kind) || wish.kind >= Kind::Discounts;
    const bool ofList =
        m_sheet == Sheet::Held && (wish.kind == Kind::Pick || wish.kind == Kind::RowUp || wish.kind == Kind::RowDown);
    if (ofSheet || ofList)
        wishSheet(wish, basket);
    else if (isLines(wish.kind))
        wishLines(wish, basket);
    else
        wishGoods(wish, basket);
    emit changed();
}

void RingUp::wishLines(const Wish &wish, Basket &basket)
{
    switch (wish.kind) {
    case Kind::Pick:
        m_chosen = m_chosen == wish.text ? QString() : wish.text;
        return;
    case Kind::RowUp:
        return chooseNext(-1, basket);
    case Kind::RowDown:
        return chooseNext(1, basket);
    case Kind::MoreLines:
        m_chosen.clear();
        ++m_linePage;
        return;
    case Kind::LineMore:
    case Kind::LineLess: {
        m_chosen = lineOf(wish, basket);
        const auto refusal = basket.changeQuantity(m_chosen, wish.kind == Kind::LineMore ? 1 : -1);
        emit rang();
        return answer(refusal, Notice::Kind::GoodsHeldBack);
    }
    default: // LineRemove
        basket.remove(lineOf(wish, basket));
        m_chosen.clear();
        emit rang();
    }
}

/// The named one, else the chosen one, else the newest.
QString RingUp::lineOf(const Wish &wish, const Basket &basket) const
{
    const auto lines = basket.lines();
    QString newest;
    for (const SellingView::Line &line : lines) {
        if (line.id == (wish.text.isEmpty() ? m_chosen : wish.text))
            return line.id;
        if (line.kind == SellingView::LineKind::Goods || line.kind == SellingView::LineKind::Typed)
            newest = line.id;
    }
    return newest;
}

void RingUp::chooseNext(int by, const Basket &basket)
{
    const auto lines = basket.lines();
    const auto at = std::find_if(lines.begin(), lines.end(), [this](const auto &line) { return line.id == m_chosen; });
    const auto count = int(lines.size());
    if (count == 0)
        return emit refused();
    const int next = at == lines.end() ? (by < 0 ? count - 1 : 0) : int(at - lines.begin()) + by;
    m_chosen = next < 0 || next >= count ? QString() : lines.at(next).id;
    m_linePage = 0;
}

void RingUp::wishGoods(const Wish &wish, Basket &basket)
{
    switch (wish.kind) {
    case Kind::Goods:
        return add(m_around.goods ? m_around.goods->byCode(wish.text) : nullptr, basket);
    case Kind::Tile: {
        const auto up = goodsUp();
        return add(wish.count < up.size() ? &up.at(wish.count) : nullptr, basket);
    }
    case Kind::Category:
        return turnCategory(wish);
    case Kind::MoreGoods:
        m_page = (m_page + wish.count % pages() + pages()) % pages();
        return;
    default: // Layout
        m_layout = m_layout == SellingView::Layout::Amount ? SellingView::Layout::Goods : SellingView::Layout::Amount;
    }
}

void RingUp::add(const ShelfGoods *goods, Basket &basket)
{
    if (!goods)
        return emit refused();
    const auto refusal = basket.add(*goods);
    m_chosen.clear();
    m_linePage = 0;
    emit rang();
    answer(refusal, Notice::Kind::GoodsHeldBack);
}

bool RingUp::knows(const QString &barcode) const
{
    return m_around.goods && m_around.goods->byBarcode(barcode);
}

void RingUp::scan(const QString &barcode, Basket &basket)
{
    if (knows(barcode))
        add(m_around.goods->byBarcode(barcode), basket);
}

void RingUp::answer(Refusal refusal, Notice::Kind why)
{
    if (refusal == Refusal::AmountTooLarge)
        refuse({why, m_clock.now()});
    else if (refusal != Refusal::None)
        emit refused();
}

void RingUp::refuse(const Notice &notice)
{
    emit said(notice, 4);
    emit refused();
}

QString RingUp::category() const
{
    const QStringList all = m_around.goods ? m_around.goods->categories() : QStringList();
    return all.contains(m_category) ? m_category : all.value(0);
}

void RingUp::turnCategory(const Wish &wish)
{
    const QStringList all = m_around.goods ? m_around.goods->categories() : QStringList();
    if (all.isEmpty())
        return;
    const auto count = int(all.size());
    const auto next = (int(all.indexOf(category())) + wish.count % count + count) % count;
    m_category = wish.text.isEmpty() ? all.at(next) : wish.text;
    m_page = 0;
}

int RingUp::pages() const
{
    if (!m_around.goods)
        return 1;
    const auto count = m_around.goods->in(category()).size();
    return std::max(1, int((count + SellingView::tilesOnPage - 1) / SellingView::tilesOnPage));
}

QList<ShelfGoods> RingUp::goodsUp() const
{
    if (!m_around.goods)
        return {};
    if (m_layout == SellingView::Layout::Amount)
        return m_around.goods->first(SellingView::quickTiles);
    return m_around.goods->in(category())
        .mid(qsizetype(std::min(m_page, pages() - 1)) * SellingView::tilesOnPage, SellingView::tilesOnPage);
}

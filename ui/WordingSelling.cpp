// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about a bill: its lines, its discounts, bills put aside, and money that is not WeChat's.
#include "ui/Wording.h"

using LineKind = SellingView::LineKind;

QString Wording::goodsTitle()
{
    return tr("Goods");
}
QString Wording::pieces(int count)
{
    return tr("Pieces: %1").arg(count);
}
QString Wording::saved(Money amount)
{
    return tr("saved %1").arg(money(amount));
}

QString Wording::lineName(const SellingView::Line &line)
{
    switch (line.kind) {
    case LineKind::Goods:
        return line.name;
    case LineKind::Typed:
        return line.price.isEmpty() ? QString() : QStringLiteral("¥ ") + line.price;
    case LineKind::Rate:
        return tr("Discount: %1").arg(rate(line.rate));
    case LineKind::Minus:
        return tr("Off the whole bill");
    case LineKind::Round:
        return tr("Rounded off");
    }
    return {};
}

QString Wording::lineMore()
{
    return tr("One more");
}
QString Wording::lineLess()
{
    return tr("One less");
}
QString Wording::lineRemove()
{
    return tr("Take it off the bill");
}
QString Wording::earlierLines(int count)
{
    return tr("%1 more lines").arg(count);
}
QString Wording::scanHint()
{
    return tr("Scan a barcode to add goods");
}
QString Wording::moreGoods()
{
    return tr("All goods");
}
QString Wording::byAmount()
{
    return tr("Keypad");
}
QString Wording::moreCategories()
{
    return tr("More groups");
}
QString Wording::goodsBack()
{
    return tr("The page before");
}
QString Wording::goodsNext()
{
    return tr("The next page");
}
QString Wording::pageOf(int page, int pages)
{
    return QStringLiteral("%1 / %2").arg(page).arg(pages);
}

QString Wording::discounts()
{
    return tr("Discount");
}
QString Wording::discountHint()
{
    return tr("Choose, or type 8.8 and press ×, or 2 and press +");
}
QString Wording::rate(int hundredths)
{
    const QString tenths = hundredths % 10 == 0 ? QString::number(hundredths / 10)
                                                : QStringLiteral("%1.%2").arg(hundredths / 10).arg(hundredths % 10);
    return tr("%1 of 10", "a discount: that much of ten stays").arg(tenths);
}
QString Wording::minus(Money amount)
{
    const QString yuanOnly = amount.fen() % 100 == 0 ? QString::number(amount.fen() / 100) : amount.yuan();
    return QStringLiteral("− ") + yuan(yuanOnly);
}
QString Wording::roundTo(Money whole)
{
    return whole.fen() >= 100 ? tr("Whole ¥1") : tr("Whole ¥0.1");
}
QString Wording::noDiscount()
{
    return tr("None");
}
QString Wording::asRate(const QString &typed)
{
    return typed.isEmpty() ? tr("of 10") : tr("%1 of 10", "a discount: that much of ten stays").arg(typed);
}
QString Wording::asMinus(const QString &typed)
{
    return typed.isEmpty() ? tr("Off") : QStringLiteral("− ") + yuan(typed);
}
QString Wording::takeOff(const QString &typed)
{
    return tr("Take off %1").arg(yuan(typed));
}
QString Wording::done()
{
    return tr("Done");
}

QString Wording::hold()
{
    return tr("Hold");
}
QString Wording::heldList(int count)
{
    return tr("Held %1").arg(count);
}
QString Wording::heldTitle()
{
    return tr("Bills put aside: tap one to take it back");
}
QString Wording::heldDetail(const SellingView::HeldBill &held)
{
    const QString detail = QStringLiteral("%1 · %2").arg(clock(held.at), pieces(held.pieces));
    constexpr qsizetype most = 12; // of its first goods: enough to know it by
    if (held.first.isEmpty())
        return detail;
    return detail + QStringLiteral(" · ") + (held.first.size() > most ? held.first.left(most) + u'…' : held.first);
}
QString Wording::takeHeld(Money total)
{
    return tr("Take back %1").arg(money(total));
}

QString Wording::cash()
{
    return tr("Cash");
}
QString Wording::otherTender()
{
    return tr("Other", "way to pay");
}
QString Wording::cashHint()
{
    return tr("Cash: type what the customer hands over");
}
QString Wording::received()
{
    return tr("Received");
}
QString Wording::change()
{
    return tr("Change");
}
QString Wording::exact()
{
    return tr("Exact");
}
QString Wording::drawer()
{
    return tr("Open drawer");
}
QString Wording::payCash(Money total)
{
    return tr("Take cash %1").arg(money(total));
}
QString Wording::cashShort()
{
    return tr("Not enough yet");
}
QString Wording::otherHint()
{
    return tr("Written down by hand: nobody checks it. Look at your own device first.");
}
QString Wording::payOther(Money total)
{
    return tr("Write down %1").arg(money(total));
}
QString Wording::writingDown()
{
    return tr("Writing it down…");
}

QString Wording::paidByHand(const TillView &view)
{
    const bool cash = view.tender == Tender::Cash;
    if (cash && !view.change.isZero())
        return view.training ? tr("Practice cash · no real money · change") : tr("Paid in cash · change");
    if (cash)
        return view.training ? tr("Practice cash · no real money") : tr("Paid in cash");
    return view.training ? tr("Practice entry · no real money")
                         : tr("Written down by hand (not checked) · %1").arg(view.tenderName);
}

QString Wording::cashSums(Money due, Money received)
{
    return tr("Due %1 · received %2").arg(money(due), money(received));
}

QList<std::pair<QString, QString>> Wording::sellingKeys()
{
    const auto cap = [](const char *text) { return QString::fromUtf8(text); };
    return {{cap("F2"), tr("Discount or rounding off")},
            {cap("F4  Alt+H"), tr("Put the bill aside; take one back")},
            {cap("Alt+C  Alt+O"), tr("Cash, or paid another way")},
            {cap("Alt+D"), tr("Open the cash drawer")},
            {cap("Alt+1–9"), tr("Goods by their place")},
            {cap("Alt+L"), tr("All goods, or the keypad")},
            {cap("Alt+← →"), tr("Another group of goods")},
            {cap("PgUp PgDn"), tr("Another page of goods")},
            {cap("↑ ↓"), tr("Choose a line")},
            {cap("← →"), tr("One less, one more of it")},
            {cap("Ctrl+Delete"), tr("Take it off the bill")}};
}

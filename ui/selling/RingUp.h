// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/NewSale.h"
#include "ui/models/TillView.h"
#include "ui/models/Wish.h"
#include "ui/selling/Basket.h"

class Clock;
class GoodsShelf;
class HeldBills;

struct SellingSettings
{
    SellingView::Layout layout = SellingView::Layout::Amount;
    bool pickup = false; ///< each sale gets a number to call out
    QString typedName = QStringLiteral("商品"); ///< what a typed amount is called on the bill, for customer and books
    QStringList otherKinds{QStringLiteral("支付宝"), QStringLiteral("银行卡"), QStringLiteral("其他")};
};

/// Everything about a sale before it is paid: lines, goods, discounts, bills put aside, and how it is to be paid when
/// not by WeChat. SaleFlow hands in the basket that is on the counter.
class RingUp final : public QObject
{
    Q_OBJECT
public:
    /// Either may be missing: a till without a list of goods, or without a place for bills.
    struct Around
    {
        GoodsShelf *goods = nullptr;
        HeldBills *held = nullptr;
    };

    RingUp(Clock &clock, const Around &around, const SellingSettings &settings, QObject *parent = nullptr);

    void setLayout(SellingView::Layout layout);
    /// Of the wishes for a till that is Ready.
    bool takes(const Wish &wish) const;
    void wish(const Wish &wish, Basket &basket);
    bool knows(const QString &barcode) const;
    /// Goods that are known by that barcode go onto the basket, as far as it has room.
    void scan(const QString &barcode, Basket &basket);

    /// Nothing lies over the lines any more.
    void closeSheet();
    /// A basket that was taken back and has been emptied, or is asked to be paid, is done with.
    void settle(Basket &basket);
    void settle(const QString &heldId);

    void fill(SellingView &view, const Basket &basket, bool ready) const;

signals:
    void changed(); ///< what is shown
    void rang(); ///< and the basket too
    void said(const Notice &notice, int seconds);
    void refused();
    /// It is to be paid by hand.
    void tendered(const SaleTerms &terms);

private:
    using Sheet = SellingView::Sheet;
    using Refusal = AmountEntry::Refusal;

    static bool isLines(Wish::Kind kind);
    static bool isKeys(Wish::Kind kind); ///< the keypad's and Enter: a sheet's, while one is up
    void wishSheet(const Wish &wish, Basket &basket);
    void wishLines(const Wish &wish, Basket &basket);
    void wishGoods(const Wish &wish, Basket &basket);
    void toggle(Sheet sheet, const Basket &basket);
    void add(const ShelfGoods *goods, Basket &basket);
    void answer(Refusal refusal, Notice::Kind why);
    void refuse(const Notice &notice);

    QString lineOf(const Wish &wish, const Basket &basket) const;
    void chooseNext(int by, const Basket &basket);
    void turnCategory(const Wish &wish);
    QString category() const; ///< the chosen one, or the first
    QList<ShelfGoods> goodsUp() const; ///< of the layout and the page that is up
    int pages() const;

    // Sheets (RingUpSheets.cpp)
    void typeDiscount(const Wish &wish, Basket &basket);
    void discount(const Discount &discount, Basket &basket);
    std::optional<int> typedRate() const;
    void hold(Basket &basket);
    void wishHeld(const Wish &wish, Basket &basket);
    void takeBack(const QString &id, Basket &basket);
    void wishCash(const Wish &wish, const Basket &basket);
    void wishOther(const Wish &wish);
    bool edit(AmountEntry &entry, const Wish &wish); ///< whether it was a key of the keypad

    Clock &m_clock;
    Around m_around;
    SellingSettings m_settings;
    SellingView::Layout m_layout;
    Sheet m_sheet = Sheet::None;
    QString m_chosen;
    int m_linePage = 0;
    QString m_category;
    int m_page = 0;
    QString m_heldChosen;
    int m_heldPage = 0;
    AmountEntry m_typed; ///< of Discounts and Cash
    int m_otherKind = 0;
};

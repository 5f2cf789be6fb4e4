// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/input/AmountEntry.h"
#include "ui/models/SellingView.h"
#include "ui/selling/SaleBill.h"
#include "ui/selling/ShelfGoods.h"

/// One sale as it is rung up: goods, typed amounts (AmountEntry's grammar, unchanged), discounts on the whole. A
/// value, so that it can be put aside, taken back and undone.
///
/// A scan closes the amount before it: what is typed next is another line. `3 ×` and a scan are three of it.
/// Discounts come off in Discount's order and never take the last ¥0.01.
class Basket
{
public:
    using Refusal = AmountEntry::Refusal;
    static constexpr qint64 maxFen = AmountEntry::maxFen;
    static constexpr qsizetype maxGoods = SaleBill::maxLines - AmountEntry::maxLines;

    Basket() = default;
    static Basket of(Money amount);
    static Basket of(const SaleBill &bill);

    /// The same bill again. Where amounts alone were typed the next digit begins a new one; goods stay, and it begins
    /// another line.
    Basket restored() const;

    // The keypad's, as in AmountEntry; the second Clear empties goods and discounts too.
    Refusal type(const QString &key);
    void backspace() { m_entry.backspace(); }
    void clear();
    void takeBack(int keys);

    /// The same goods again raise the quantity.
    Refusal add(const ShelfGoods &goods);
    Refusal changeQuantity(const QString &line, int by); ///< never below one
    void remove(const QString &line);

    /// In place of the one of its kind. NotHere where it would take off nothing, or all there is.
    Refusal discount(const Discount &discount);
    bool has(const Discount &discount) const { return m_discounts.contains(discount); }
    void drop(Discount::Kind kind);
    void dropDiscounts() { m_discounts.clear(); }

    bool isEmpty() const { return m_goods.isEmpty() && m_entry.isEmpty(); }
    bool isComplete() const { return m_entry.isComplete(); }
    /// One amount and nothing else: it needs no bill.
    bool isPlain() const;
    Money gross() const; ///< before discounts
    Money total() const;
    EntryView view() const;
    QList<SellingView::Line> lines() const;
    /// typedName: what a typed amount is called there.
    SaleBill bill(const QString &typedName) const;

    /// Kept over a restart; the key by which HeldBills knows it goes along.
    QJsonObject toJson(const QString &typedName) const;
    static Result<Basket> fromJson(const QJsonObject &json);

    /// It was taken back from HeldBills, under this id; empty: it never was there.
    QString heldId;

private:
    struct Line
    {
        QString code;
        QString name;
        Money price;
        int quantity = 1;
    };
    static QString idOf(Discount::Kind kind);
    qsizetype goodsAt(const QString &line) const; ///< -1: it is not of goods
    static qsizetype typedAt(const QString &line); ///< -1: it was not typed
    qint64 goodsFen() const;
    int whole() const; ///< fen, to which it is rounded; 0: it is not
    static QList<SaleBill::Off> offs(qint64 grossFen, const QList<Discount> &discounts);

    QList<Line> m_goods;
    AmountEntry m_entry;
    QList<Discount> m_discounts;
    QList<Discount> m_old; ///< of the bill that a digit has begun anew, in case it was a scanner's
};

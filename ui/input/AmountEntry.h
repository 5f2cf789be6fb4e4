// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"
#include "ui/models/TillView.h"

#include <QList>
#include <optional>

/// What the keypad's keys mean (product.md, "The keypad's grammar"): yuan first, `+` for the next line, `×` for a
/// quantity. Text goes in, Money comes out; there is no number in between that could round.
///
/// A line is a price, or two factors of which one is a quantity: `3 × 8.5` and `8.5 × 3` are the same. The first factor
/// counts as the quantity when it is a whole number from 1 to 999; otherwise it is the price and the second must be
/// one.
class AmountEntry
{
public:
    static constexpr qint64 maxFen = 9'999'999; ///< ¥99,999.99 for the whole bill
    static constexpr int maxQuantity = 999;
    static constexpr int maxLines = 30;
    static constexpr int keptSteps = 4; ///< how many keys can be taken back

    enum class Refusal {
        None,
        ThirdDecimal,
        AmountTooLarge,
        NotHere, ///< it makes no sense here: a second point, × twice, + after nothing
    };

    /// A line as it stands: its price as typed, and what it comes to.
    struct Item
    {
        QString quantity = QStringLiteral("1");
        QString price; ///< as typed, "8.5"; empty while it is still to come
        std::optional<Money> amount; ///< nothing while a factor is still to come
        int count() const { return quantity.toInt(); } ///< 0 while it is still to come
    };

    AmountEntry() = default;
    /// As if it had been typed, "36.50".
    static AmountEntry of(Money amount);
    /// As if these had been typed with +; the next digit begins a new line. Quantity and price of each.
    static AmountEntry of(const QList<std::pair<int, Money>> &items);

    /// The same bill, where the next digit begins a new amount and Backspace mends the old one.
    AmountEntry restored() const;

    /// One of 0-9 . 00 + ×. Either the whole key counts or, with a reason, nothing of it. All lines together stay
    /// within mostFen.
    Refusal type(const QString &key, qint64 mostFen = maxFen);
    void backspace();
    /// Empties the line being typed; if that is empty already, the bill.
    void clear();
    /// Undoes the last keys that were given to type(), refused ones included: they were a scanner's.
    void takeBack(int keys);

    bool isEmpty() const { return m_now.lines.size() == 1 && m_now.lines[0].first.isEmpty(); }
    /// False after `3 ×`, when the bill lacks the second factor.
    bool isComplete() const { return !m_now.lines.back().times || !m_now.lines.back().second.isEmpty(); }
    bool isRestored() const { return m_now.restored; }
    Money total() const;
    EntryView view() const;

    /// The lines that were begun, first to last.
    QList<Item> items() const;
    /// After `3 ×` and before the second factor: of what comes next there are three.
    std::optional<int> pendingQuantity() const;
    /// The line being typed is done with; the next digit begins another.
    Refusal closeLine();
    void dropLine(); ///< the one being typed
    Refusal setQuantity(qsizetype item, int quantity, qint64 mostFen);
    void remove(qsizetype item);

private:
    struct Line
    {
        QString first;
        bool times = false;
        QString second;
    };
    using Lines = QList<Line>;

    void settle(const Lines &lines); ///< no key did it, so none can be taken back
    static qint64 fenOf(const Lines &lines);
    static Item itemOf(const Line &line);
    static Refusal typed(const QString &key, Lines &lines);
    static Refusal typeDigits(const QString &digits, Line &line);
    static Refusal typePoint(Line &line);
    static Refusal typeTimes(Line &line);
    static bool wantsQuantity(const Line &line);
    static qint64 fenOf(const Line &line);
    static QString textOf(const Line &line);

    struct State
    {
        Lines lines{Line{}};
        bool restored = false;
    };

    State m_now;
    QList<State> m_before; ///< newest last
};

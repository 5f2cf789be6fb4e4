// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/CheckVerdict.h"

#include <algorithm>

namespace {

constexpr int shopsOffsetSeconds = 8 * 3600;

QDate dayOf(const QDateTime &time)
{
    return time.toOffsetFromUtc(shopsOffsetSeconds).date();
}

using Orders = QList<Order>;

const Order *newestPaid(const Orders &orders)
{
    const Order *newest = nullptr;
    for (const auto &order : orders) {
        if (order.isPaid() && (!newest || order.successTime > newest->successTime))
            newest = &order;
    }
    return newest;
}

const Order *find(const Orders &orders, const OutTradeNo &number)
{
    const auto found = std::find_if(orders.begin(), orders.end(),
                                    [&number](const Order &order) { return order.outTradeNo == number; });
    return found == orders.end() ? nullptr : &*found;
}

PaymentCheck saying(CheckVerdict verdict, const Order *order)
{
    PaymentCheck check{.verdict = verdict};
    if (order)
        check.order = *order;
    if (order && order->isPaid())
        check.paidAt = order->successTime;
    return check;
}

PaymentCheck anotherOne(const Order &paid, const QDateTime &now)
{
    return saying(isPaidOnDayOf(paid, now) ? CheckVerdict::Another : CheckVerdict::AnotherDay, &paid);
}

} // namespace

bool isWholeNumberOf(const Order &order, const QString &number)
{
    return number.size() >= longerThanAnyEnd || order.outTradeNo.text().compare(number, Qt::CaseInsensitive) == 0
           || order.transactionId.compare(number, Qt::CaseInsensitive) == 0;
}

bool isPaidOnDayOf(const Order &order, const QDateTime &now)
{
    return order.isPaid() && dayOf(order.successTime) == dayOf(now);
}

PaymentCheck judge(const CheckFacts &facts)
{
    const Orders &matching = facts.known.matching;
    Orders whole;
    std::copy_if(matching.begin(), matching.end(), std::back_inserter(whole),
                 [&facts](const Order &order) { return isWholeNumberOf(order, facts.shown.text); });
    const Order *paid = newestPaid(whole.isEmpty() ? matching : whole);
    const Order *screen = facts.shown.onScreen ? find(matching, *facts.shown.onScreen) : nullptr;
    const bool isAnothersWhole = !whole.isEmpty() && (!screen || !isWholeNumberOf(*screen, facts.shown.text));
    if (screen && screen->isPaid() && !isAnothersWhole)
        return saying(CheckVerdict::This, screen);
    if (!whole.isEmpty() && paid)
        return anotherOne(*paid, facts.now);
    if (facts.isSilentAboutScreen)
        return saying(CheckVerdict::Unknown, screen);
    if (paid && isPaidOnDayOf(*paid, facts.now))
        return anotherOne(*paid, facts.now);
    if (facts.isSilent)
        return saying(CheckVerdict::Unknown, screen);
    if (screen)
        return saying(CheckVerdict::Unpaid, screen);
    if (paid)
        return anotherOne(*paid, facts.now);
    return matching.isEmpty() ? saying(CheckVerdict::None, nullptr) : saying(CheckVerdict::Unpaid, &matching.first());
}

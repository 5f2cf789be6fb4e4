// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/CheckStore.h"

#include "server/store/CaseRows.h"
#include "server/store/Database.h"
#include "server/store/OrderRows.h"

#include <algorithm>

namespace {

/// The orders of payments that did not fit and whose number ends like that.
Result<QStringList> ofOpenCases(SqlConnection &database, const QString &shopId, const QString &number)
{
    const auto cases = CaseRows(database, shopId).list(QStringLiteral("open"));
    if (!cases)
        return cases.error();
    QStringList orders;
    for (const auto &one : *cases) {
        if (one.kind != CaseKind::Foreign && one.transactionId.endsWith(number, Qt::CaseInsensitive))
            orders << one.outTradeNo;
    }
    return orders;
}

Result<QList<Order>> matching(SqlConnection &database, const QString &shopId, const QString &number,
                              const QStringList &also)
{
    OrderRows rows(database, shopId);
    const auto byNumber = rows.list({.tender = Tender::WeChatPay, .tail = number, .limit = CheckStore::mostMatching});
    if (!byNumber)
        return byNumber.error();
    auto named = ofOpenCases(database, shopId, number);
    if (!named)
        return named.error();
    QList<Order> orders = byNumber->orders;
    for (const auto &name : *named + also) {
        const bool isThere = std::any_of(orders.begin(), orders.end(),
                                         [&name](const Order &order) { return order.outTradeNo.text() == name; });
        const auto order = isThere ? Result<std::optional<Order>>(std::nullopt) : rows.find(name);
        if (!order)
            return order.error();
        if (*order)
            orders.append(**order);
    }
    std::stable_sort(orders.begin(), orders.end(),
                     [](const Order &a, const Order &b) { return a.createdAt > b.createdAt; });
    return orders;
}

} // namespace

CheckStore::CheckStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<KnownOrders>> CheckStore::look(const ShownNumber &shown, const QStringList &alsoMatching)
{
    return m_database.run<KnownOrders>(
        [shopId = m_shopId, shown, alsoMatching](SqlConnection &database) -> Result<KnownOrders> {
            OrderRows rows(database, shopId);
            KnownOrders known;
            if (shown.onScreen) {
                const auto onScreen = rows.get(*shown.onScreen);
                if (!onScreen)
                    return onScreen.error();
                known.onScreen = *onScreen;
            }
            auto orders = matching(database, shopId, shown.text, alsoMatching);
            if (!orders)
                return orders.error();
            known.matching = *std::move(orders);
            auto open = rows.list({.state = TradeState::NotPay, .tender = Tender::WeChatPay, .limit = mostOpen});
            if (!open)
                return open.error();
            known.open = std::move(open).value().orders;
            return known;
        });
}

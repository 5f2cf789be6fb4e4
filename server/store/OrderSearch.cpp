// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/OrderSearch.h"

namespace {

QString escapedForLike(QString text)
{
    return text.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'%', QLatin1String("\\%"))
        .replace(u'_', QLatin1String("\\_"));
}

/// Puts the statement together, condition by condition, each with its values.
class Composition
{
public:
    Composition(const OrderFilter &filter, const QString &shopId) : m_filter(filter), m_shopId(shopId) {}

    OrderSearch::Statement page(const QString &columns)
    {
        m_sql = QStringLiteral("SELECT %1 FROM ").arg(columns);
        from();
        where();
        m_sql += QStringLiteral(" ORDER BY created_at_ms DESC, out_trade_no DESC LIMIT ?");
        m_values << qBound(1, m_filter.limit, 500) + 1;
        return {m_sql, m_values};
    }

private:
    bool hasIndexedTail() const { return m_filter.tail.size() >= OrderSearch::indexedTail; }

    /// Few numbers end alike: those are found first, and everything else is asked of them.
    void from()
    {
        if (!hasIndexedTail()) {
            m_sql += QStringLiteral("orders INDEXED BY %1 WHERE shop_id = ?").arg(QLatin1String(index()));
            m_values << m_shopId;
            return;
        }
        const QString end = m_filter.tail.right(OrderSearch::indexedTail).toLower();
        m_sql += QStringLiteral(
            "(SELECT out_trade_no AS number FROM orders INDEXED BY orders_by_tail WHERE shop_id = ? AND "
            "lower(substr(out_trade_no, -4)) = ? UNION SELECT out_trade_no FROM orders INDEXED BY "
            "orders_by_wechat_tail WHERE shop_id = ? AND transaction_id <> '' AND "
            "lower(substr(transaction_id, -4)) = ?) AS found CROSS JOIN orders ON orders.shop_id = ? AND "
            "orders.out_trade_no = found.number WHERE 1 = 1");
        m_values << m_shopId << end << m_shopId << end << m_shopId;
    }
    const char *index() const
    {
        if (m_filter.openCase)
            return "orders_with_open_case";
        if (m_filter.amount)
            return "orders_by_amount";
        if (m_filter.tender && *m_filter.tender != Tender::WeChatPay)
            return "orders_by_other_tender";
        return m_filter.state ? "orders_by_state" : "orders_newest";
    }
    void only(const char *condition, const QVariantList &values = {})
    {
        m_sql += QStringLiteral(" AND ") + QLatin1String(condition);
        m_values += values;
    }
    void where()
    {
        if (m_filter.openCase)
            only("case_kind IS NOT NULL");
        if (m_filter.amount)
            only("total_fen = ?", {m_filter.amount->fen()});
        if (m_filter.tender) // the partial index wants its own condition word by word
            only(*m_filter.tender == Tender::WeChatPay ? "tender = ?" : "tender <> 'wechatpay' AND tender = ?",
                 {toText(*m_filter.tender)});
        if (m_filter.state)
            only("trade_state = ?", {toText(*m_filter.state)});
        if (m_filter.from.isValid())
            only("created_at_ms >= ?", {m_filter.from.toMSecsSinceEpoch()});
        if (m_filter.to.isValid())
            only("created_at_ms < ?", {m_filter.to.toMSecsSinceEpoch()});
        if (!m_filter.tail.isEmpty())
            whereTail();
        if (!m_filter.cursor.isEmpty())
            only("(created_at_ms, out_trade_no) < (?, ?)",
                 {m_filter.cursor.section(u'.', 0, 0).toLongLong(), m_filter.cursor.section(u'.', 1)});
    }
    void whereTail()
    {
        const auto pattern = u'%' + escapedForLike(m_filter.tail);
        only("(out_trade_no LIKE ? ESCAPE '\\' OR transaction_id LIKE ? ESCAPE '\\')", {pattern, pattern});
        if (!hasIndexedTail())
            only("created_at_ms >= coalesce((SELECT created_at_ms FROM orders INDEXED BY orders_newest WHERE "
                 "shop_id = ? ORDER BY created_at_ms DESC LIMIT 1 OFFSET ?), 0)",
                 {m_shopId, OrderSearch::scannedOrders - 1});
    }

    const OrderFilter &m_filter;
    const QString &m_shopId;
    QString m_sql;
    QVariantList m_values;
};

} // namespace

OrderSearch::Statement OrderSearch::page(const OrderFilter &filter, const QString &columns, const QString &shopId)
{
    return Composition(filter, shopId).page(columns);
}

QString OrderSearch::cursorAfter(const Order &last)
{
    return QStringLiteral("%1.%2").arg(last.createdAt.toMSecsSinceEpoch()).arg(last.outTradeNo.text());
}

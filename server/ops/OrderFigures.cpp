// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/OrderFigures.h"

namespace {

void count(const QList<std::pair<QString, Metrics::Counter>> &counters, const QString &value)
{
    for (const auto &[name, counter] : counters) {
        if (name == value)
            return counter.add();
    }
}

} // namespace

OrderFigures::OrderFigures(Metrics &metrics)
    : m_closed(metrics.counter("scantill_orders_closed_total", "Orders that ended without a payment."))
{
    for (const auto tender : {Tender::WeChatPay, Tender::Cash, Tender::Other})
        m_created.push_back(metrics.counter("scantill_orders_created_total", "Orders made, by what they are paid with.",
                                            {{"tender", toText(tender)}}));
    for (const char *witness : {"notify", "query", "till"})
        m_settled.append({witness, metrics.counter("scantill_payments_settled_total",
                                                   "Orders paid, by who said so first: WeChat Pay's notification, our "
                                                   "question, or the till for money it took itself.",
                                                   {{"witness", witness}})});
    for (const char *status : {"PROCESSING", "SUCCESS", "CLOSED", "ABNORMAL"})
        m_refunds.append({status, metrics.counter("scantill_refund_steps_total", "Steps of refunds, by where they led.",
                                                  {{"status", QString::fromLatin1(status).toLower()}})});
    for (int kind = 0; kind <= int(CaseKind::RefundAbnormal); ++kind)
        m_cases.push_back(metrics.counter("scantill_cases_opened_total", "Cases for a person to decide, by kind.",
                                          {{"kind", toText(CaseKind(kind))}}));
}

void OrderFigures::happened(const Order &order, const OrderEvent &event) const
{
    switch (event.type) {
    case EventType::Created:
        return m_created[size_t(order.tender)].add();
    case EventType::Success:
        return count(m_settled, event.source);
    case EventType::Closed:
        return m_closed.add();
    case EventType::Refund:
        return count(m_refunds, event.detail.value(QLatin1String("status")).toString());
    case EventType::CodeReady:
    case EventType::Case:
        return;
    }
}

void OrderFigures::caseOpened(CaseKind kind) const
{
    m_cases[size_t(kind)].add();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What RefundFlow shows: made anew from what is known, never patched.
#include "ui/MoneyReasons.h"
#include "ui/RefundFlow.h"

RefundView::Sale RefundFlow::saleOf(const Order &order)
{
    const Money paid = order.received.value_or(order.total);
    const auto left = paid.minus(order.refunded);
    return {.number = order.outTradeNo.text(),
            .tail = order.outTradeNo.tail(),
            .pickupNo = order.pickupNo,
            .paid = paid,
            .left = left ? *left : Money(),
            .at = order.successTime.isValid() ? order.successTime : order.createdAt};
}

void RefundFlow::fill(OfficeView &view) const
{
    RefundView &refund = view.refund;
    refund.step = m_step;
    refund.say = m_say;
    refund.tail = m_tail;
    for (const Order &order : m_orders)
        refund.sales.append(saleOf(order));
    refund.chosen = m_chosen;
    refund.page = m_page;
    if (m_order)
        refund.sale = saleOf(*m_order);
    for (const Refund &past : m_past)
        refund.past.append({past.amount, past.status, past.createdAt});
    refund.entry = m_entry.view();
    refund.reasons = MoneyReasons::ofRefund();
    refund.reason = m_reason;
    refund.confirm = m_armedMs >= 0;
    for (const auto &tracked : m_tracker.all()) {
        const bool onScreen = m_current && tracked.written.outRefundNo == *m_current;
        if (!onScreen && !tracked.isOver()) {
            ++refund.underWay;
            refund.underWayAmount = tracked.written.amount;
        }
    }
    const auto *current = m_current ? m_tracker.find(*m_current) : nullptr;
    if (current) {
        refund.outcome = current->outcome;
        refund.amount = current->written.amount;
        refund.account = current->account;
        refund.code = current->code;
        refund.sale.tail = current->written.outTradeNo.tail();
    }
    if (m_step == Step::Supervisor)
        m_pin.fill(view.supervisor);
}

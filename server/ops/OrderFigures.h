// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"
#include "server/ops/Metrics.h"

/// What became of orders, payments, refunds and cases.
class OrderFigures
{
public:
    explicit OrderFigures(Metrics &metrics);

    void happened(const Order &order, const OrderEvent &event) const;
    void caseOpened(CaseKind kind) const;

private:
    std::vector<Metrics::Counter> m_created; ///< by tender
    QList<std::pair<QString, Metrics::Counter>> m_settled; ///< by the event's source
    QList<std::pair<QString, Metrics::Counter>> m_refunds; ///< by WeChat's status
    std::vector<Metrics::Counter> m_cases; ///< by kind
    Metrics::Counter m_closed;
};

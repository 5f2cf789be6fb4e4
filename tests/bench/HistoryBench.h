// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Figures.h"
#include "tests/bench/LongBooks.h"

/// How long the orders' history takes to answer, and what its indexes cost whoever pays.
class HistoryBench
{
public:
    explicit HistoryBench(int orders) : m_books(orders) {}

    /// False when something does not find what is there.
    bool run(int rounds);

    struct Kind
    {
        QString name;
        Figures figures;
    };
    QList<Kind> searches;
    Figures sale; ///< a new order and its payment, written
    Figures saleWithoutIndexes;

private:
    bool search(const QString &name, int rounds, const std::function<OrderFilter(int round)> &filter);
    bool sell(Figures &figures, int rounds);

    LongBooks m_books;
    int m_sold = 0;
};

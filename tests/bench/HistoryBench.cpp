// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/HistoryBench.h"

#include "tests/support/Await.h"
#include "tests/support/Orders.h"

#include <QElapsedTimer>

bool HistoryBench::run(int rounds)
{
    if (!m_books.ok())
        return false;
    const int orders = m_books.orders();
    // Another order every round, all over the years.
    const auto some = [orders](int round) { return int((round * 7'368'787LL + 40) % orders); };
    const auto page = [](int order) {
        return OrderFilter{.cursor = QStringLiteral("%1.zzzzzzzz").arg(LongBooks::madeAt(order).toMSecsSinceEpoch())};
    };
    bool fine =
        search(QStringLiteral("a page of the newest"), rounds, [](int) { return OrderFilter(); })
        && search(QStringLiteral("a page of long ago"), rounds, [&](int round) { return page(some(round)); })
        && search(QStringLiteral("the last 4 digits"), rounds,
                  [&](int round) { return OrderFilter{.tail = LongBooks::tailOf(some(round))}; })
        && search(QStringLiteral("the last 2 digits"), rounds,
                  [&](int round) { return OrderFilter{.tail = LongBooks::tailOf(some(round)).right(2)}; })
        && search(QStringLiteral("an amount"), rounds,
                  [&](int round) { return OrderFilter{.amount = Orders::fen(LongBooks::priceOf(some(round)))}; })
        && search(QStringLiteral("a day"), rounds,
                  [&](int round) {
                      const auto from = LongBooks::madeAt(some(round) / 2);
                      return OrderFilter{.from = from, .to = from.addDays(1)};
                  })
        && search(
            QStringLiteral("a state"), rounds,
            [](int round) { return OrderFilter{.state = round % 2 == 0 ? TradeState::Refund : TradeState::Closed}; })
        && search(QStringLiteral("a tender"), rounds, [](int) { return OrderFilter{.tender = Tender::Cash}; })
        && search(QStringLiteral("an open case"), rounds, [](int) { return OrderFilter{.openCase = true}; });
    fine = fine && search(QStringLiteral("amount, state and day"), rounds, [&](int round) {
               const int order = some(round) / 100 * 100 + 7;
               return OrderFilter{.from = LongBooks::madeAt(order).addSecs(-43'200),
                                  .to = LongBooks::madeAt(order).addSecs(43'200),
                                  .state = TradeState::Refund,
                                  .amount = Orders::fen(LongBooks::priceOf(order))};
           });
    return fine && sell(sale, rounds) && m_books.dropSearchIndexes() && sell(saleWithoutIndexes, rounds);
}

bool HistoryBench::search(const QString &name, int rounds, const std::function<OrderFilter(int round)> &filter)
{
    Kind kind{name, {}};
    for (int round = 0; round < rounds; ++round) {
        const auto wanted = filter(round);
        QElapsedTimer since;
        since.start();
        const auto page = await(m_books.store().list(wanted));
        kind.figures.add(since.nsecsElapsed());
        if (!page || page->orders.isEmpty())
            return false;
    }
    searches.append(kind);
    return true;
}

bool HistoryBench::sell(Figures &figures, int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        ++m_sold;
        const auto number = QStringLiteral("02%1%2").arg(m_sold, 8, 10, QLatin1Char('0')).arg(m_sold * 7919 % 10'000);
        const auto name = number.toLatin1();
        Order order = Orders::fresh(name.constData());
        order.createdAt = LongBooks::madeAt(m_books.orders() + m_sold);
        const auto transaction = QByteArray("42001") + QByteArray::number(m_sold * 6971 % 10'000 + 10'000);
        QElapsedTimer since;
        since.start();
        const auto placed = await(m_books.store().insert(order, Orders::created()));
        const auto paid = await(m_books.store().settle(
            Orders::payment(name.constData(), order.total.fen(), transaction.constData()), order.createdAt));
        figures.add(since.nsecsElapsed());
        if (!placed || !paid || !paid->event)
            return false;
    }
    return true;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The end of the day: the shop's books, row by row, against the provider's.
#include "tests/simulation/Ledger.h"

#include "tests/simulation/ShopTill.h"

#include <QJsonArray>
#include <QJsonDocument>

using Row = BooksReader::Row;

namespace {

QString column(const Row &row, const char *name)
{
    return row.value(QLatin1String(name));
}

QMap<QString, Row> by(const QList<Row> &rows, const char *name)
{
    QMap<QString, Row> sorted;
    for (const Row &row : rows)
        sorted.insert(column(row, name), row);
    return sorted;
}

} // namespace

void Ledger::audit(bool lateMayCome, const QList<ShopTill *> &tills)
{
    m_trace.note(QStringLiteral("audit: ") + summary());
    auditPayments(lateMayCome);
    auditOrders();
    auditRefunds();
    for (const ShopTill *till : tills) {
        if (const auto open = till->openAttempts(); !open.isEmpty())
            broke(QStringLiteral("%1 still asks about %2").arg(till->name(), open.constFirst().text()));
    }
}

/// Every payment is paid once, or a case; nothing else is.
void Ledger::auditPayments(bool lateMayCome)
{
    const auto paidOrders =
        by(m_books.rows("SELECT * FROM orders WHERE trade_state IN ('SUCCESS', 'REFUND')"), "transaction_id");
    QMap<QString, QList<Row>> cases;
    for (const Row &row : m_books.rows("SELECT * FROM cases WHERE kind <> 'refund_abnormal'"))
        cases[column(row, "transaction_id")].append(row);
    for (const Payment &payment : std::as_const(m_payments)) {
        const bool isPaid = paidOrders.contains(payment.transaction);
        const auto itsCases = cases.value(payment.transaction);
        const bool mayBeUnderWay = lateMayCome && payment.outOfTurn;
        if (!isPaid && itsCases.isEmpty() && !mayBeUnderWay)
            broke(QStringLiteral("the payment %1 of %2 is nowhere in the books")
                      .arg(payment.transaction, payment.number));
        for (const Row &one : itsCases) {
            if (column(one, "amount_fen").toLongLong() != payment.fen)
                broke(QStringLiteral("the case of %1 has another amount").arg(payment.transaction));
            if (isPaid && column(one, "state") == QLatin1String("open"))
                broke(
                    QStringLiteral("the payment %1 counts as paid and waits for a decision").arg(payment.transaction));
        }
    }
    for (auto order = paidOrders.cbegin(); order != paidOrders.cend(); ++order) {
        const QString number = column(*order, "out_trade_no");
        const auto *payment = paymentOf(number, order.key());
        const QString received = column(*order, "received_fen");
        const qint64 fen = (received.isEmpty() ? column(*order, "total_fen") : received).toLongLong();
        if (!payment || payment->foreign || payment->fen != fen)
            broke(QStringLiteral("%1 is paid in the books, and not so at the provider").arg(number));
    }
}

/// Each order has come to its end, and its log says how, number by number.
void Ledger::auditOrders()
{
    const auto logs = by(m_books.rows("SELECT out_trade_no, COUNT(*) AS events, MAX(seq) AS last, "
                                      "SUM(type = 'SUCCESS') AS successes FROM order_events GROUP BY out_trade_no"),
                         "out_trade_no");
    for (const Row &order : m_books.rows("SELECT * FROM orders")) {
        const QString number = column(order, "out_trade_no");
        const Row log = logs.value(number);
        if (column(log, "events") != column(order, "seq") || column(log, "last") != column(order, "seq"))
            broke(QStringLiteral("the log of %1 has gaps").arg(number));
        const QString state = column(order, "trade_state");
        const bool isPaid = state == QLatin1String("SUCCESS") || state == QLatin1String("REFUND");
        if (column(log, "successes").toInt() != (isPaid ? 1 : 0))
            broke(QStringLiteral("the log of %1 has %2 successes, its state is %3")
                      .arg(number, column(log, "successes"), state));
        if (state == QLatin1String("NOTPAY") && column(order, "case_kind").isEmpty())
            broke(QStringLiteral("%1 is still open at the day's end").arg(number));
    }
}

/// Every refund is the provider's too, to the fen, with the same end; never more than was paid.
void Ledger::auditRefunds()
{
    auto ours = by(m_books.rows("SELECT * FROM refunds"), "out_refund_no");
    const auto listed = QJsonDocument::fromJson(m_provider.control("GET", QStringLiteral("/sim/refunds"), {}).body);
    QMap<QString, qint64> backByTransaction;
    const QJsonArray theirs = listed["refunds"].toArray();
    for (const auto &entry : theirs) {
        const QJsonObject refund = entry.toObject();
        const QString number = refund["out_refund_no"].toString();
        const Row row = ours.take(number);
        const qint64 fen = refund["amount"].toObject()["refund"].toInteger();
        const QString status = refund["status"].toString();
        if (column(row, "amount_fen").toLongLong() != fen || column(row, "status") != status)
            broke(QStringLiteral("refund %1: the provider has %2 fen %3, the books %4 fen %5")
                      .arg(number, QString::number(fen), status, column(row, "amount_fen"), column(row, "status")));
        if (status != QLatin1String("CLOSED"))
            backByTransaction[refund["transaction_id"].toString()] += fen;
    }
    for (const Row &row : std::as_const(ours)) {
        if (column(row, "status") != QLatin1String("CLOSED"))
            broke(QStringLiteral("refund %1 is %2 in the books, and the provider has never heard of it")
                      .arg(column(row, "out_refund_no"), column(row, "status")));
    }
    for (const Payment &payment : std::as_const(m_payments)) {
        if (backByTransaction.value(payment.transaction) > payment.fen)
            broke(QStringLiteral("more has gone back of %1 than was paid").arg(payment.transaction));
    }
    const auto sums = by(m_books.rows("SELECT transaction_id, SUM(amount_fen) AS sum FROM refunds "
                                      "WHERE status <> 'CLOSED' AND accepted GROUP BY transaction_id"),
                         "transaction_id");
    for (const Row &order : m_books.rows("SELECT * FROM orders WHERE trade_state IN ('SUCCESS', 'REFUND')")) {
        const qint64 sum = column(sums.value(column(order, "transaction_id")), "sum").toLongLong();
        if (column(order, "refunded_fen").toLongLong() != std::min(sum, column(order, "total_fen").toLongLong()))
            broke(QStringLiteral("%1: refunded %2 fen in the order, %3 in its refunds")
                      .arg(column(order, "out_trade_no"), column(order, "refunded_fen"))
                      .arg(sum));
    }
}

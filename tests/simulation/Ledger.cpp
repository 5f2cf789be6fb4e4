// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Ledger.h"

#include "server/domain/Json.h"
#include "server/simulator/OrderCalls.h"
#include "tests/simulation/ShopTill.h"

void Ledger::paid(const QJsonObject &transaction, bool outOfTurn)
{
    const QJsonObject amount = transaction["amount"].toObject();
    const Payment payment{.number = transaction["out_trade_no"].toString(),
                          .transaction = transaction["transaction_id"].toString(),
                          .fen = amount["total"].toInteger(),
                          .foreign = transaction["mchid"].toString() != m_provider.twin().keys().mchid()
                                     || amount["currency"].toString() != QLatin1String("CNY"),
                          .outOfTurn = outOfTurn,
                          .atMs = m_clock.steadyMs()};
    m_byNumber[payment.number].append(m_payments.size());
    m_untold.append(m_payments.size());
    m_payments.append(payment);
    m_trace.note(QStringLiteral("customer paid %1 %2 fen %3%4")
                     .arg(payment.number, QString::number(payment.fen), payment.transaction,
                          outOfTurn ? QStringLiteral(" out of turn") : QString()));
}

const Ledger::Payment *Ledger::paymentOf(const QString &number, const QString &transaction) const
{
    for (const qsizetype index : m_byNumber.value(number)) {
        if (m_payments[index].transaction == transaction)
            return &m_payments[index];
    }
    return nullptr;
}

bool Ledger::isGenuine(const QString &number, Money amount) const
{
    const auto indexes = m_byNumber.value(number);
    const Order known = m_open.value(number, Order{.outTradeNo = *OutTradeNo::parse(number)});
    return std::any_of(indexes.begin(), indexes.end(), [&](qsizetype index) {
        return !m_payments[index].foreign && (m_payments[index].fen == amount.fen() || known.received);
    });
}

void Ledger::happened(const Order &order, const OrderEvent &event)
{
    const QString number = order.outTradeNo.text();
    m_trace.note(
        QStringLiteral("books %1 %2 %3 by %4").arg(number).arg(event.seq).arg(toText(event.type), event.source));
    if (event.seq <= m_lastSeq.value(number))
        broke(QStringLiteral("%1: event %2 is announced after %3").arg(number).arg(event.seq).arg(m_lastSeq[number]));
    m_lastSeq[number] = event.seq;
    if (!m_saleOf.contains(number)) {
        m_saleOf[number] = order.sale;
        m_attempts[order.sale].append(number);
    }
    if (order.isSettled()) {
        m_open.remove(number);
    } else if (!m_open.contains(number)) {
        m_openDeadlineMs[number] = m_clock.steadyMs() + order.createdAt.msecsTo(order.expiresAt);
        m_open.insert(number, order);
    }
    if (event.type == EventType::Success)
        ++m_successes;
    if (event.type == EventType::Case)
        ++m_cases;
    if (event.type == EventType::Refund)
        ++m_refunds;
    if (order.isPaid())
        checkPaid(order);
    if (event.type == EventType::Closed && event.source != QLatin1String("till"))
        checkClosed(order);
    if (event.type == EventType::Case && event.source != QLatin1String("till")) // a decision repeats the kind
        checkCase(order, event);
    const QString transaction =
        event.type == EventType::Success ? order.transactionId : event.detail["transaction_id"].toString();
    for (const qsizetype index : m_byNumber.value(number)) {
        if (!m_payments[index].isKnown && m_payments[index].transaction == transaction) {
            m_payments[index].isKnown = true;
            m_payments[index].knownMs = m_clock.steadyMs();
            m_payments[index].isTold = event.type != EventType::Success;
        }
        if (event.type == EventType::Refund)
            m_payments[index].isTold = true; // whoever gave it back knows
    }
}

/// Nothing is shown paid that is not, and no other amount than was received.
void Ledger::checkPaid(const Order &order)
{
    const QString number = order.outTradeNo.text();
    m_paidOrders.insert(number);
    const auto *payment = paymentOf(number, order.transactionId);
    if (!payment)
        return broke(QStringLiteral("%1 is paid in the books by %2, of which the provider knows nothing")
                         .arg(number, order.transactionId));
    const qint64 received = order.received.value_or(order.total).fen();
    if (payment->foreign || payment->fen != received)
        broke(QStringLiteral("%1 is paid in the books with %2 fen; the provider has %3%4")
                  .arg(number, QString::number(received), QString::number(payment->fen),
                       payment->foreign ? QStringLiteral(", for another merchant") : QString()));
}

/// Closed in the books means that nobody can pay it any more, and that nobody has.
void Ledger::checkClosed(const Order &order)
{
    const QString number = order.outTradeNo.text();
    Books &books = m_provider.twin().books();
    const auto *theirs = books.find(number);
    if (!theirs || !m_shownCodes.contains(number))
        return;
    const auto payments = m_byNumber.value(number);
    const bool isPaid = std::any_of(payments.begin(), payments.end(), [&](qsizetype index) {
        const Payment &payment = m_payments[index];
        return !payment.outOfTurn && !payment.foreign && payment.fen == order.total.fen();
    });
    if (isPaid || (theirs->state == TradeState::NotPay && !books.isPastExpiry(*theirs)))
        broke(QStringLiteral("%1 is closed in the books and %2")
                  .arg(number, isPaid ? QStringLiteral("was paid in time") : QStringLiteral("can still be paid")));
}

/// The second payment of one sale is called what it is.
void Ledger::checkCase(const Order &order, const OrderEvent &event)
{
    const QString number = order.outTradeNo.text();
    const auto attempts = m_attempts.value(order.sale);
    const bool isSalePaid = std::any_of(attempts.begin(), attempts.end(), [&](const QString &other) {
        return other != number && m_paidOrders.contains(other);
    });
    if (isSalePaid && event.detail["kind"].toString() == QLatin1String("late"))
        broke(QStringLiteral("%1 is the second payment of a sale, and its case says late").arg(number));
}

void Ledger::answered(const HttpRequest &notification, int status, bool corrupted)
{
    if (status != 204)
        return;
    const auto envelope = Json::parseObject(notification.body);
    const QString id = envelope ? (*envelope)["id"].toString() : QString();
    const auto &deliveries = m_provider.twin().notifies().deliveries();
    const auto delivery =
        std::find_if(deliveries.rbegin(), deliveries.rend(), [&id](const NotifyDelivery &one) { return one.id == id; });
    if (corrupted || delivery == deliveries.rend())
        return broke(QStringLiteral("a notification that was changed on its way was accepted"));
    const QString signature = QString(notification.headers.value("Wechatpay-Signature"));
    if (signature.startsWith(QLatin1String("WECHATPAY/SIGNTEST/")))
        return broke(QStringLiteral("a signature probe was accepted"));
    const bool isThere = delivery->eventType.startsWith(QLatin1String("REFUND"))
                             ? m_books.knowsRefundOf(delivery->outTradeNo)
                             : m_books.knowsPaymentOf(delivery->outTradeNo);
    if (!isThere)
        broke(QStringLiteral("%1 of %2 was acknowledged, and is not on the disk")
                  .arg(delivery->eventType, delivery->outTradeNo));
}

void Ledger::shown(const ShopTill &till)
{
    const TillView &view = till.view();
    if (view.state == PayState::Paid) {
        const bool isTrue = std::any_of(m_payments.crbegin(), m_payments.crend(), [&view](const Payment &payment) {
            return !payment.foreign && payment.number.endsWith(view.tail);
        });
        if (!isTrue)
            broke(QStringLiteral("%1 shows ¥%2 (%3) as paid").arg(till.name(), view.amount.yuan(), view.tail));
    }
    QString &onScreen = m_codeOnScreen[till.name()];
    if (onScreen == view.codeUrl)
        return;
    onScreen = view.codeUrl;
    if (!view.codeUrl.isEmpty())
        checkCode(till, view.codeUrl);
}

/// Never a second QR for one sale while the first could still be paid.
void Ledger::checkCode(const ShopTill &till, const QString &codeUrl)
{
    Books &books = m_provider.twin().books();
    const auto *shownOrder = books.findByCode(CodeUrlForm::codeIn(codeUrl));
    if (!shownOrder)
        return; // it was renewed on the way; nobody can pay by it
    const QString number = shownOrder->outTradeNo;
    m_trace.note(QStringLiteral("%1 shows the code of %2").arg(till.name(), number));
    m_shownCodes.insert(number);
    for (const QString &other : m_attempts.value(m_saleOf.value(number))) {
        const auto *order = books.find(other);
        if (other == number || !order || !m_shownCodes.contains(other))
            continue;
        const bool payable = order->state == TradeState::NotPay && !books.isPastExpiry(*order);
        const auto payments = m_byNumber.value(other);
        const bool isPaid = std::any_of(payments.begin(), payments.end(),
                                        [this](qsizetype index) { return !m_payments[index].outOfTurn; });
        if (payable || isPaid)
            broke(QStringLiteral("%1 shows the code of %2 while %3 of the same sale %4")
                      .arg(till.name(), number, other,
                           isPaid ? QStringLiteral("is paid") : QStringLiteral("can be paid")));
    }
}

void Ledger::announced(const ShopTill &till, const QString &outTradeNo, Money amount)
{
    m_trace.note(QStringLiteral("%1 says ¥%2 for %3").arg(till.name(), amount.yuan(), outTradeNo));
    if (++m_announcements[outTradeNo] > 1)
        broke(QStringLiteral("%1 was announced twice").arg(outTradeNo));
    if (!isGenuine(outTradeNo, amount) && !m_byNumber.contains(outTradeNo))
        broke(QStringLiteral("%1 was announced and is not paid").arg(outTradeNo));
    for (const qsizetype index : m_byNumber.value(outTradeNo))
        m_payments[index].isTold = true;
}

void Ledger::look(std::optional<qint64> wellSinceMs, const QList<ShopTill *> &tills)
{
    if (!wellSinceMs)
        return;
    lookAtPayments(*wellSinceMs, tills);
    lookAtOpenOrders(*wellSinceMs);
}

void Ledger::lookAtPayments(qint64 wellSinceMs, const QList<ShopTill *> &tills)
{
    const qint64 nowMs = m_clock.steadyMs();
    QList<qsizetype> untold;
    for (const qsizetype index : std::as_const(m_untold)) {
        Payment &payment = m_payments[index];
        const bool isOverdue = nowMs - std::max(payment.atMs, wellSinceMs) > promptMs;
        if (!payment.isKnown && !payment.outOfTurn && isOverdue) {
            // A crash may have swallowed the announcement of what is written.
            payment.isKnown = m_books.knowsTransaction(payment.transaction);
            payment.knownMs = nowMs;
            payment.isTold = true;
            if (!payment.isKnown)
                broke(QStringLiteral("%1 was paid %2 s ago and the books do not know")
                          .arg(payment.number)
                          .arg((nowMs - payment.atMs) / 1000));
        }
        for (const ShopTill *till : tills) {
            const auto number = OutTradeNo::parse(payment.number);
            const auto since = till->soundSinceMs();
            const bool isTheirs = payment.isKnown && !payment.isTold && since && till->openAttempts().contains(*number);
            if (isTheirs && !m_open.contains(payment.number)
                && nowMs - std::max({payment.knownMs, *since, wellSinceMs}) > shownMs)
                broke(QStringLiteral("%1 is paid in the books and %2 does not show it")
                          .arg(payment.number, till->name()));
        }
        if (!payment.isKnown || (!payment.isTold && nowMs - payment.knownMs < 600'000))
            untold.append(index);
    }
    m_untold = untold;
}

void Ledger::lookAtOpenOrders(qint64 wellSinceMs)
{
    const qint64 nowMs = m_clock.steadyMs();
    QStringList overdue;
    for (auto order = m_open.cbegin(); order != m_open.cend(); ++order) {
        if (nowMs - std::max(m_openDeadlineMs.value(order.key()), wellSinceMs) > longestOpenMs)
            overdue.append(order.key());
    }
    for (const QString &number : overdue) {
        // A crash may have swallowed the announcement of its end.
        m_open.remove(number);
        const auto rows =
            m_books.rows("SELECT trade_state, case_kind FROM orders WHERE out_trade_no = '" + number.toUtf8() + "'");
        if (!rows.isEmpty() && rows[0][QStringLiteral("trade_state")] == QLatin1String("NOTPAY")
            && rows[0][QStringLiteral("case_kind")].isEmpty())
            broke(QStringLiteral("%1 is open long after its deadline").arg(number));
    }
}

QString Ledger::summary() const
{
    return QStringLiteral("%1 payments, %2 successes, %3 case events, %4 refund events")
        .arg(m_payments.size())
        .arg(m_successes)
        .arg(m_cases)
        .arg(m_refunds);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/Books.h"

#include "server/crypto/PrivateFile.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"

#include <QDir>

namespace {

constexpr qint64 defaultLifeS = 7 * 24 * 3600;
constexpr qint64 shortestLifeS = 60;
constexpr qint64 longestLifeS = 90LL * 24 * 3600;
constexpr qsizetype codeLength = 16; // 95 random bits: nobody finds another customer's page by trying
constexpr char openidLetters[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";

const BookOrder *at(const QList<BookOrder> &orders, const QHash<QString, qsizetype> &index, const QString &key)
{
    const auto found = index.constFind(key);
    return found == index.cend() ? nullptr : &orders[*found];
}

} // namespace

Result<std::unique_ptr<Books>> Books::open(const QString &folder, const std::shared_ptr<QByteArray> &memory,
                                           const Clock &clock, Random &random, const SimulatorSwitches &switches)
{
    std::unique_ptr<Books> books(new Books(clock, random, switches));
    if (folder.isEmpty() && !memory)
        return books;
    if (!memory) {
        if (const auto made = PrivateFile::makeFolder(folder); !made)
            return made.error();
    }
    const auto kept = memory ? books->m_file.open(memory)
                             : books->m_file.open(QDir(folder).filePath(QStringLiteral("simulator-books.jsonl")));
    if (!kept)
        return kept.error();
    books->take(*kept);
    return books;
}

void Books::take(const QList<BookLine> &lines)
{
    for (const auto &line : lines) {
        if (const auto *order = std::get_if<BookOrder>(&line))
            index(*order);
        else
            m_refunds.index(std::get<BookRefund>(line));
    }
}

Result<BookOrder> Books::place(BookOrder wanted)
{
    const QDateTime now = m_clock.now();
    BookOrder order = std::move(wanted);
    if (const auto *known = find(order.outTradeNo)) {
        if (known->fingerprint != order.fingerprint)
            return because(ErrorCode::Conflict, "the number came with other parameters before");
        if (known->isPaid())
            return because(ErrorCode::OrderPaid, "already paid");
        if (known->state == TradeState::Closed || isPastExpiry(*known))
            return because(ErrorCode::OrderClosed, "closed or expired");
        order = *known;
    } else {
        if (m_orders.size() >= maxOrders)
            return because(ErrorCode::Busy, "the books are full");
        order.createdAt = now;
        order.payableUntil = clampedExpiry(order.payableUntil);
    }
    order.code = QString::fromLatin1(m_random.text(codeLength, QByteArrayView(Random::lettersAndDigits)));
    order.codeMadeAt = now;
    return keep(order);
}

QDateTime Books::clampedExpiry(const QDateTime &wanted) const
{
    const QDateTime now = m_clock.now();
    if (!wanted.isValid())
        return now.addSecs(defaultLifeS);
    const QDateTime latest = m_switches.timeExpireCappedAt90Days ? now.addSecs(longestLifeS) : wanted;
    return std::max(now.addSecs(shortestLifeS), std::min(wanted, latest));
}

std::optional<Error> Books::obstacle(const BookOrder &order, const Payment &payment) const
{
    if (order.isPaid() && !payment.evenPaid)
        return because(ErrorCode::OrderPaid, "already paid");
    if (order.isPaid())
        return {};
    if (!payment.evenClosed && (order.state != TradeState::NotPay || isPastExpiry(order)))
        return because(ErrorCode::OrderClosed, "closed or expired");
    if (!payment.evenClosed && m_clock.now() >= order.codeMadeAt.addSecs(codeLifeS))
        return because(ErrorCode::NotFound, "the code is older than two hours");
    if (!order.openid.isEmpty() && order.openid != payment.openid)
        return because(ErrorCode::Forbidden, "another customer was first");
    return {};
}

Result<BookOrder> Books::scan(const QString &code, const Payment &customer)
{
    const auto *known = findByCode(code);
    if (!known)
        return because(ErrorCode::NotFound, "no such code");
    if (const auto reason = obstacle(*known, customer))
        return *reason;
    if (known->isPaid() || known->openid == customer.openid)
        return *known;
    BookOrder order = *known;
    order.openid = customer.openid;
    return keep(order);
}

Result<BookOrder> Books::pay(const QString &outTradeNo, const Payment &payment)
{
    const auto *known = find(outTradeNo);
    if (!known)
        return because(ErrorCode::NotFound, "no such order");
    Payment whole = payment;
    if (whole.openid.isEmpty())
        whole.openid = known->openid.isEmpty() ? newOpenid() : known->openid;
    if (const auto reason = obstacle(*known, whole))
        return *reason;
    if (whole.payerTotal && *whole.payerTotal > whole.bookedTotal.value_or(known->total))
        return because(ErrorCode::InvalidInput, "the payer's total is above the order's");
    return known->isPaid() ? payAgain(*known, whole) : book(*known, whole);
}

Result<BookOrder> Books::payAgain(const BookOrder &paid, const Payment &payment)
{
    BookOrder further = paid;
    do {
        ++further.payment;
    } while (m_byKey.contains(further.key()));
    if (further.payment > maxPaymentsPerNumber)
        return because(ErrorCode::OrderPaid, "already paid too often");
    further.notified = false;
    return book(further, payment);
}

Result<BookOrder> Books::book(BookOrder order, const Payment &payment)
{
    order.openid = payment.openid;
    order.state = TradeState::Success;
    order.total = payment.bookedTotal.value_or(order.total);
    order.payerTotal = payment.payerTotal.value_or(order.total);
    if (!payment.bookedMchid.isEmpty())
        order.mchid = payment.bookedMchid;
    if (!payment.bookedCurrency.isEmpty())
        order.currency = payment.bookedCurrency;
    order.transactionId = newTransactionId();
    order.successTime = m_clock.now();
    return keep(order);
}

Result<BookOrder> Books::bookStray(BookOrder stray)
{
    if (find(stray.outTradeNo))
        return because(ErrorCode::Conflict, "there is an order of this number");
    if (m_orders.size() >= maxOrders)
        return because(ErrorCode::Busy, "the books are full");
    stray.createdAt = stray.codeMadeAt = stray.payableUntil = m_clock.now();
    stray.code = QString::fromLatin1(m_random.text(codeLength, QByteArrayView(Random::lettersAndDigits)));
    stray.fingerprint = "stray"; // no create call can have the same parameters
    return book(stray, {.openid = newOpenid(), .payerTotal = {}, .bookedTotal = {}});
}

Result<void> Books::close(const QString &outTradeNo)
{
    const auto *known = find(outTradeNo);
    if (!known)
        return because(ErrorCode::NotFound, "no such order");
    if (known->isPaid())
        return because(ErrorCode::OrderPaid, "already paid");
    if (known->state == TradeState::Closed)
        return {};
    BookOrder order = *known;
    order.state = TradeState::Closed;
    const auto kept = keep(order);
    return kept ? Result<void>() : Result<void>(kept.error());
}

Result<void> Books::markNotified(const QString &transactionId)
{
    const auto *known = findByTransactionId(transactionId);
    if (!known)
        return because(ErrorCode::NotFound, "no such order");
    if (known->notified)
        return {};
    BookOrder order = *known;
    order.notified = true;
    const auto kept = keep(order);
    return kept ? Result<void>() : Result<void>(kept.error());
}

Result<BookOrder> Books::keep(const BookOrder &order)
{
    if (const auto written = m_file.append(order); !written)
        return written.error();
    index(order);
    return order;
}

void Books::index(const BookOrder &order)
{
    qsizetype place = m_orders.size();
    if (const auto known = m_byKey.constFind(order.key()); known != m_byKey.cend()) {
        place = *known;
        if (order.payment == 1)
            m_byCode.remove(m_orders[place].code); // a renewed code makes the old one dead (reference 2.2)
        m_orders[place] = order;
    } else {
        m_orders.append(order);
        m_byKey.insert(order.key(), place);
    }
    if (order.payment == 1)
        m_byCode.insert(order.code, place);
    if (!order.transactionId.isEmpty())
        m_byTransactionId.insert(order.transactionId, place);
}

const BookOrder *Books::find(const QString &outTradeNo) const
{
    return at(m_orders, m_byKey, outTradeNo);
}

const BookOrder *Books::findByTransactionId(const QString &transactionId) const
{
    return at(m_orders, m_byTransactionId, transactionId);
}

const BookOrder *Books::findByCode(const QString &code) const
{
    return at(m_orders, m_byCode, code);
}

bool Books::isPastExpiry(const BookOrder &order) const
{
    return m_clock.now() >= order.payableUntil;
}

TradeState Books::stateOf(const BookOrder &order) const
{
    if (order.isPaid()) // one refund accepted is enough, whatever becomes of it (reference 2.6)
        return m_refunds.ofPayment(order.transactionId).isEmpty() ? order.state : TradeState::Refund;
    const bool readsClosed = order.state == TradeState::NotPay
                             && m_clock.now() >= order.payableUntil.addSecs(m_switches.expiredReadsNotPayS);
    return readsClosed ? TradeState::Closed : order.state;
}

QString Books::newOpenid()
{
    return QLatin1Char('o') + QString::fromLatin1(m_random.text(27, QByteArrayView(openidLetters)));
}

QString Books::newTransactionId()
{
    const QString day = m_clock.now().toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyyMMdd"));
    QString id;
    do {
        id = QStringLiteral("420000") + day + QString::fromLatin1(m_random.text(14, "0123456789"));
    } while (findByTransactionId(id));
    return id;
}

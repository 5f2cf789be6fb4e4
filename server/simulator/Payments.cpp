// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/Payments.h"

#include "server/domain/Clock.h"
#include "server/simulator/NotifySender.h"
#include "server/simulator/SimulatorKeys.h"

namespace {

const QString foreignMchid = QStringLiteral("1999999998");

/// Two yuan, where the amount leaves something to pay.
std::optional<Money> withCoupon(Money total)
{
    if (total.fen() <= Payments::couponFen)
        return {};
    const auto less = Money::fromFen(total.fen() - Payments::couponFen);
    return less ? std::optional(*less) : std::nullopt;
}

} // namespace

Result<BookOrder> Payments::scan(const QString &code, const QString &openid)
{
    Books::Payment customer = allowances();
    customer.openid = openid;
    return m_books.scan(code, customer);
}

Result<BookOrder> Payments::pay(const QString &outTradeNo, const Customer &customer)
{
    Books::Payment payment = allowances();
    payment.openid = customer.openid;
    payment.payerTotal = customer.payerTotal;
    return book(outTradeNo, payment);
}

Books::Payment Payments::allowances() const
{
    const FaultPlan &plan = m_faults.plan();
    return {.payerTotal = {}, .bookedTotal = {}, .evenClosed = plan.payAfterClose, .evenPaid = plan.payTwice};
}

Result<BookOrder> Payments::book(const QString &outTradeNo, Books::Payment payment)
{
    if (const auto *order = m_books.find(outTradeNo))
        bookWrongly(*order, payment);
    auto paid = m_books.pay(outTradeNo, payment);
    if (paid)
        m_notifies.announce(*paid);
    return paid;
}

void Payments::bookWrongly(const BookOrder &order, Books::Payment &payment)
{
    const FaultPlan &plan = m_faults.plan();
    const BadDay day = m_faults.dayOf(order.total);
    if (m_faults.happens(plan.wrongTotal) || (day == BadDay::WrongTotal && !order.isPaid())) {
        if (const auto more = Money::fromFen(order.total.fen() + wrongByFen))
            payment.bookedTotal = *more;
    }
    if (m_faults.happens(plan.foreign))
        payment.bookedMchid = foreignMchid;
    if (m_faults.happens(plan.foreignCurrency))
        payment.bookedCurrency = QStringLiteral("HKD");
    if (day == BadDay::Coupon && !payment.payerTotal)
        payment.payerTotal = withCoupon(order.total);
}

Result<BookOrder> Payments::payStray(const BookOrder &stray)
{
    BookOrder wanted = stray;
    wanted.appid = m_keys.appid();
    wanted.mchid = m_keys.mchid();
    if (wanted.notifyUrl.isEmpty() && !m_books.all().isEmpty())
        wanted.notifyUrl = m_books.all().constLast().notifyUrl;
    if (wanted.notifyUrl.isEmpty())
        return Error{ErrorCode::InvalidInput, QStringLiteral("notify_url: there is no order to take it from")};
    auto booked = m_books.bookStray(wanted);
    if (booked)
        m_notifies.announce(*booked);
    return booked;
}

void Payments::closing(const QString &outTradeNo)
{
    const auto *order = m_books.find(outTradeNo);
    if (order && m_faults.dayOf(order->total) == BadDay::PaidAtCancel) [[maybe_unused]]
        const auto paid = pay(outTradeNo); // refused when it can't be paid any more
}

void Payments::closed(const QString &outTradeNo)
{
    const auto *order = m_books.find(outTradeNo);
    if (!order || m_faults.dayOf(order->total) != BadDay::PaidAfterClose)
        return;
    m_clock.callAfter(lateAfterClose, this, [this, outTradeNo] {
        // A repeated close plans it again; the second payment is refused.
        [[maybe_unused]] const auto paid = book(outTradeNo, {.payerTotal = {}, .bookedTotal = {}, .evenClosed = true});
    });
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What SaleFlow rings up: keys and scans go onto the sale on the counter, or onto the next one, until Pay.
#include "ui/SaleFlow.h"

using namespace std::chrono_literals;

void SaleFlow::type(const QString &key)
{
    beginNext();
    const auto refusal = writable().type(key);
    touched();
    if (refusal == Basket::Refusal::ThirdDecimal)
        m_notice.flash({Notice::Kind::ThirdDecimal}, 3s);
    else if (refusal == Basket::Refusal::AmountTooLarge)
        m_notice.flash({Notice::Kind::AmountTooLarge}, 3s);
    refresh();
    if (refusal != Basket::Refusal::None)
        emit refusedSound();
}

/// The next sale ends Paid after 1.5 s; one that was begun before goes on where it stands.
void SaleFlow::beginNext()
{
    if (m_phase == Phase::Cancelled || (m_phase == Phase::Paid && m_canLeavePaid && m_next.isEmpty()))
        leave();
}

/// Lines, discounts and bills put aside: of the sale that is being rung up, and of no other.
void SaleFlow::ring(const Wish &wish)
{
    if (m_phase == Phase::Cancelled)
        leave();
    if (m_phase == Phase::Idle)
        m_ringUp.wish(wish, m_entry);
}

void SaleFlow::edit(void (Basket::*change)())
{
    if (m_phase == Phase::Cancelled)
        leave();
    (writable().*change)();
    touched();
    refresh();
}

void SaleFlow::takeBack(int keys)
{
    writable().takeBack(keys);
    touched();
    refresh();
}

/// Until the till takes payment codes, it says so; a code it mistook for goods would look like nothing happened.
void SaleFlow::scanned(const QString &text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int head = text.left(2).toInt();
    const bool paymentCode = digits && text.size() == 18 && head >= 10 && head <= 15;
    if (!paymentCode && m_ringUp.knows(text)) {
        beginNext();
        m_ringUp.scan(text, writable());
        return refresh();
    }
    Notice notice{paymentCode ? Notice::Kind::PaymentCodeScanned : Notice::Kind::GoodsScanned, m_clock.now()};
    if (!paymentCode)
        notice.code = text.left(32); // never a payment code: whoever knows it can be paid with it
    m_notice.flash(notice, 5s);
    refresh();
}

/// The terms say how, where it is not by WeChat Pay; the rest of them is added here.
void SaleFlow::tryPay(SaleTerms terms)
{
    const Money amount = m_entry.total();
    if (amount.isZero() || !m_entry.isComplete())
        return refuse();
    if (!terms.isByHand() && !pressedEnough(amount))
        return;
    m_armedMs = -1;
    m_notice.end(Notice::Kind::SecondPressForBigAmount);
    m_notice.end(Notice::Kind::SameAmountUnresolved);
    terms.pickup = m_settings.selling.pickup;
    if (!m_entry.isPlain())
        terms.bill = m_entry.bill(m_settings.selling.typedName).toJson();
    Basket sold = m_entry;
    if (!begin({amount, {}, terms, sold.heldId}))
        return;
    m_ringUp.settle(std::exchange(sold.heldId, {}));
    m_ringUp.closeSheet();
    m_saved = sold;
    m_entry = {};
    refresh();
    place();
}

bool SaleFlow::pressedEnough(Money amount)
{
    const bool mayBePaid = m_parked.hasLately(amount);
    if (!mayBePaid && amount <= m_settings.bigAmount)
        return true;
    const qint64 nowMs = m_clock.steadyMs();
    if (m_armedMs >= 0)
        return nowMs - m_armedMs >= secondPressAfterMs;
    m_armedMs = nowMs;
    const auto kind = mayBePaid ? Notice::Kind::SameAmountUnresolved : Notice::Kind::SecondPressForBigAmount;
    m_notice.flash({kind, m_clock.now(), amount}, 1h); // until it is pressed or the amount changes
    refresh();
    return false;
}

/// The amount is another one: what was asked or said about the old one is over.
void SaleFlow::touched()
{
    m_armedMs = -1;
    m_notice.endSlip();
    m_ringUp.settle(m_entry);
    if (m_phase == Phase::Idle)
        m_notice.set({});
}

Basket &SaleFlow::writable()
{
    return m_phase == Phase::Idle || m_phase == Phase::Cancelled ? m_entry : m_next;
}

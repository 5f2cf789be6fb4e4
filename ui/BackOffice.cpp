// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/BackOffice.h"

using Page = OfficeView::Page;

BackOffice::BackOffice(SaleFlow &sale, MoneyDesk &desk, LoginDesk &people, Journal &journal, Clock &clock,
                       Random &random, QObject *parent)
    : QObject(parent), m_sale(sale), m_pin(people, clock, sale.view().training), m_tracker(desk, journal, clock),
      m_refund(desk, m_tracker, m_pin, clock, random), m_inbox(desk, people, m_pin, clock)
{
    const auto signOut = [&people](const QByteArray &session) { people.signOut(session); };
    connect(&m_tracker, &RefundTracker::sessionDone, this, signOut);
    connect(&m_inbox, &InboxFlow::sessionDone, this, signOut);
    connect(&m_tracker, &RefundTracker::changed, this, &BackOffice::refresh);
    connect(&m_pin, &SupervisorPin::changed, this, &BackOffice::refresh);
    connect(&m_pin, &SupervisorPin::refused, this, &BackOffice::refusedSound);
    connect(&m_refund, &RefundFlow::changed, this, &BackOffice::refresh);
    connect(&m_refund, &RefundFlow::closed, this, &BackOffice::refresh);
    connect(&m_refund, &RefundFlow::refusedSound, this, &BackOffice::refusedSound);
    connect(&m_inbox, &InboxFlow::changed, this, &BackOffice::refresh);
    connect(&m_inbox, &InboxFlow::closed, this, &BackOffice::refresh);
    connect(&m_inbox, &InboxFlow::refusedSound, this, &BackOffice::refusedSound);
}

void BackOffice::start()
{
    m_tracker.start();
}

bool BackOffice::takes(const Wish &wish) const
{
    return isOpen() || wish.kind == Wish::Kind::Refund || wish.kind == Wish::Kind::Inbox;
}

void BackOffice::wish(const Wish &wish)
{
    const bool toSale = wish.kind == Wish::Kind::NextSale;
    const bool toInbox = wish.kind == Wish::Kind::Inbox;
    const bool toRefund = wish.kind == Wish::Kind::Refund;
    if (isOpen() && toSale)
        return leave();
    if (m_refund.isOpen() && !toInbox)
        return m_refund.wish(wish);
    if (m_inbox.isOpen() && toInbox)
        return m_inbox.close();
    if (m_inbox.isOpen() && !toRefund)
        return m_inbox.wish(wish);
    leave();
    if (toRefund)
        return openRefund();
    if (m_sale.view().customerEyes)
        return emit refusedSound(); // the screen is turned to the customer
    m_inbox.open();
}

/// Money goes back when no sale is under way: what is over is left first, and anything else comes before.
void BackOffice::openRefund()
{
    const PayState state = m_sale.view().state;
    const bool over = state == PayState::Paid || state == PayState::Cancelled;
    if (over)
        m_sale.wish({Wish::Kind::NextSale});
    else if (state != PayState::Ready)
        m_sale.wish({Wish::Kind::Refund}); // which says so
    if (m_sale.view().state == PayState::Ready)
        m_refund.open(m_sale.view().strip.lastSale);
}

void BackOffice::leave()
{
    m_refund.close();
    m_inbox.close();
}

void BackOffice::askNow()
{
    m_tracker.askNow();
}

void BackOffice::casesChanged(int open)
{
    m_inbox.casesChanged(open);
}

void BackOffice::refresh()
{
    const auto screenOf = [](const OfficeView &view) {
        const int step = view.page == Page::Refund  ? int(view.refund.step)
                         : view.page == Page::Inbox ? int(view.inbox.step)
                                                    : 0;
        return int(view.page) * 16 + step;
    };
    OfficeView view;
    view.page = m_refund.isOpen() ? Page::Refund : m_inbox.isOpen() ? Page::Inbox : Page::None;
    if (view.page == Page::Refund)
        m_refund.fill(view);
    if (view.page == Page::Inbox)
        m_inbox.fill(view);
    for (const auto &each : m_tracker.all()) {
        if (each.failed() || each.needsSupervisor)
            ++view.refundsFailed;
        else if (!each.isOver())
            ++view.refundsUnderWay;
    }
    const int before = screenOf(m_view);
    m_view = view;
    emit changed();
    if (screenOf(m_view) != before)
        emit screenChanged();
}

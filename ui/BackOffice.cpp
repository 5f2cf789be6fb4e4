// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/BackOffice.h"

BackOffice::BackOffice(SaleFlow &sale, MoneyDesk &desk, LoginDesk &people, Journal &journal, Clock &clock,
                       Random &random, HistoryDesk &history, HistoryExport &exports, SettingsFlow *settings,
                       QObject *parent)
    : QObject(parent), m_sale(sale), m_clock(clock), m_pin(people, clock, sale.view().training),
      m_tracker(desk, journal, clock), m_refund(desk, m_tracker, m_pin, clock, random),
      m_inbox(desk, people, m_pin, clock), m_history(history, people, exports, clock), m_check(history, clock),
      m_settings(settings)
{
    const auto signOut = [&people](const QByteArray &session) { people.signOut(session); };
    connect(&m_tracker, &RefundTracker::sessionDone, this, signOut);
    connect(&m_inbox, &InboxFlow::sessionDone, this, signOut);
    connect(&m_tracker, &RefundTracker::refunded, this, &BackOffice::refunded);
    connect(&m_tracker, &RefundTracker::changed, this, &BackOffice::refresh);
    connect(&m_pin, &SupervisorPin::changed, this, &BackOffice::refresh);
    connect(&m_pin, &SupervisorPin::refused, this, &BackOffice::refusedSound);
    const auto follow = [this]<class Flow>(const Flow &flow) {
        connect(&flow, &Flow::changed, this, &BackOffice::refresh);
        connect(&flow, &Flow::closed, this, &BackOffice::refresh);
        connect(&flow, &Flow::refusedSound, this, &BackOffice::refusedSound);
    };
    follow(m_refund);
    follow(m_inbox);
    follow(m_history);
    follow(m_check);
    if (m_settings) {
        follow(*m_settings);
        connect(m_settings, &SettingsFlow::sessionDone, this, signOut);
    }
    connect(&m_history, &HistoryFlow::reprintWished, this, &BackOffice::reprintWished);
    connect(&m_sale, &SaleFlow::screenChanged, this, [this] {
        const PayState state = m_sale.view().state;
        if (state == PayState::Paid || state == PayState::CallManager)
            m_check.close(); // whoever asks whether it is paid must see this
    });
}

void BackOffice::start()
{
    m_tracker.start();
}

bool BackOffice::takes(const Wish &wish) const
{
    return isOpen() || wantedBy(wish) != Page::None;
}

BackOffice::Page BackOffice::openPage() const
{
    return m_refund.isOpen()                    ? Page::Refund
           : m_inbox.isOpen()                   ? Page::Inbox
           : m_history.isOpen()                 ? Page::History
           : m_check.isOpen()                   ? Page::Check
           : m_settings && m_settings->isOpen() ? Page::Settings
                                                : Page::None;
}

/// The page that a wish brings up from wherever one is; None: it is for the page that is up.
BackOffice::Page BackOffice::wantedBy(const Wish &wish) const
{
    switch (wish.kind) {
    case Wish::Kind::Refund:
        return Page::Refund;
    case Wish::Kind::Inbox:
        return Page::Inbox;
    case Wish::Kind::Find:
        return Page::History;
    case Wish::Kind::Check:
        return Page::Check;
    case Wish::Kind::Settings:
    case Wish::Kind::LeaveKiosk:
        return m_settings ? Page::Settings : Page::None;
    case Wish::Kind::Query:
        return !isOpen() && wantsCheck() ? Page::Check : Page::None;
    default:
        return Page::None;
    }
}

/// F5 where there is nothing to ask about, and once more where WeChat has just said that it is not paid.
bool BackOffice::wantsCheck() const
{
    const TillView &view = m_sale.view();
    if (view.state == PayState::Ready || view.state == PayState::Cancelled)
        return true;
    const qint64 agoMs = m_clock.nowMs() - view.notice.at.toMSecsSinceEpoch();
    return view.notice.kind == Notice::Kind::QueriedUnpaid && !view.customerEyes && agoMs >= 0 && agoMs <= checkAgainMs;
}

void BackOffice::wish(const Wish &wish)
{
    const Page up = openPage();
    if (up != Page::None && wish.kind == Wish::Kind::NextSale)
        return leave();
    const Page wanted = wantedBy(wish);
    if (wanted == Page::Inbox && up == Page::Inbox)
        return m_inbox.close();
    if (wish.kind == Wish::Kind::LeaveKiosk && wanted == up)
        return m_settings->openLeaving();
    if (wanted == Page::Settings && up == Page::Settings)
        return m_settings->close();
    if (up != Page::None && (wanted == Page::None || wanted == up))
        return toPage(up, wish);
    if (wanted == Page::Refund && up == Page::History && m_history.chosen())
        return refundChosen();
    leave();
    open(wanted);
    if (wish.kind == Wish::Kind::LeaveKiosk && openPage() == Page::Settings)
        m_settings->openLeaving();
}

void BackOffice::joinServer()
{
    leave();
    m_settings->openJoining();
}

void BackOffice::toPage(Page page, const Wish &wish)
{
    switch (page) {
    case Page::Refund:
        return m_refund.wish(wish);
    case Page::Inbox:
        return m_inbox.wish(wish);
    case Page::History:
        return m_history.wish(wish);
    case Page::Check:
        return m_check.wish(wish);
    case Page::Settings:
        return m_settings->wish(wish);
    case Page::None:
        return;
    }
}

void BackOffice::open(Page page)
{
    if (page == Page::Refund)
        return openRefund({});
    if (m_sale.view().customerEyes)
        return emit refusedSound(); // the screen is turned to the customer
    if (page == Page::Inbox)
        m_inbox.open();
    if (page == Page::History)
        m_history.open();
    if (page == Page::Check)
        m_check.open(m_sale.view().outTradeNo);
    if (page == Page::Settings)
        m_settings->open();
}

/// Money goes back when no sale is under way: what is over is left first, and anything else comes before.
void BackOffice::openRefund(const QString &outTradeNo)
{
    const PayState state = m_sale.view().state;
    const bool over = state == PayState::Paid || state == PayState::Cancelled;
    if (over)
        m_sale.wish({Wish::Kind::NextSale});
    else if (state != PayState::Ready)
        m_sale.wish({Wish::Kind::Refund}); // which says so
    if (m_sale.view().state != PayState::Ready)
        return;
    if (outTradeNo.isEmpty())
        m_refund.open(m_sale.view().strip.lastSale);
    else
        m_refund.openFor(outTradeNo);
}

/// F9 over the orders: of the chosen one, or the page says why not.
void BackOffice::refundChosen()
{
    using State = OrderLine::State;
    const OrderLine chosen = *m_history.chosen();
    if (chosen.state != State::Paid && chosen.state != State::PartlyBack)
        return m_history.refuse(HistoryView::Say::NothingToRefund);
    const PayState state = m_sale.view().state;
    if (state != PayState::Ready && state != PayState::Paid && state != PayState::Cancelled)
        return m_history.refuse(HistoryView::Say::FinishSaleFirst);
    leave();
    openRefund(chosen.number);
}

QString BackOffice::orderInSight() const
{
    const OrderLine *chosen = m_history.chosen();
    return chosen ? chosen->number : QString();
}

void BackOffice::leave()
{
    m_refund.close();
    m_inbox.close();
    m_history.close();
    m_check.close();
    if (m_settings)
        m_settings->close();
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
        const int step = view.page == Page::Refund     ? int(view.refund.step)
                         : view.page == Page::Inbox    ? int(view.inbox.step)
                         : view.page == Page::History  ? int(view.history.side == HistoryView::Side::Export)
                         : view.page == Page::Settings ? int(view.settings.step) + int(view.settings.join.step)
                                                       : 0;
        return int(view.page) * 16 + step;
    };
    OfficeView view;
    view.page = openPage();
    if (view.page == Page::Refund)
        m_refund.fill(view);
    if (view.page == Page::Inbox)
        m_inbox.fill(view);
    if (view.page == Page::History)
        m_history.fill(view);
    if (view.page == Page::Check)
        m_check.fill(view);
    if (view.page == Page::Settings)
        m_settings->fill(view);
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

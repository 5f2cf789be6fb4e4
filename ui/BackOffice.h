// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/InboxFlow.h"
#include "ui/RefundFlow.h"
#include "ui/SaleFlow.h"

/// What a till does with money beside taking it: refunds (F9) and the inbox (Alt+I), one page at a time over the sale.
class BackOffice final : public QObject
{
    Q_OBJECT
public:
    BackOffice(SaleFlow &sale, MoneyDesk &desk, LoginDesk &people, Journal &journal, Clock &clock, Random &random,
               QObject *parent = nullptr);

    /// Takes up the refunds that the last run left open. Call it once, when the signals are connected.
    void start();
    bool isOpen() const { return m_view.page != OfficeView::Page::None; }
    /// Whether that wish is for it: all while a page is up, and those that bring one up.
    bool takes(const Wish &wish) const;
    void wish(const Wish &wish);
    const OfficeView &view() const { return m_view; }

public slots:
    /// The till is locked: nobody finds another's half-done refund.
    void leave();
    /// Somebody has signed in: what was refused for want of it is asked for now.
    void askNow();
    void casesChanged(int open);

signals:
    void changed();
    /// Another page, or another step of it; the view is new already.
    void screenChanged();
    void refusedSound();

private:
    void openRefund();
    void refresh();

    SaleFlow &m_sale;
    SupervisorPin m_pin;
    RefundTracker m_tracker;
    RefundFlow m_refund;
    InboxFlow m_inbox;
    OfficeView m_view;
};

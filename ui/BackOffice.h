// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/CheckFlow.h"
#include "ui/HistoryFlow.h"
#include "ui/InboxFlow.h"
#include "ui/RefundFlow.h"
#include "ui/SaleFlow.h"
#include "ui/SettingsFlow.h"

/// What a till does with money beside taking it: refunds (F9), the inbox (Alt+I), the orders (F3), the check of what a
/// customer says is paid and the till's settings (Alt+S), one page at a time over the sale.
class BackOffice final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 checkAgainMs = 10'000; ///< F5 once more, so soon after "not paid", opens the check

    /// settings: null where the till has none to set.
    BackOffice(SaleFlow &sale, MoneyDesk &desk, LoginDesk &people, Journal &journal, Clock &clock, Random &random,
               HistoryDesk &history, HistoryExport &exports, SettingsFlow *settings = nullptr,
               QObject *parent = nullptr);

    /// Takes up the refunds that the last run left open. Call it once, when the signals are connected.
    void start();
    bool isOpen() const { return m_view.page != OfficeView::Page::None; }
    /// Whether that wish is for it: all while a page is up, and those that bring one up.
    bool takes(const Wish &wish) const;
    void wish(const Wish &wish);
    const OfficeView &view() const { return m_view; }
    /// The order that the page which is up is about; empty: none.
    QString orderInSight() const;

    /// This till is to join a server before it takes money. Only where it has settings.
    void joinServer();

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
    /// A receipt of that order once more.
    void reprintWished(const QString &outTradeNo);
    /// As RefundTracker tells it: perhaps again after a restart. at: invalid where the server does not say.
    void refunded(const JournalRefund &refund, const QDateTime &at);

private:
    using Page = OfficeView::Page;

    Page openPage() const;
    Page wantedBy(const Wish &wish) const;
    bool wantsCheck() const;
    void toPage(Page page, const Wish &wish);
    void open(Page page);
    void openRefund(const QString &outTradeNo);
    void refundChosen();
    void refresh();

    SaleFlow &m_sale;
    Clock &m_clock;
    SupervisorPin m_pin;
    RefundTracker m_tracker;
    RefundFlow m_refund;
    InboxFlow m_inbox;
    HistoryFlow m_history;
    CheckFlow m_check;
    SettingsFlow *m_settings;
    OfficeView m_view;
};

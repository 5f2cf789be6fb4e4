// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/Language.h"
#include "ui/Theme.h"
#include "ui/models/TillIdentity.h"
#include "ui/models/Wish.h"

#include <QPointer>
#include <QWidget>

class ReadAloud;
class CheckPage;
class CustomerPage;
class HelpSheet;
class HistoryPage;
class InboxPage;
class LockPage;
class PaidPage;
class PracticeFrame;
class QStackedWidget;
class RefundPage;
class SalePage;
class SettingsPage;
class StatusStrip;
class TimelinePage;
class TopBar;
class UnderWayButton;
class WaitingPage;

/// The till's one window: shows the page that a TillView asks for, at once and without fading, and hands on what a
/// person wishes. Keys are mapped elsewhere (ui/input); the buttons here never take Enter.
class MainWindow : public QWidget
{
    Q_OBJECT
public:
    MainWindow(const TillIdentity &identity, Clock &clock, Theme &theme, Language &language, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    const TillView &view() const { return m_view; }

public slots:
    void toggleHelp(); ///< F1

signals:
    void wished(const Wish &wish);
    /// qr_painted or green_painted, when it is (API.md, "Timeline").
    void painted(const QString &what);

protected:
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void watchPaints();
    void makePages(const TillIdentity &identity);
    QWidget *pageFor(const TillView &view) const;
    bool hasBar(const QWidget *page) const;
    bool isOffice(const QWidget *page) const;
    void showPage(QWidget *page, const TillView &view);
    void retheme();
    void nextTheme();
    void tick();
    void placeHelp();
    void keepFocus();

    Clock &m_clock;
    Theme &m_theme;
    Language &m_language;
    TillView m_view;
    TopBar *m_bar;
    UnderWayButton *m_underWay; ///< over the office's pages
    QStackedWidget *m_pages;
    SalePage *m_sale;
    WaitingPage *m_waiting;
    PaidPage *m_paid;
    CustomerPage *m_customer;
    LockPage *m_lock;
    RefundPage *m_refund;
    InboxPage *m_inbox;
    HistoryPage *m_history;
    CheckPage *m_check;
    SettingsPage *m_settings;
    TimelinePage *m_timeline;
    StatusStrip *m_strip;
    HelpSheet *m_help;
    PracticeFrame *m_frame;
    ReadAloud *m_announcement;
    QPointer<QWidget> m_resting; ///< had the focus, and cannot have it for the moment
};

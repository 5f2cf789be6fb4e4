// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "ui/Wording.h"
#include "ui/customer/CustomerPage.h"
#include "ui/pages/CheckPage.h"
#include "ui/pages/HistoryPage.h"
#include "ui/pages/InboxPage.h"
#include "ui/pages/LockPage.h"
#include "ui/pages/PaidPage.h"
#include "ui/pages/RefundPage.h"
#include "ui/pages/SalePage.h"
#include "ui/pages/SettingsPage.h"
#include "ui/pages/TimelinePage.h"
#include "ui/pages/WaitingPage.h"
#include "ui/widgets/HelpSheet.h"
#include "ui/widgets/PaidPanel.h"
#include "ui/widgets/PracticeFrame.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/ReadAloud.h"
#include "ui/widgets/ReadingOrder.h"
#include "ui/widgets/SpokenFaces.h"
#include "ui/widgets/StatusStrip.h"
#include "ui/widgets/TopBar.h"
#include "ui/widgets/UnderWayButton.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

MainWindow::MainWindow(const TillIdentity &identity, Clock &clock, Theme &theme, Language &language, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_theme(theme), m_language(language),
      m_bar(new TopBar(identity.shop, identity.till, theme, this)), m_underWay(new UnderWayButton(theme, this)),
      m_pages(new QStackedWidget(this)), m_strip(new StatusStrip(theme, this)), m_announcement(new ReadAloud(this))
{
    SpokenFaces::install();
    setObjectName(QStringLiteral("MainWindow"));
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setFocusPolicy(Qt::ClickFocus); // Tab goes from button to button
    setWindowTitle(identity.shop);
    setMinimumSize(640, 360);
    makePages(identity);
    watchPaints();
    m_help = new HelpSheet(theme, this);
    m_frame = new PracticeFrame(theme, this);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addWidget(m_underWay);
    rows->addWidget(m_pages, 1);
    rows->addWidget(m_strip);

    connect(&m_theme, &Theme::changed, this, &MainWindow::retheme);
    connect(m_bar, &TopBar::languageAsked, this, [this] { m_language.use(m_language.other()); });
    connect(m_bar, &TopBar::themeAsked, this, &MainWindow::nextTheme);
    connect(m_bar, &TopBar::helpAsked, this, &MainWindow::toggleHelp);
    connect(m_bar, &TopBar::wished, this, &MainWindow::wished);
    connect(m_underWay, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::NextSale}); });
    connect(m_strip, &StatusStrip::wished, this, &MainWindow::wished);
    connect(m_help, &HelpSheet::closed, this, &MainWindow::toggleHelp);
    resize(1366, 768);
    retheme();
    setFocus(); // or the first button of the top bar would have it, ring and all
    tick();
}

void MainWindow::makePages(const TillIdentity &identity)
{
    m_pages->setObjectName(QStringLiteral("pages"));
    m_sale = new SalePage(m_theme, m_pages);
    m_waiting = new WaitingPage(m_theme, m_pages);
    m_paid = new PaidPage(m_theme, m_pages);
    m_customer = new CustomerPage(identity.shop, m_theme, m_pages);
    m_lock = new LockPage(identity, m_theme, m_pages);
    m_timeline = new TimelinePage(m_theme, m_pages);
    m_pages->addWidget(m_timeline);
    connect(m_timeline, &TimelinePage::wished, this, &MainWindow::wished);
    m_refund = new RefundPage(m_theme, m_pages);
    m_inbox = new InboxPage(m_theme, m_pages);
    m_history = new HistoryPage(m_theme, m_pages);
    m_check = new CheckPage(m_theme, m_pages);
    m_settings = new SettingsPage(m_theme, m_pages);
    connect(m_history, &HistoryPage::wished, this, &MainWindow::wished);
    connect(m_check, &CheckPage::wished, this, &MainWindow::wished);
    connect(m_settings, &SettingsPage::wished, this, &MainWindow::wished);
    for (QWidget *page : QList<QWidget *>{m_sale, m_waiting, m_paid, m_customer, m_lock, m_refund, m_inbox, m_history,
                                          m_check, m_settings})
        m_pages->addWidget(page);
    connect(m_sale, &SalePage::wished, this, &MainWindow::wished);
    connect(m_waiting, &WaitingPage::wished, this, &MainWindow::wished);
    connect(m_paid, &PaidPage::wished, this, &MainWindow::wished);
    connect(m_customer, &CustomerPage::tapped, this, [this] { emit wished({Wish::Kind::ShowCustomer}); });
    connect(m_lock, &LockPage::wished, this, &MainWindow::wished);
    connect(m_refund, &RefundPage::wished, this, &MainWindow::wished);
    connect(m_inbox, &InboxPage::wished, this, &MainWindow::wished);
    connect(m_lock, &LockPage::languageAsked, this, [this] { m_language.use(m_language.other()); });
    connect(m_lock, &LockPage::themeAsked, this, &MainWindow::nextTheme);
}

void MainWindow::watchPaints()
{
    const auto codePainted = [this] { emit painted(QStringLiteral("qr_painted")); };
    for (const QWidget *page : QList<QWidget *>{m_waiting, m_customer})
        connect(page->findChild<QrView *>(), &QrView::codePainted, this, codePainted);
    connect(m_paid->findChild<PaidPanel *>(), &PaidPanel::groundPainted, this,
            [this] { emit painted(QStringLiteral("green_painted")); });
}

QWidget *MainWindow::pageFor(const TillView &view) const
{
    if (view.lock.locked)
        return m_lock;
    if (view.timeline.open)
        return m_timeline;
    if (view.office.page == OfficeView::Page::Refund)
        return m_refund;
    if (view.office.page == OfficeView::Page::Inbox)
        return m_inbox;
    if (view.office.page == OfficeView::Page::History)
        return m_history;
    if (view.office.page == OfficeView::Page::Check)
        return m_check;
    if (view.office.page == OfficeView::Page::Settings)
        return m_settings;
    switch (view.state) {
    case PayState::Ready:
        return m_sale;
    case PayState::Paid:
        return m_paid;
    case PayState::Creating:
    case PayState::Waiting:
    case PayState::Checking:
        if (view.customerEyes && !view.codeUrl.isEmpty())
            return m_customer;
        return m_waiting;
    case PayState::Cancelling:
    case PayState::Cancelled:
    case PayState::Expired:
    case PayState::CallManager:
        return m_waiting;
    }
    return m_waiting;
}

void MainWindow::show(const TillView &view)
{
    const bool moved = view.lock.locked != m_view.lock.locked || view.office.page != m_view.office.page;
    const bool onSale = !view.lock.locked && view.office.page == OfficeView::Page::None;
    if (moved || (onSale && view.state != m_view.state))
        m_help->setVisible(false);
    m_view = view;
    QWidget *page = pageFor(view);
    const bool customers = page == m_customer;
    const bool withBar = hasBar(page);
    m_bar->setVisible(withBar);
    m_strip->setVisible(!customers);
    m_bar->show(view);
    m_underWay->show(view);
    m_underWay->setVisible(isOffice(page) && !m_underWay->text().isEmpty());
    m_help->show(view);
    showPage(page, view);
    if (page != m_pages->currentWidget()) {
        m_pages->setCurrentWidget(page);
        m_resting.clear();
        setFocus(); // a page that comes up would give the focus, and its ring, to its first button
    }
    m_strip->show(view, page == m_lock ? !m_lock->showsBadge() : !withBar);
    m_frame->setVisible(view.training);
    keepFocus();
    m_announcement->tell(view);
}

/// Tab, and what Qt asks for when the widget with the focus is hidden or disabled. Then nothing near it may have the
/// focus instead, or a second Space would press another button.
bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget *now = focusWidget();
    if (now && now != this && !(now->isVisible() && now->isEnabled())) {
        m_resting = now;
        setFocus();
        return true;
    }
    const QList<QWidget *> order = ReadingOrder::of(*this);
    if (order.isEmpty())
        return false;
    const qsizetype at = order.indexOf(now);
    const qsizetype last = order.size() - 1;
    const qsizetype to = next ? (at == last ? 0 : at + 1) : at <= 0 ? last : at - 1;
    m_resting.clear();
    order.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

/// A button that was disabled while it worked has the focus again afterwards.
void MainWindow::keepFocus()
{
    QWidget *now = focusWidget();
    if (now && now != this && !(now->isVisible() && now->isEnabled())) { // while another window was the active one
        m_resting = now;
        setFocus();
    } else if (now == this && m_resting && m_resting->isVisible() && m_resting->isEnabled()) {
        m_resting->setFocus();
        m_resting.clear();
    }
}

/// Where the QR, or the keys of a PIN, need its height it gives way.
bool MainWindow::hasBar(const QWidget *page) const
{
    if (page == m_customer || page == m_lock)
        return false;
    const OfficeView &office = m_view.office;
    const bool signing = (page == m_refund && office.refund.step == RefundView::Step::Supervisor)
                         || (page == m_inbox && office.inbox.step == InboxView::Step::Supervisor)
                         || (page == m_settings && office.settings.step != SettingsView::Step::List);
    const bool selling = isOffice(page) && !Wording::underWay(m_view).isEmpty(); // that line leads back too
    return m_theme.density() != Theme::Density::Tiny || !(page == m_waiting || signing || selling);
}

bool MainWindow::isOffice(const QWidget *page) const
{
    return page == m_refund || page == m_inbox || page == m_history || page == m_check || page == m_settings;
}

void MainWindow::showPage(QWidget *page, const TillView &view)
{
    if (page == m_lock)
        m_lock->show(view);
    else if (page == m_timeline)
        m_timeline->show(view);
    else if (page == m_refund)
        m_refund->show(view);
    else if (page == m_inbox)
        m_inbox->show(view);
    else if (page == m_history)
        m_history->show(view);
    else if (page == m_check)
        m_check->show(view);
    else if (page == m_settings)
        m_settings->show(view);
    else if (page == m_sale)
        m_sale->show(view);
    else if (page == m_waiting)
        m_waiting->show(view);
    else if (page == m_paid)
        m_paid->show(view);
    else
        m_customer->show(customerViewOf(view));
}

void MainWindow::toggleHelp()
{
    m_help->setVisible(!m_help->isVisible() && m_pages->currentWidget() != m_customer);
    placeHelp();
}

void MainWindow::placeHelp()
{
    // Over the right-hand column; in a small window over all that is not the QR, or there is no room for the words.
    const int margin = m_theme.density() == Theme::Density::Tiny ? 6 : qMax(8, m_theme.space(24));
    QRect area = m_pages->geometry().adjusted(margin, margin, -margin, -margin);
    const bool regular = m_theme.density() == Theme::Density::Regular;
    QWidget *page = m_pages->currentWidget();
    if (page == m_waiting || page == m_lock) {
        const QString side = page == m_lock ? QStringLiteral("lockLeft") : QStringLiteral("codeCard");
        const auto *keep = page->findChild<QWidget *>(regular ? side : QStringLiteral("qrView"));
        area.setLeft(keep->mapTo(this, QPoint(keep->width(), 0)).x() + (regular ? margin : 4));
    } else if (regular && page == m_sale) {
        const auto *keypad = m_sale->findChild<QWidget *>(QStringLiteral("keypad"));
        area.setLeft(keypad->mapTo(this, QPoint(0, 0)).x());
    } else if (regular) {
        area.setLeft(area.left() + area.width() * 6 / 10);
    }
    m_help->setGeometry(area);
    m_help->raise();
    m_frame->fit();
}

void MainWindow::retheme()
{
    setStyleSheet(m_theme.styleSheet());
    setFont(m_theme.font(16));
    m_bar->fit();
    m_sale->fit();
    m_waiting->fit();
    m_paid->fit();
    m_customer->fit();
    m_lock->fit();
    m_refund->fit();
    m_inbox->fit();
    m_history->fit();
    m_check->fit();
    m_settings->fit();
    m_underWay->fit();
    m_timeline->fit();
    m_strip->fit();
    show(m_view);
    placeHelp();
}

void MainWindow::nextTheme()
{
    m_theme.setMode(m_theme.nextMode());
}

void MainWindow::tick()
{
    constexpr int minuteMs = 60'000;
    m_bar->setTime(m_clock.now());
    m_clock.callAfter(std::chrono::milliseconds(minuteMs - m_clock.nowMs() % minuteMs), this, [this] { tick(); });
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_announcement->translate(m_view);
        show(m_view);
    }
    QWidget::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *)
{
    m_theme.fit(size());
    placeHelp();
}

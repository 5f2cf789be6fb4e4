// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/CustomerWindow.h"

#include "ui/customer/CustomerPage.h"
#include "ui/widgets/PracticeFrame.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/SpokenFaces.h"

#include <QEvent>
#include <QVBoxLayout>

CustomerWindow::CustomerWindow(const TillIdentity &identity, Screens &screens, Clock &clock, Theme::Mode mode,
                               Where where)
    : m_screens(screens), m_clock(clock), m_theme(mode), m_where(where),
      m_page(new CustomerPage(identity.shop, m_theme, this)), m_frame(new PracticeFrame(m_theme, this))
{
    SpokenFaces::install();
    setObjectName(QStringLiteral("CustomerWindow"));
    setWindowTitle(identity.shop);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setFocusPolicy(Qt::NoFocus);
    setMinimumSize(480, 320);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_page);
    connect(&m_theme, &Theme::changed, this, &CustomerWindow::retheme);
    connect(m_page->findChild<QrView *>(), &QrView::codePainted, this, &CustomerWindow::codePainted);
    resize(1024, 600);
    retheme();
}

void CustomerWindow::open(bool kiosk)
{
    m_kiosk = kiosk;
    m_opened = true;
    connect(&m_screens, &Screens::changed, this, &CustomerWindow::place);
    place();
}

void CustomerWindow::setWhere(Where where)
{
    m_where = where;
    if (m_opened)
        place();
}

/// Not one that shows the cashier's own, as mirrored screens do.
std::optional<Screens::Place> CustomerWindow::secondScreen() const
{
    const Screens::Place cashiers = m_screens.cashiers();
    for (const Screens::Place &place : m_screens.all()) {
        if (place.name != cashiers.name && !place.area.intersects(cashiers.area) && !place.area.isEmpty())
            return place;
    }
    return std::nullopt;
}

void CustomerWindow::place()
{
    const auto second = m_where == Where::Off ? std::nullopt : secondScreen();
    if (second)
        return fill(*second);
    if (m_where == Where::Window && !m_kiosk)
        return floatOnFirst();
    m_filled.clear();
    hide();
}

void CustomerWindow::fill(const Screens::Place &place)
{
    if (isVisible() && m_filled == place.name && geometry() == place.area)
        return;
    m_filled = place.name;
    place.fillWith(*this);
}

void CustomerWindow::floatOnFirst()
{
    if (m_filled.isEmpty() && isVisible())
        return;
    m_filled.clear();
    setWindowFlags(Qt::Window | Qt::WindowDoesNotAcceptFocus);
    setWindowState(Qt::WindowNoState);
    constexpr int frame = 48; // room for a title bar, wherever it is
    const QRect area = m_screens.cashiers().area.adjusted(frame, frame, -frame, -frame);
    resize(qMin(1024, area.width()), qMin(600, area.height()));
    move(area.bottomRight() - QPoint(width(), height()));
    setVisible(true);
}

void CustomerWindow::show(const CustomerView &view)
{
    const bool paid = m_given.face == CustomerView::Face::Paid && view.face == CustomerView::Face::Shop;
    m_given = view;
    if (paid) {
        m_thanking = true;
        m_clock.callAfter(thanksFor, this, [this, thanks = ++m_thanks] {
            if (thanks != m_thanks)
                return;
            m_thanking = false;
            draw();
        });
    } else if (view.face != CustomerView::Face::Shop) {
        m_thanking = false;
    }
    draw();
}

void CustomerWindow::draw()
{
    m_shown = m_given;
    if (m_thanking)
        m_shown.face = CustomerView::Face::Thanks;
    m_page->show(m_shown);
    m_frame->setVisible(m_shown.training);
    m_frame->fit();
}

void CustomerWindow::retheme()
{
    setStyleSheet(m_theme.styleSheet());
    setFont(m_theme.font(16));
    m_page->fit();
    draw();
}

void CustomerWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        draw();
    QWidget::changeEvent(event);
}

void CustomerWindow::resizeEvent(QResizeEvent *)
{
    m_theme.fit(size());
    m_frame->fit();
}

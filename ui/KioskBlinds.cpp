// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/KioskBlinds.h"

#include "ui/KioskGuard.h"

#include <QEvent>
#include <QWidget>

namespace {

std::unique_ptr<QWidget> darkWindow()
{
    auto blind = std::make_unique<QWidget>();
    blind->setObjectName(QStringLiteral("KioskBlind"));
    blind->setAttribute(Qt::WA_ShowWithoutActivating);
    blind->setAttribute(Qt::WA_QuitOnClose, false);
    blind->setFocusPolicy(Qt::NoFocus);
    blind->setCursor(Qt::BlankCursor);
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    blind->setPalette(dark);
    return blind;
}

} // namespace

KioskBlinds::KioskBlinds(QWidget &first, Screens &screens, KioskGuard &guard, QObject *parent)
    : QObject(parent), m_first(first), m_screens(screens), m_guard(guard)
{
    m_first.installEventFilter(this);
    connect(&m_screens, &Screens::changed, this, &KioskBlinds::draw);
}

KioskBlinds::~KioskBlinds() = default;

void KioskBlinds::leaveTo(QWidget &other)
{
    m_other = &other;
    other.installEventFilter(this);
}

bool KioskBlinds::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::Move:
    case QEvent::Resize:
        draw();
        break;
    default:
        break;
    }
    return false;
}

bool KioskBlinds::isBare(const Screens::Place &place) const
{
    const Screens::Place first = m_screens.cashiers();
    const bool isOther = m_other && m_other->isVisible() && m_other->geometry().intersects(place.area);
    return m_first.isVisible() && place.name != first.name && !place.area.intersects(first.area)
           && !place.area.isEmpty() && !isOther;
}

void KioskBlinds::draw()
{
    std::map<QString, std::unique_ptr<QWidget>> before;
    before.swap(m_blinds); // those that stay come back, the others go
    for (const Screens::Place &place : m_screens.all()) {
        if (!isBare(place))
            continue;
        std::unique_ptr<QWidget> &blind = m_blinds[place.name];
        blind = std::move(before[place.name]);
        if (!blind) {
            blind = darkWindow();
            m_guard.keepOpen(*blind);
        }
        if (!blind->isVisible() || blind->geometry() != place.area)
            place.fillWith(*blind);
    }
}

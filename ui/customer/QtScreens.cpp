// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/QtScreens.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QWidget>
#include <QWindow>

QtScreens::QtScreens(QWidget &cashiersWindow) : m_window(cashiersWindow)
{
    m_window.installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, [this](QScreen *screen) {
        watch(screen);
        tellLater();
    });
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &QtScreens::tellLater);
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, &QtScreens::tellLater);
    for (QScreen *screen : QGuiApplication::screens())
        watch(screen);
}

void QtScreens::watch(QScreen *screen)
{
    connect(screen, &QScreen::geometryChanged, this, &QtScreens::tellLater);
}

/// A window has its platform's side, and with it a screen that may change, from its first showing on.
bool QtScreens::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Show && !m_watched && m_window.windowHandle()) {
        m_watched = true;
        connect(m_window.windowHandle(), &QWindow::screenChanged, this, &QtScreens::tellLater);
    }
    return Screens::eventFilter(watched, event);
}

void QtScreens::tellLater()
{
    if (std::exchange(m_telling, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_telling = false;
            emit changed();
        },
        Qt::QueuedConnection);
}

QList<Screens::Place> QtScreens::all() const
{
    QList<Place> places;
    for (QScreen *screen : QGuiApplication::screens())
        places.append({screen->name(), screen->geometry(), screen});
    return places;
}

Screens::Place QtScreens::cashiers() const
{
    QScreen *screen = m_window.screen();
    return {screen->name(), screen->geometry(), screen};
}

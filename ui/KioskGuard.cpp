// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/KioskGuard.h"

#include "server/domain/Clock.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QWidget>
#include <QWindow>

KioskGuard::KioskGuard(QWidget &window, Clock &clock, QObject *parent)
    : QObject(parent), m_window(window), m_clock(clock)
{
    qApp->installEventFilter(this);
}

void KioskGuard::keepOpen(QWidget &other)
{
    m_other = &other;
}

void KioskGuard::fill(QWidget &window)
{
    const QScreen *screen = window.screen();
    window.setGeometry((screen ? screen : QGuiApplication::primaryScreen())->geometry());
    window.setWindowState(Qt::WindowFullScreen);
    window.setVisible(true);
}

bool KioskGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Close:
        if (watched != &m_window && watched != m_other.data())
            return false; // a file dialog may go
        event->ignore();
        if (watched == &m_window)
            emit wished({Wish::Kind::LeaveKiosk});
        return true;
    case QEvent::WindowStateChange:
        if (watched == &m_window && m_window.isVisible() && !isWhole())
            restoreSoon();
        return false;
    case QEvent::Expose: // a window manager that shows the desktop takes it off the screen, and says no more than this
        if (const auto *window = m_window.windowHandle();
            window && watched == window && window->isVisible() && !window->isExposed())
            restoreSoon();
        return false;
    case QEvent::ContextMenu:
        return true;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (!isWayOut(key))
            return false;
        if (event->type() == QEvent::KeyPress && isClosing(key) && !key.isAutoRepeat())
            emit wished({Wish::Kind::LeaveKiosk});
        event->accept();
        return true;
    }
    default:
        return false;
    }
}

bool KioskGuard::isWhole() const
{
    constexpr Qt::WindowStates shapes = Qt::WindowMinimized | Qt::WindowMaximized | Qt::WindowFullScreen;
    return (m_window.windowState() & shapes) == Qt::WindowFullScreen;
}

bool KioskGuard::isClosing(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    return (modifiers == Qt::AltModifier && event.key() == Qt::Key_F4)
           || (modifiers == Qt::ControlModifier && (event.key() == Qt::Key_Q || event.key() == Qt::Key_W));
}

/// Those that a window manager, a desktop or Qt may know, if they come through to here.
bool KioskGuard::isWayOut(const QKeyEvent &event)
{
    if (isClosing(event) || event.modifiers() & Qt::MetaModifier)
        return true;
    const bool withAnother = event.modifiers() & (Qt::AltModifier | Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Escape:
    case Qt::Key_Space:
        return withAnother;
    case Qt::Key_Meta:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_Menu:
    case Qt::Key_Print:
    case Qt::Key_SysReq:
    case Qt::Key_PowerOff:
    case Qt::Key_PowerDown:
    case Qt::Key_LogOff:
    case Qt::Key_Sleep:
    case Qt::Key_Standby:
    case Qt::Key_Suspend:
    case Qt::Key_Hibernate:
    case Qt::Key_ScreenSaver:
    case Qt::Key_WWW:
    case Qt::Key_HomePage:
    case Qt::Key_Explorer:
        return true;
    default:
        return false;
    }
}

void KioskGuard::restoreSoon()
{
    if (std::exchange(m_restoring, true))
        return;
    m_clock.callAfter(std::chrono::milliseconds(restoreMs), this, [this] {
        m_restoring = false;
        if (const auto *window = m_window.windowHandle(); window && !window->isExposed())
            m_window.setVisible(false); // taken off the screen, it has to be put there anew
        fill(m_window);
        m_window.raise();
        m_window.activateWindow();
    });
}

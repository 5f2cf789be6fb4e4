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
    m_others.removeIf([](const QPointer<QWidget> &gone) { return gone.isNull(); });
    m_others.append(&other);
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
        if (kept(watched) != watched)
            return false; // a file dialog may go
        event->ignore();
        if (watched == &m_window)
            emit wished({Wish::Kind::LeaveKiosk});
        return true;
    case QEvent::WindowStateChange:
        if (QWidget *window = kept(watched); window && !isWhole(*window))
            restoreSoon(*window);
        return false;
    case QEvent::Expose: // a window manager that shows the desktop takes it off the screen, and says no more than this
        if (QWidget *window = kept(watched); window && isTakenAway(*window))
            restoreSoon(*window);
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

/// The window that this is, or that this is the platform's side of; null: none that stays.
QWidget *KioskGuard::kept(const QObject *watched) const
{
    const auto is = [watched](const QWidget *window) {
        return window && (watched == window || watched == window->windowHandle());
    };
    if (is(&m_window))
        return &m_window;
    const auto other = std::find_if(m_others.begin(), m_others.end(), is);
    return other == m_others.end() ? nullptr : other->data();
}

/// Or not wanted.
bool KioskGuard::isWhole(const QWidget &window) const
{
    constexpr Qt::WindowStates shapes = Qt::WindowMaximized | Qt::WindowFullScreen;
    if (!window.isVisible())
        return true;
    return !window.isMinimized() && (&window != &m_window || (window.windowState() & shapes) == Qt::WindowFullScreen);
}

bool KioskGuard::isTakenAway(const QWidget &window)
{
    const QWindow *handle = window.windowHandle();
    return handle && handle->isVisible() && !handle->isExposed();
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

void KioskGuard::restoreSoon(QWidget &window)
{
    if (m_restoring.contains(&window))
        return;
    m_restoring.insert(&window);
    m_clock.callAfter(std::chrono::milliseconds(restoreMs), this, [this, at = &window, kept = QPointer(&window)] {
        m_restoring.remove(at);
        if (kept && kept->isVisible() && (!isWhole(*kept) || isTakenAway(*kept)))
            restore(*kept);
    });
}

void KioskGuard::restore(QWidget &window)
{
    if (isTakenAway(window))
        window.setVisible(false); // it has to be put on the screen anew
    fill(window);
    window.raise();
    if (&window == &m_window)
        window.activateWindow();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/Hand.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QTest>
#include <QThread>
#include <QWindow>

void Hand::press(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    rest();
    down(key, modifiers, text);
    QTest::qWait(holdMs);
    up(key, modifiers, text);
}

void Hand::type(const QString &keys)
{
    for (const QChar key : keys)
        press(key.unicode(), Qt::NoModifier, key); // Qt::Key_0 and the like are their own characters
}

void Hand::typeWithNumLockOff(const QString &keys)
{
    constexpr int pad[] = {Qt::Key_Insert, Qt::Key_End,   Qt::Key_Down, Qt::Key_PageDown, Qt::Key_Left,
                           Qt::Key_Clear,  Qt::Key_Right, Qt::Key_Home, Qt::Key_Up,       Qt::Key_PageUp};
    for (const QChar key : keys)
        press(key == u'.' ? int(Qt::Key_Delete) : pad[key.digitValue()], Qt::KeypadModifier);
}

void Hand::scan(const QString &code)
{
    rest();
    qint64 atMs = m_clock.steadyMs();
    const auto strike = [&](int key, const QString &text) {
        while (m_clock.steadyMs() < atMs)
            QThread::msleep(1);
        send(QEvent::KeyPress, key, Qt::NoModifier, text, atMs);
        send(QEvent::KeyRelease, key, Qt::NoModifier, text, atMs);
        atMs += scanMs;
    };
    for (const QChar c : code)
        strike(c.unicode(), c);
    strike(Qt::Key_Return, QStringLiteral("\r"));
    m_lastMs = m_clock.steadyMs();
}

bool Hand::tap(const char *name)
{
    const QPoint where = middleOf(name);
    if (!where.isNull())
        QTest::mouseClick(m_window.windowHandle(), Qt::LeftButton, Qt::NoModifier, where);
    return !where.isNull();
}

bool Hand::tapTwice(const char *name, int apartMs)
{
    const QPoint where = middleOf(name);
    if (!tap(name))
        return false;
    QTest::qWait(apartMs);
    QTest::mouseClick(m_window.windowHandle(), Qt::LeftButton, Qt::NoModifier, where);
    return true;
}

void Hand::down(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    m_lastMs = m_clock.steadyMs();
    send(QEvent::KeyPress, key, modifiers, text, m_lastMs);
}

void Hand::up(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    send(QEvent::KeyRelease, key, modifiers, text, m_clock.steadyMs());
}

void Hand::rest()
{
    while (m_clock.steadyMs() - m_lastMs < paceMs)
        QTest::qWait(5);
}

void Hand::send(QEvent::Type type, int key, Qt::KeyboardModifiers modifiers, const QString &text, qint64 atMs)
{
    QKeyEvent event(type, key, modifiers, text);
    event.setTimestamp(quint64(atMs));
    QCoreApplication::sendEvent(m_window.windowHandle(), &event);
}

QPoint Hand::middleOf(const char *name) const
{
    for (const auto *widget : m_window.findChildren<QWidget *>(QLatin1String(name))) {
        if (widget->isVisible())
            return widget->mapTo(&m_window, widget->rect().center());
    }
    return {};
}

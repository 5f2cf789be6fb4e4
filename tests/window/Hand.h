// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"

#include <QEvent>
#include <QPoint>
#include <QWidget>

/// A cashier's hand at a window, and the scanner beside it. What it does comes to the window the way the platform
/// brings it, stamped with the moment it was done: a machine that is busy sees it late, never differently.
class Hand
{
public:
    static constexpr int paceMs = 90; ///< between keys; an Enter within 80 ms of a digit would be a scanner's
    static constexpr int holdMs = 20; ///< a key is down
    static constexpr int scanMs = 5; ///< between a scanner's characters

    Hand(QWidget &window, Clock &clock) : m_window(window), m_clock(clock) {}

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {});
    /// Digits, point and plus, at a hand's pace.
    void type(const QString &keys);
    /// The same on a number pad whose NumLock is off: Insert, End, Down…
    void typeWithNumLockOff(const QString &keys);
    /// What a scanner sends: the characters, 5 ms apart, and its Enter.
    void scan(const QString &code);
    /// On the middle of the visible widget of that name; false when there is none.
    bool tap(const char *name);
    /// Twice on the same place of the screen, whatever is there the second time.
    bool tapTwice(const char *name, int apartMs);

    /// A key goes down now, without any waiting, and up.
    void down(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {});
    void up(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {});
    /// Until the next key may come.
    void rest();

private:
    void send(QEvent::Type type, int key, Qt::KeyboardModifiers modifiers, const QString &text, qint64 atMs);
    QPoint middleOf(const char *name) const; ///< null when there is none

    QWidget &m_window;
    Clock &m_clock;
    qint64 m_lastMs = 0;
};

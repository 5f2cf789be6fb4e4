// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Keeps the second half of a double tap from acting on a screen that has just appeared (product.md, "Double taps"):
/// after any change of screen the pointer is ignored for 500 ms, and Enter until it has been let go.
/// Pure: times are milliseconds that only grow, handed in.
class HandGuard
{
public:
    static constexpr qint64 pointerMs = 500;

    void screenChanged(qint64 atMs)
    {
        m_changedMs = atMs;
        m_enterBlocked = m_enterDown;
    }
    bool allowsPointer(qint64 atMs) const { return m_changedMs < 0 || atMs - m_changedMs >= pointerMs; }

    /// True if this press may act. A repeated press of a held key never may.
    bool enterPressed(bool autoRepeat)
    {
        if (!autoRepeat && m_enterDown)
            m_enterBlocked = false; // its key-up went to another window
        m_enterDown = true;
        return !autoRepeat && !m_enterBlocked;
    }
    void enterReleased(bool autoRepeat)
    {
        if (!autoRepeat)
            m_enterDown = m_enterBlocked = false;
    }

private:
    qint64 m_changedMs = -1;
    bool m_enterDown = false;
    bool m_enterBlocked = false;
};

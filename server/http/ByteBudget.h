// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// What all connections together may hold of large things that are not whole yet. Small ones are not counted, so that
/// whoever uses it up is in nobody's way who sends a small one, as every payment is.
class ByteBudget
{
public:
    explicit ByteBudget(qint64 bytes) : m_left(bytes) {}

    bool take(qint64 bytes)
    {
        if (bytes > m_left)
            return false;
        m_left -= bytes;
        return true;
    }
    void giveBack(qint64 bytes) { m_left += bytes; }

private:
    qint64 m_left;
};

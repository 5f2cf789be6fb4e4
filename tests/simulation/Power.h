// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Whether a machine runs. Everything it does that could be seen from outside or be on a disk afterwards is a point;
/// a crash is planned as so many points from now, and at that one the machine stops. What its code goes on to do until
/// it is taken apart reaches nobody: no byte, no message.
class Power
{
public:
    /// Before something that counts. False: the machine has stopped, and it must not happen.
    bool point()
    {
        if (m_on && m_pointsLeft >= 0 && m_pointsLeft-- == 0)
            m_on = false;
        return m_on;
    }
    void cutAfter(qint64 points) { m_pointsLeft = points; }
    void cut() { m_on = false; }
    bool isOn() const { return m_on; }

private:
    bool m_on = true;
    qint64 m_pointsLeft = -1;
};

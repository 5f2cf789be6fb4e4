// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Six digits as they are typed. Keys that do not count are remembered all the same, so that a scanner's can be taken
/// back one by one.
class PinEntry
{
public:
    static constexpr qsizetype length = 6;
    static constexpr qsizetype keptSteps = 4; ///< how many keys can be taken back

    /// False for a key that does not count: no single digit, or one too many.
    bool type(const QString &key)
    {
        m_before.append(m_digits);
        if (m_before.size() > keptSteps)
            m_before.removeFirst();
        const bool counts = key.size() == 1 && key[0] >= u'0' && key[0] <= u'9' && !isFull();
        if (counts)
            m_digits += key;
        return counts;
    }
    void backspace() { m_digits.chop(1); }
    void clear() { *this = {}; }
    void takeBack(int keys)
    {
        for (; keys > 0 && !m_before.isEmpty(); --keys)
            m_digits = m_before.takeLast();
    }
    bool isFull() const { return m_digits.size() == length; }
    const QString &digits() const { return m_digits; }

private:
    QString m_digits;
    QStringList m_before; ///< newest last
};

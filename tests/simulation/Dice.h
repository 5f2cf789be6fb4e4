// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>
#include <cmath>
#include <random>

/// Chance from the one seed, a stream for each concern: what one of them draws does not shift what the others get.
class Dice
{
public:
    Dice(quint64 seed, QByteArrayView concern) : m_generator(mixed(seed, concern)) {}

    bool happens(double chance) { return double(m_generator() >> 11) * 0x1p-53 < chance; }
    /// Both ends included.
    qint64 between(qint64 from, qint64 to) { return from + qint64(m_generator() % quint64(to - from + 1)); }
    /// Mostly near the middle, now and then far above it, as people and networks take their time.
    qint64 around(qint64 middle)
    {
        const double even = double((m_generator() >> 11) + 1) * 0x1p-53;
        return qint64(double(middle) * std::min(8.0, -std::log(even) * 1.4427));
    }
    quint64 seed() { return m_generator(); }
    template <class List> auto &oneOf(List &list) { return list[size_t(between(0, qint64(std::size(list)) - 1))]; }

private:
    static quint64 mixed(quint64 seed, QByteArrayView concern)
    {
        quint64 state = seed + 0x9e3779b97f4a7c15;
        for (const char letter : concern)
            state = (state ^ quint64(uchar(letter))) * 0x100000001b3;
        state ^= state >> 31;
        return state * 0xbf58476d1ce4e5b9;
    }
    std::mt19937_64 m_generator;
};

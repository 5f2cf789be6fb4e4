// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Random.h"

#include <random>

/// The same bytes again for the same seed.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed = 1) : m_generator(seed) {}
    QByteArray bytes(qsizetype count) override
    {
        QByteArray drawn(count, Qt::Uninitialized);
        for (auto &byte : drawn)
            byte = char(m_generator() & 0xff);
        return drawn;
    }

private:
    std::mt19937_64 m_generator;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Randomness as it is handed in: from the operating system, or from a seed in tests.
class Random
{
public:
    static constexpr char lettersAndDigits[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    virtual ~Random() = default;
    virtual QByteArray bytes(qsizetype count) = 0;

    /// Text of the given alphabet (2 to 256 characters), each character equally likely.
    QByteArray text(qsizetype length, QByteArrayView alphabet);
    /// Lower-case letters and digits without the look-alikes i, l, o and u: five bits each (Crockford's base 32).
    QByteArray base32(qsizetype length);
};

/// The operating system's generator; unguessable.
class SystemRandom final : public Random
{
public:
    QByteArray bytes(qsizetype count) override;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Random.h"

#include <QRandomGenerator>

QByteArray Random::text(qsizetype length, QByteArrayView alphabet)
{
    const int size = int(alphabet.size());
    const int fair = 256 - 256 % size; // bytes from here on would favour the first characters
    QByteArray text;
    text.reserve(length);
    while (text.size() < length) {
        const QByteArray drawn = bytes(length - text.size());
        for (const char byte : drawn) {
            if (uchar(byte) < fair)
                text.append(alphabet[uchar(byte) % size]);
        }
    }
    return text;
}

QByteArray Random::base32(qsizetype length)
{
    return text(length, "0123456789abcdefghjkmnpqrstvwxyz");
}

QByteArray SystemRandom::bytes(qsizetype count)
{
    QByteArray drawn(count, Qt::Uninitialized);
    auto *generator = QRandomGenerator::system();
    for (qsizetype i = 0; i < count; ++i)
        drawn[i] = char(generator->generate() & 0xff);
    return drawn;
}

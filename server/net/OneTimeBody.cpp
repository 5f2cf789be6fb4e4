// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/OneTimeBody.h"

#include <cstring>

OneTimeBody::OneTimeBody(const QByteArray &bytes, QObject *parent) : QIODevice(parent), m_bytes(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneTimeBody::seek(qint64 position)
{
    return position == m_position && QIODevice::seek(position);
}

qint64 OneTimeBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = qMin(maxSize, m_bytes.size() - m_position);
    std::memcpy(data, m_bytes.constData() + m_position, size_t(count));
    m_position += count;
    return count;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/RelayedNotification.h"

#include <QCryptographicHash>

namespace {

QList<QByteArray> partsOf(const RelayedNotification &notification)
{
    return {notification.timestamp,     notification.nonce,       notification.signature, notification.serial,
            notification.signatureType, notification.contentType, notification.body};
}

} // namespace

qint64 RelayedNotification::bytes() const
{
    qint64 sum = 0;
    for (const auto &part : partsOf(*this))
        sum += part.size();
    return sum;
}

QByteArray RelayedNotification::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &part : partsOf(*this)) {
        hash.addData(QByteArray::number(part.size()) + ':'); // so that no byte can move from one part to the next
        hash.addData(part);
    }
    return hash.result().toHex();
}

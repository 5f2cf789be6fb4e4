// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>

class Random;

/// One thing that happened and that the merchant shall hear of.
struct NotifyEvent
{
    QString id;
    QString outTradeNo;
    QString url;
    QString eventType; ///< TRANSACTION.SUCCESS
    QString originalType; ///< transaction
    QString summary;
    QDateTime createdAt; ///< the simulator's time
    QJsonObject content; ///< what gets encrypted
};

namespace NotifyBody {

/// An id as the gateway's look: 36 characters.
QString newId(Random &random);
/// The notification's JSON (reference 3.1) with its content sealed under a fresh nonce (reference 3.3). With `tampered`
/// one bit of the ciphertext is wrong, which only the receiver's tag check can notice.
QByteArray sealed(const NotifyEvent &event, const QByteArray &apiV3Key, Random &random, bool tampered);

} // namespace NotifyBody

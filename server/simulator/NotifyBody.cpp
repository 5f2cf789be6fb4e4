// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/NotifyBody.h"

#include "server/crypto/AesGcm.h"
#include "server/domain/Random.h"
#include "server/simulator/BookOrder.h"

#include <QJsonDocument>

QString NotifyBody::newId(Random &random)
{
    QString id = QString::fromLatin1(random.bytes(16).toHex());
    for (const int dash : {8, 13, 18, 23})
        id.insert(dash, QLatin1Char('-'));
    return id;
}

QByteArray NotifyBody::sealed(const NotifyEvent &event, const QByteArray &apiV3Key, Random &random, bool tampered)
{
    constexpr char lettersAndDigits[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const auto cipher = AesGcm::withKey(apiV3Key);
    if (!cipher)
        return {}; // SimulatorKeys holds 32 bytes or does not exist
    const QByteArray nonce = random.text(12, QByteArrayView(lettersAndDigits));
    const QByteArray associated = event.originalType.toLatin1();
    QByteArray ciphertext =
        cipher->seal(QJsonDocument(event.content).toJson(QJsonDocument::Compact), nonce, associated);
    if (tampered)
        ciphertext[0] = char(ciphertext[0] ^ 1);
    const QJsonObject resource{{"original_type", event.originalType},
                               {"algorithm", "AEAD_AES_256_GCM"},
                               {"ciphertext", QString::fromLatin1(ciphertext.toBase64())},
                               {"associated_data", event.originalType},
                               {"nonce", QString::fromLatin1(nonce)}};
    return QJsonDocument(QJsonObject{{"id", event.id},
                                     {"create_time", gatewayTime(event.createdAt)},
                                     {"resource_type", "encrypt-resource"},
                                     {"event_type", event.eventType},
                                     {"summary", event.summary},
                                     {"resource", resource}})
        .toJson(QJsonDocument::Compact);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/NotifyBody.h"

#include "server/crypto/AesGcm.h"
#include "server/domain/Random.h"
#include "server/simulator/BookLine.h"

#include <QJsonDocument>

namespace {

QString refundInWords(RefundStatus outcome)
{
    switch (outcome) {
    case RefundStatus::Success:
        return QStringLiteral("退款成功");
    case RefundStatus::Closed:
        return QStringLiteral("退款关闭");
    default:
        return QStringLiteral("退款异常");
    }
}

} // namespace

QString NotifyBody::newId(Random &random)
{
    QString id = QString::fromLatin1(random.bytes(16).toHex());
    for (const int dash : {8, 13, 18, 23})
        id.insert(dash, QLatin1Char('-'));
    return id;
}

NotifyEvent NotifyBody::ofPayment(const BookOrder &paid, const QDateTime &now, Random &random)
{
    return {.id = newId(random),
            .outTradeNo = paid.outTradeNo,
            .url = paid.notifyUrl,
            .eventType = QStringLiteral("TRANSACTION.SUCCESS"),
            .originalType = QStringLiteral("transaction"),
            .summary = QStringLiteral("支付成功"),
            .createdAt = now,
            .content = paid.transaction(paid.state, true),
            .transactionId = paid.transactionId};
}

NotifyEvent NotifyBody::ofRefund(const BookRefund &ended, const BookOrder &order, const QDateTime &now, Random &random)
{
    return {.id = newId(random),
            .outTradeNo = ended.outTradeNo,
            .url = ended.notifyUrl,
            .eventType = QStringLiteral("REFUND.") + toText(ended.outcome),
            .originalType = QStringLiteral("refund"),
            .summary = refundInWords(ended.outcome),
            .createdAt = now,
            .content = ended.notification(order),
            .transactionId = ended.transactionId,
            .outRefundNo = ended.outRefundNo};
}

QByteArray NotifyBody::sealed(const NotifyEvent &event, const QByteArray &apiV3Key, Random &random, bool tampered)
{
    const auto cipher = AesGcm::withKey(apiV3Key);
    if (!cipher)
        return {}; // SimulatorKeys holds 32 bytes or does not exist
    const QByteArray nonce = random.text(12, QByteArrayView(Random::lettersAndDigits));
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

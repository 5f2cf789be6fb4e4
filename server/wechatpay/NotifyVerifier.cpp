// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/NotifyVerifier.h"

#include "server/domain/Json.h"
#include "server/wechatpay/MerchantProfile.h"
#include "server/wechatpay/SealedResource.h"

#include <QRegularExpression>

namespace {

constexpr qsizetype longestId = 64;

Error brokenNotification(const QString &what)
{
    return {ErrorCode::InvalidInput, QStringLiteral("the notification is broken: %1").arg(what)};
}

bool isEventType(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9A-Za-z._]{1,64}\\z"));
    return pattern.match(text).hasMatch();
}

/// "transaction" or "refund" for the event types we know; empty for others.
QString originalTypeOf(const QString &eventType)
{
    if (eventType == QLatin1String("TRANSACTION.SUCCESS"))
        return QStringLiteral("transaction");
    const bool refund = eventType == QLatin1String("REFUND.SUCCESS") || eventType == QLatin1String("REFUND.ABNORMAL")
                        || eventType == QLatin1String("REFUND.CLOSED");
    return refund ? QStringLiteral("refund") : QString();
}

} // namespace

NotifyVerifier::NotifyVerifier(const MerchantProfile &profile, const SignatureVerifier &verifier)
    : m_verifier(verifier), m_cipher(profile.apiV3Cipher()), m_events(profile)
{
}

Result<Notification> NotifyVerifier::verify(const HttpHeaders &headers, const QByteArray &body)
{
    if (body.size() > maxBodyBytes)
        return brokenNotification(QStringLiteral("it is too long"));
    return read(m_verifier.check(headers, body), body);
}

Result<Notification> NotifyVerifier::read(Verdict verdict, const QByteArray &body)
{
    m_counts.add(verdict);
    if (verdict != Verdict::Valid)
        return Error{ErrorCode::Unverified, QStringLiteral("the notification was refused: %1").arg(describe(verdict))};
    if (body.size() > maxBodyBytes)
        return brokenNotification(QStringLiteral("it is too long"));
    return open(body);
}

Result<Notification> NotifyVerifier::open(const QByteArray &body) const
{
    const auto envelope = Json::parseObject(body);
    if (!envelope)
        return brokenNotification(QStringLiteral("no JSON object"));
    const QString eventType = (*envelope)[QLatin1String("event_type")].toString();
    if (!isEventType(eventType))
        return brokenNotification(QStringLiteral("no event type"));
    Notification notification{.id = (*envelope)[QLatin1String("id")].toString().left(longestId),
                              .content = UnknownEvent{eventType}};
    const QString originalType = originalTypeOf(eventType);
    if (originalType.isEmpty())
        return notification;

    if ((*envelope)[QLatin1String("resource_type")].toString() != QLatin1String("encrypt-resource"))
        return brokenNotification(QStringLiteral("another resource type"));
    const QJsonObject resource = (*envelope)[QLatin1String("resource")].toObject();
    const QJsonValue named = resource[QLatin1String("original_type")];
    if (!named.isUndefined() && named.toString() != originalType)
        return brokenNotification(QStringLiteral("event and content are of two kinds"));
    const auto plain = openSealedResource(resource, m_cipher);
    if (!plain)
        return plain.error();
    const auto content = Json::parseObject(*plain);
    if (!content)
        return brokenNotification(QStringLiteral("its content is no JSON object"));

    if (originalType == QLatin1String("refund")) {
        const auto refund = m_events.refund(*content, Witness::Notify);
        if (!refund)
            return refund.error();
        notification.content = *refund;
        return notification;
    }
    const auto payment = m_events.payment(*content, Witness::Notify);
    if (!payment)
        return payment.error();
    notification.content = *payment;
    return notification;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

/// What the gateway has to say, before it is signed and sent.
struct GatewayReply
{
    int status = 200;
    QByteArray body; ///< JSON; empty for 204
    qint64 internalNumber = 0; ///< the end of Request-ID (reference 8.2); 0 is success

    bool lost = false; ///< the work is done, but the answer never arrives
    QByteArray contentType = "application/json; charset=utf-8"; ///< where there is a body
    bool isSigned = true; ///< a bill's file is not (reference 6.3)

    static GatewayReply ok(const QJsonObject &object);
    static GatewayReply done() { return {.status = 204}; }
    /// Reference 8.1. An empty detail is left out.
    static GatewayReply refusal(int status, const QString &code, const QString &message, qint64 internalNumber,
                                const QJsonObject &detail = {});
    /// PARAM_ERROR naming one field: a JSON pointer in the body, or a name in the query or the path ("url").
    static GatewayReply badField(const QString &field, const QString &value, const QString &issue,
                                 const QString &location);
};

/// Reference 8.2: numbers that help in diagnosis only.
namespace InternalNumber {
constexpr qint64 badParameter = 268435461;
constexpr qint64 signature = 268443699;
constexpr qint64 appidMchid = 268445527;
constexpr qint64 tooFrequent = 268447840;
constexpr qint64 foreignOrder = 268447843;
constexpr qint64 orderExpired = 268447914;
constexpr qint64 alreadyPaidOnClose = 268449538;
constexpr qint64 alreadyPaid = 268498689;
constexpr qint64 otherParameters = 268498688;
constexpr qint64 noSuchOrder = 268512771;
constexpr qint64 unknownField = 270924358;
constexpr qint64 trouble = 268435456; ///< ours: anything the list has no number for
} // namespace InternalNumber

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/ApiFault.h"

#include "server/domain/Json.h"
#include "server/net/HttpTransport.h"

#include <QRegularExpression>
#include <array>

namespace {

struct KnownCode
{
    const char *code; // without underscores: some codes come in both spellings
    ErrorCode meaning;
};

constexpr std::array knownCodes{KnownCode{"ORDERPAID", ErrorCode::OrderPaid},
                                KnownCode{"ORDERCLOSED", ErrorCode::OrderClosed},
                                KnownCode{"ORDERNOTEXIST", ErrorCode::NotFound},
                                KnownCode{"RESOURCENOTEXISTS", ErrorCode::NotFound},
                                KnownCode{"OUTTRADENOUSED", ErrorCode::Conflict},
                                KnownCode{"201", ErrorCode::Conflict},
                                KnownCode{"FREQUENCYLIMITED", ErrorCode::RateLimited},
                                KnownCode{"RATELIMITEXCEEDED", ErrorCode::RateLimited},
                                KnownCode{"FREQUENCYLIMITEXCEED", ErrorCode::RateLimited},
                                KnownCode{"SYSTEMERROR", ErrorCode::Unknown},
                                KnownCode{"BANKERROR", ErrorCode::Unknown},
                                KnownCode{"STATEMENTCREATING", ErrorCode::ProviderUnavailable},
                                KnownCode{"NOSTATEMENTEXIST", ErrorCode::NotFound},
                                KnownCode{"SERVICEUNAVAILABLE", ErrorCode::ProviderUnavailable},
                                KnownCode{"INVALIDTRANSACTIONID", ErrorCode::ProviderRefused},
                                KnownCode{"OPENIDMISMATCH", ErrorCode::ProviderRefused}};

ErrorCode meaningOfStatus(int status)
{
    if (status == 429)
        return ErrorCode::RateLimited;
    if (status == 502 || status == 503)
        return ErrorCode::ProviderUnavailable;
    return status >= 400 && status < 500 ? ErrorCode::ProviderRefused : ErrorCode::Unknown;
}

/// INVALID_REQUEST has many meanings; these three texts are the only ones that are told apart (reference 2.2, 2.5).
ErrorCode meaningOfInvalidRequest(const QString &text)
{
    if (text.contains(QStringLiteral("重入")) || text.contains(QStringLiteral("订单号重复")))
        return ErrorCode::Conflict;
    if (text.contains(QStringLiteral("已支付")))
        return ErrorCode::OrderPaid;
    return text.contains(QStringLiteral("已关闭")) ? ErrorCode::OrderClosed : ErrorCode::ProviderRefused;
}

ErrorCode meaningOf(int status, const QString &code, const QString &text)
{
    const QString plain = QString(code).remove(u'_');
    if (plain == QLatin1String("INVALIDREQUEST"))
        return meaningOfInvalidRequest(text);
    for (const KnownCode &known : knownCodes) {
        if (plain == QLatin1String(known.code))
            return known.meaning;
    }
    return meaningOfStatus(status);
}

/// The text if it is nothing but an identifier: it goes into logs and to support, so nothing else may slip in.
QString identifier(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9A-Za-z_-]{1,80}\\z"));
    return pattern.match(text).hasMatch() ? text : QString();
}

} // namespace

ApiFault ApiFault::of(const HttpAnswer &answer)
{
    const auto json = Json::parseObject(answer.body);
    const QString code = json ? identifier((*json)[QLatin1String("code")].toString()) : QString();
    const QString text = json ? (*json)[QLatin1String("message")].toString() : QString();
    const QString requestId = identifier(QString::fromLatin1(answer.headers.value("Request-ID")));

    QString message = code.isEmpty() ? QString() : code + QStringLiteral(": ");
    message += QStringLiteral("the provider answered HTTP %1").arg(answer.status);
    if (!requestId.isEmpty())
        message += QStringLiteral(" (request %1)").arg(requestId);
    const ErrorCode meaning = meaningOf(answer.status, code, text);
    const bool busyOrBroken = answer.status == 429 || answer.status >= 500;
    return {.error = {meaning, message},
            .mayRetry = busyOrBroken && meaning != ErrorCode::ProviderRefused,
            .mayHaveHappened = meaning == ErrorCode::Unknown};
}

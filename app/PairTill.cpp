// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PairTill.h"

QFuture<Result<QString>> PairTill::pair(const QString &code, const QString &name)
{
    return m_http
        .send({.method = "POST", .path = QStringLiteral("/api/v1/terminals"), .body = {{"code", code}, {"name", name}}})
        .then(this, [this](const Result<ServerHttp::Answer> &answer) { return keep(answer); });
}

void PairTill::pair(const QString &code, const QString &name, std::function<void(const Result<QString> &)> paired)
{
    pair(code, name).then(this, std::move(paired));
}

Result<QString> PairTill::keep(const Result<ServerHttp::Answer> &answer) const
{
    if (!answer)
        return Error{answer.error().code, QStringLiteral("the server cannot be reached, or shows another certificate")};
    if (answer->status == 403)
        return Error{ErrorCode::Forbidden, QStringLiteral("no till is paired with this code; have a new one shown")};
    if (answer->status != 201)
        return answer->error();
    const auto json = answer->json();
    const PairedServer paired{m_place, json["token"].toString().toLatin1()};
    if (paired.token.isEmpty())
        return ServerHttp::unreadable();
    const auto practice = json["training"];
    if (const auto kept = m_keep(paired, practice.isBool() ? std::optional(practice.toBool()) : std::nullopt); !kept)
        return kept.error();
    return json["terminal"].toString();
}

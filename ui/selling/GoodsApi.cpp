// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selling/GoodsApi.h"

#include <QCoreApplication>
#include <QJsonArray>

GoodsApi::GoodsApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent)
    : GoodsDesk(parent), m_http(server, terminalToken)
{
    connect(&m_http, &ServerHttp::sessionRefused, this, &GoodsApi::sessionRefused);
}

QFuture<Result<GoodsDesk::List>> GoodsApi::goods(qint64 version)
{
    QUrlQuery query;
    if (version > 0)
        query.addQueryItem(QStringLiteral("version"), QString::number(version));
    ServerHttp::Call call{.method = "GET", .path = QStringLiteral("/api/v1/goods"), .query = query};
    call.timeoutMs = timeoutMs;
    call.maxBytes = mostAnswerBytes;
    // The context is the application: Qt 6.4 asserts that it lives when the answer comes, and we may not.
    return m_http.send(call).then(qApp, [version](const Result<ServerHttp::Answer> &answer) -> Result<List> {
        if (!answer)
            return answer.error();
        if (answer->status == 304)
            return List{false, version, {}};
        if (answer->status != 200)
            return answer->error();
        return listFrom(answer->json());
    });
}

QFuture<Result<QByteArray>> GoodsApi::sheet()
{
    ServerHttp::Call call{.method = "GET", .path = QStringLiteral("/api/v1/goods.csv")};
    call.timeoutMs = timeoutMs;
    call.maxBytes = mostAnswerBytes;
    return m_http.send(call).then(qApp, [](const Result<ServerHttp::Answer> &answer) -> Result<QByteArray> {
        if (!answer)
            return answer.error();
        if (answer->status != 200)
            return answer->error();
        return answer->body;
    });
}

QFuture<Result<GoodsSheetDesk::Taken>> GoodsApi::replace(const QByteArray &csv, const QByteArray &session)
{
    ServerHttp::Call call{.method = "POST", .path = QStringLiteral("/api/v1/goods.csv")};
    call.session = session.isEmpty() ? m_session : session;
    call.file = csv;
    call.fileType = "text/csv";
    call.timeoutMs = timeoutMs;
    return m_http.send(call).then(qApp, [](const Result<ServerHttp::Answer> &answer) -> Result<Taken> {
        if (!answer)
            return answer.error();
        const QJsonObject json = answer->json();
        if (answer->status == 200)
            return Taken{qsizetype(json["count"].toInteger())};
        Taken taken;
        for (const auto &each : json["lines"].toArray()) {
            const QJsonObject line = each.toObject();
            taken.wrong.append({line["line"].toInt(), line["message"].toString().left(200)});
        }
        if (answer->status != 400 || taken.wrong.isEmpty())
            return answer->error();
        return taken;
    });
}

Result<GoodsDesk::List> GoodsApi::listFrom(const QJsonObject &json)
{
    const QJsonArray rows = json["goods"].toArray();
    const qint64 version = json["version"].toInteger(-1);
    if (!json["goods"].isArray() || rows.size() > mostGoods || version < 0)
        return ServerHttp::unreadable();
    List list{true, version, {}};
    list.goods.reserve(rows.size());
    for (const auto &row : rows) {
        const auto goods = ShelfGoods::fromJson(row.toObject());
        if (!goods)
            return ServerHttp::unreadable();
        list.goods.append(*goods);
    }
    return list;
}

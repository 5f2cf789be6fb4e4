// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/GoodsRoutes.h"

#include "server/domain/GoodsCsv.h"
#include "server/domain/GoodsJson.h"
#include "server/routes/Operators.h"
#include "server/routes/Replies.h"
#include "server/routes/TerminalCall.h"
#include "server/store/GoodsStore.h"

#include <QJsonArray>

namespace {

HttpReply goodsReply(const Result<std::optional<GoodsList>> &found)
{
    if (!found)
        return Replies::error(found.error());
    return *found ? HttpReply::json(200, Json::fromGoodsList(**found)) : HttpReply{304, {}, {}};
}

HttpReply file(const Result<std::optional<GoodsList>> &found)
{
    if (!found)
        return Replies::error(found.error());
    auto reply = HttpReply::text(200, "text/csv; charset=utf-8", GoodsCsv::write((*found)->goods));
    reply.headers.add("Content-Disposition", "attachment; filename=\"goods.csv\"");
    return reply;
}

HttpReply put(const Result<GoodsStore::Put> &done, const Goods &goods)
{
    if (!done)
        return Replies::error(done.error());
    switch (*done) {
    case GoodsStore::Put::BarcodeUsed:
        return Replies::refusal(409, "BARCODE_USED", QStringLiteral("other goods have this barcode"));
    case GoodsStore::Put::TooMany:
        return Replies::refusal(409, "GOODS_TOO_MANY", QStringLiteral("a shop has at most 10000 goods"));
    case GoodsStore::Put::Added:
    case GoodsStore::Put::Changed:
        break;
    }
    return HttpReply::json(*done == GoodsStore::Put::Added ? 201 : 200, Json::fromGoods(goods));
}

HttpReply removed(const Result<bool> &done)
{
    if (!done)
        return Replies::error(done.error());
    return *done ? HttpReply{204, {}, {}}
                 : Replies::refusal(404, "GOODS_NOT_EXIST", QStringLiteral("there are no goods of this code"));
}

/// Every wrong line at once, so that nobody mends a file line by line.
HttpReply wrongLines(const QList<GoodsCsv::WrongLine> &wrong)
{
    QJsonArray lines;
    QStringList sentences;
    for (const auto &[line, message] : wrong) {
        lines.append(QJsonObject{{"line", line}, {"message", message}});
        sentences << QStringLiteral("line %1: %2").arg(line).arg(message);
    }
    return HttpReply::json(
        400, {{"code", "PARAM_ERROR"}, {"message", sentences.join(QStringLiteral("; "))}, {"lines", lines}});
}

bool hasCsvBody(const HttpRequest &request)
{
    return request.headers.value("Content-Type").toLower().split(';').first().trimmed() == "text/csv";
}

/// The whole goods, whose code the path says.
Result<Goods> readGoods(QJsonObject body, const QString &code)
{
    if (body.contains("code") && body["code"] != code)
        return Error{ErrorCode::InvalidInput, QStringLiteral("code is another than the path's")};
    body["code"] = code;
    return Json::toGoods(body);
}

Result<std::optional<qint64>> readVersion(const QUrlQuery &query)
{
    if (!query.hasQueryItem("version"))
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 version = query.queryItemValue("version").toLongLong(&isNumber);
    if (!isNumber || version < 0)
        return Error{ErrorCode::InvalidInput, QStringLiteral("version must be a whole number")};
    return std::optional<qint64>(version);
}

} // namespace

void GoodsRoutes::addTo(HttpListener &http) const
{
    auto &who = operators;
    auto &store = goods;
    auto &later = context;
    http.route("GET", "/api/v1/goods", TerminalCall::guarded(guard, [&store, &later](const HttpRequest &request) {
                   const auto known = readVersion(request.query);
                   if (!known)
                       return ready(Replies::error(known.error()));
                   return store.list(*known).then(&later, &goodsReply);
               }));
    http.route("GET", "/api/v1/goods.csv", TerminalCall::guarded(guard, [&store, &later](const HttpRequest &) {
                   return store.list().then(&later, &file);
               }));
    const auto change = [&who, &store, &later](const HttpRequest &request, const QJsonObject &body) {
        const auto code = request.captures.first();
        return who.atLeast(Role::Supervisor, request, [&store, &later, body, code](const Operator &) {
            const auto wanted = readGoods(body, code);
            if (!wanted)
                return ready(Replies::error(wanted.error()));
            return store.put(*wanted).then(
                &later, [goods = *wanted](const Result<GoodsStore::Put> &done) { return put(done, goods); });
        });
    };
    http.route("PUT", "/api/v1/goods/<arg>",
               TerminalCall::guardedJson(guard, {"code", "barcode", "name", "price", "category", "position", "on_sale"},
                                         change));
    http.route("DELETE", "/api/v1/goods/<arg>",
               TerminalCall::guarded(guard, [&who, &store, &later](const HttpRequest &request) {
                   const auto code = request.captures.first();
                   return who.atLeast(Role::Supervisor, request, [&store, &later, code](const Operator &) {
                       return store.remove(code).then(&later, &removed);
                   });
               }));
    http.route(
        "POST", "/api/v1/goods.csv", TerminalCall::guarded(guard, [&who, &store, &later](const HttpRequest &request) {
            if (!hasCsvBody(request))
                return ready(
                    Replies::refusal(415, "UNSUPPORTED_MEDIA_TYPE", QStringLiteral("the body must be text/csv")));
            return who.atLeast(Role::Supervisor, request, [&store, &later, bytes = request.body](const Operator &) {
                const auto sheet = GoodsCsv::read(bytes);
                if (!sheet.wrong.isEmpty())
                    return ready(wrongLines(sheet.wrong));
                return store.replaceAll(sheet.goods)
                    .then(&later, [count = sheet.goods.size()](const Result<qint64> &version) {
                        return version ? HttpReply::json(200, {{"count", count}, {"version", *version}})
                                       : Replies::error(version.error());
                    });
            });
        }));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/HistoryApi.h"

#include "server/domain/Json.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace {

using Answer = ServerHttp::Answer;

/// It was answered, and we cannot read how.
QString orderPath(const OutTradeNo &number, const QString &what = {})
{
    return QStringLiteral("/api/v1/orders/") + ServerHttp::encoded(number.text()) + what;
}

QUrlQuery queryOf(const OrderSearch &search, int limit, const QString &cursor)
{
    QUrlQuery query{{QStringLiteral("limit"), QString::number(limit)}};
    const auto add = [&query](const char *name, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(QLatin1String(name), ServerHttp::encoded(value));
    };
    add("q", search.number);
    add("amount", search.amount ? QString::number(search.amount->fen()) : QString());
    add("from", Json::fromTime(search.from).toString());
    add("to", Json::fromTime(search.to).toString());
    add("state", search.state ? toText(*search.state) : QString());
    add("case", search.odd ? QStringLiteral("open") : QString());
    add("tender", search.tender ? toText(*search.tender) : QString());
    add("cursor", cursor);
    return query;
}

Result<HistoryDesk::Page> pageFrom(const Result<Answer> &answer)
{
    if (!answer)
        return answer.error();
    if (answer->status != 200)
        return answer->error();
    const QJsonObject json = answer->json();
    const QJsonArray rows = json["orders"].toArray();
    if (!json["orders"].isArray() || rows.size() > HistoryDesk::mostInPage)
        return ServerHttp::unreadable();
    HistoryDesk::Page page{.orders = {}, .next = json["next_cursor"].toString()};
    page.orders.reserve(rows.size());
    for (const auto &row : rows) {
        const auto order = Json::toOrder(row.toObject());
        if (!order)
            return ServerHttp::unreadable();
        page.orders.append(*order);
    }
    return page;
}

std::optional<CheckView::Verdict> verdictFrom(const QString &text)
{
    using Verdict = CheckView::Verdict;
    static const QHash<QString, Verdict> verdicts{{QStringLiteral("this"), Verdict::This},
                                                  {QStringLiteral("another"), Verdict::Another},
                                                  {QStringLiteral("another_day"), Verdict::AnotherDay},
                                                  {QStringLiteral("unpaid"), Verdict::Unpaid},
                                                  {QStringLiteral("none"), Verdict::None},
                                                  {QStringLiteral("unknown"), Verdict::Unknown}};
    const auto found = verdicts.constFind(text);
    return found == verdicts.constEnd() ? std::nullopt : std::optional(*found);
}

Result<HistoryDesk::Check> checkFrom(const Result<Answer> &answer)
{
    if (!answer)
        return answer.error();
    if (answer->status != 200)
        return answer->error();
    const QJsonObject json = answer->json();
    const auto verdict = verdictFrom(json["verdict"].toString());
    if (!verdict)
        return ServerHttp::unreadable();
    HistoryDesk::Check check{.verdict = *verdict, .order = {}, .paidAt = Json::toTime(json["paid_at"])};
    if (json["order"].isObject()) {
        const auto order = Json::toOrder(json["order"].toObject());
        if (!order)
            return ServerHttp::unreadable();
        check.order = *order;
    }
    return check;
}

} // namespace

HistoryApi::HistoryApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent)
    : HistoryDesk(parent), m_http(server, terminalToken)
{
    connect(&m_http, &ServerHttp::sessionRefused, this, &HistoryApi::sessionRefused);
}

// The context of each .then is the application: Qt 6.4 asserts that it lives when the answer comes, and we may not.

QFuture<Result<HistoryDesk::Page>> HistoryApi::orders(const OrderSearch &search, int limit, const QString &cursor)
{
    return get(QStringLiteral("/api/v1/orders"), queryOf(search, limit, cursor)).then(qApp, &pageFrom);
}

QFuture<Result<Order>> HistoryApi::order(const OutTradeNo &number)
{
    return get(orderPath(number)).then(qApp, [](const Result<Answer> &answer) -> Result<Order> {
        if (!answer)
            return answer.error();
        if (answer->status != 200)
            return answer->error();
        const auto order = Json::toOrder(answer->json());
        return order ? order : Result<Order>(ServerHttp::unreadable());
    });
}

QFuture<Result<QJsonObject>> HistoryApi::timeline(const OutTradeNo &number)
{
    return get(orderPath(number, QStringLiteral("/timeline")))
        .then(qApp, [](const Result<Answer> &answer) -> Result<QJsonObject> {
            if (!answer)
                return answer.error();
            const QJsonObject json = answer->json();
            if (answer->status != 200 || !json["marks"].isArray())
                return answer->error();
            return json;
        });
}

QFuture<Result<HistoryDesk::Check>> HistoryApi::check(const QString &number, const QString &meant)
{
    QJsonObject body{{"number", number}};
    if (!meant.isEmpty())
        body["out_trade_no"] = meant;
    return m_http.send({.method = "POST", .path = QStringLiteral("/api/v1/checks"), .body = body, .session = m_session})
        .then(qApp, &checkFrom);
}

QFuture<Result<Answer>> HistoryApi::get(const QString &path, const QUrlQuery &query)
{
    return m_http.send({.method = "GET", .path = path, .query = query, .session = m_session});
}

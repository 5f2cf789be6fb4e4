// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/PayPage.h"

#include "server/checkout/Checkout.h"
#include "server/http/HttpListener.h"
#include "server/push/WatchTokens.h"
#include "server/routes/PayPageTexts.h"
#include "server/routes/Replies.h"
#include "server/web/HtmlPage.h"
#include "server/web/OnlyLooks.h"
#include "server/web/QrSvg.h"

namespace {

constexpr qint64 usualFen = 1234;
constexpr qsizetype longAmount = 8; // characters of "1,234.56" and more need smaller ones on 320 pixels

/// What a visit shows; the page's script goes on from there.
struct View
{
    QString state; ///< data-state
    QString sentence;
    bool hasCode = false;
};

View viewOf(const Order &order, qint64 leftMs, const PayPageTexts &texts)
{
    if (order.isPaid())
        return {"paid", texts.paid()};
    if (order.isFinal())
        return {"closed", texts.closed()};
    if (leftMs == 0)
        return {"closed", texts.expired()};
    if (order.closing)
        return {"waiting", texts.closing()};
    if (order.codeUrl.isEmpty())
        return {"waiting", texts.creating()};
    return {"waiting", texts.waiting(), true};
}

QString minutesAndSeconds(qint64 ms)
{
    const qint64 seconds = (ms + 999) / 1000;
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

HtmlPage::Values words(const PayPageTexts &texts)
{
    return {{"lang", texts.lang()},       {"title", texts.title()},     {"badge", texts.badge()},
            {"due_label", texts.due()},   {"tail_label", texts.tail()}, {"left_label", texts.left()},
            {"waiting", texts.waiting()}, {"paid", texts.paid()},       {"closed", texts.closed()},
            {"expired", texts.expired()}, {"trouble", texts.trouble()}, {"hint", texts.hint()},
            {"mock", texts.mock()},       {"another", texts.another()}, {"no_script", texts.noScript()}};
}

HttpReply pageOf(const HtmlPage &page, const Order &order, const QString &token, qint64 nowMs,
                 const PayPageTexts &texts)
{
    const qint64 leftMs = qMax<qint64>(0, order.expiresAt.toMSecsSinceEpoch() - nowMs);
    const View view = viewOf(order, leftMs, texts);
    const QString yuan = order.total.yuanGrouped();
    auto values = words(texts);
    values.insert(
        {{"number", order.outTradeNo.text()},
         {"token", token},
         {"fen", QString::number(order.total.fen())},
         {"yuan", yuan},
         {"amount_class", yuan.size() >= longAmount ? QStringLiteral("amount long") : QStringLiteral("amount")},
         {"tail", order.outTradeNo.tail()},
         {"seq", QString::number(order.seq)},
         {"left_ms", QString::number(leftMs)},
         {"left", minutesAndSeconds(leftMs)},
         {"state", view.state},
         {"sentence", view.sentence}});
    return page.reply(200, values, {{"qr", view.hasCode ? qrSvg(order.codeUrl) : QString()}});
}

Result<Money> amountIn(const QUrlQuery &query)
{
    if (!query.hasQueryItem("amount"))
        return Money::fromFen(usualFen);
    bool isNumber = false;
    const auto money = Money::fromFen(query.queryItemValue("amount").toLongLong(&isNumber));
    if (!isNumber || !money || money->isZero())
        return Error{ErrorCode::InvalidInput, QStringLiteral("amount must be a whole number of fen, 1 or more")};
    return money;
}

/// A new order, or the one that the address names.
QFuture<Result<Order>> orderFor(const PayPage &page, const HttpRequest &request, const PayPageTexts &texts)
{
    if (request.query.hasQueryItem("outTradeNo")) {
        const auto number = OutTradeNo::parse(request.query.queryItemValue("outTradeNo", QUrl::FullyDecoded));
        return number ? page.checkout.order(*number) : ready(Result<Order>(number.error()));
    }
    const auto amount = amountIn(request.query);
    if (!amount)
        return ready(Result<Order>(amount.error()));
    const auto place = QStringLiteral("pay-page");
    return page.checkout
        .place({.number = OutTradeNo::make(page.clock, page.random),
                .total = *amount,
                .description = texts.goods(),
                .sale = {},
                .terminal = place,
                .operatorId = place})
        .then(&page.checkout, [](const Result<Checkout::Placed> &placed) {
            return placed ? Result<Order>(placed->order) : Result<Order>(placed.error());
        });
}

} // namespace

void PayPage::addTo(HttpListener &http) const
{
    const auto page = std::make_shared<const HtmlPage>(
        QStringLiteral(":/web/pay/pay.html"), QStringLiteral(":/web/pay/pay.css"), QStringLiteral(":/web/pay/pay.js"));
    http.route("GET", "/index/pay", [page, parts = *this](const HttpRequest &request) {
        if (onlyLooks(request))
            return ready(HttpReply{204, {}, {}});
        const PayPageTexts texts(pageLanguage(request.headers.value("Accept-Language")));
        return orderFor(parts, request, texts).then(&parts.checkout, [page, parts, texts](const Result<Order> &order) {
            if (!order)
                return Replies::error(order.error());
            return pageOf(*page, *order, parts.tokens.tokenFor(order->outTradeNo), parts.clock.nowMs(), texts);
        });
    });
}

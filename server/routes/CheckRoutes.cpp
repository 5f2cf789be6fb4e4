// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/CheckRoutes.h"

#include "server/checkout/PaymentChecks.h"
#include "server/routes/Replies.h"
#include "server/routes/TerminalCall.h"

namespace {

Result<ShownNumber> readShown(const QJsonObject &body)
{
    const auto number = PaymentChecks::readNumber(body["number"].toString());
    if (!number)
        return number.error();
    ShownNumber shown{.text = *number};
    if (body.contains("out_trade_no")) {
        const auto onScreen = OutTradeNo::parse(body["out_trade_no"].toString());
        if (!onScreen)
            return onScreen.error();
        shown.onScreen = *onScreen;
    }
    return shown;
}

HttpReply judged(const Result<PaymentCheck> &check)
{
    return check ? HttpReply::json(200, Json::fromCheck(*check)) : Replies::error(check.error());
}

} // namespace

void CheckRoutes::addTo(HttpListener &http) const
{
    http.route("POST", "/api/v1/checks",
               TerminalCall::guardedJson(
                   guard, {"number", "out_trade_no"}, [&desk = checks](const HttpRequest &, const QJsonObject &body) {
                       const auto shown = readShown(body);
                       return shown ? desk.check(*shown).then(&desk, &judged) : ready(Replies::error(shown.error()));
                   }));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/TrainingRoutes.h"

#include "server/checkout/Checkout.h"
#include "server/http/HttpListener.h"
#include "server/net/HttpTransport.h"
#include "server/push/Watchers.h"
#include "server/routes/Replies.h"
#include "server/web/OnlyLooks.h"

#include <QJsonDocument>

namespace {

HttpReply done()
{
    return HttpReply::text(200, "text/html; charset=utf-8", "支付成功");
}

/// The customer pays in the simulator, which then notifies us like WeChat Pay does. That it was paid already is no
/// fault: the mock button may be pressed twice.
HttpReply answered(const Result<HttpAnswer> &answer, const Order &order)
{
    if (!answer)
        return Replies::error(answer.error());
    if (answer->status == 200 || order.isPaid())
        return done();
    return Replies::error({ErrorCode::OrderClosed, {}});
}

} // namespace

void TrainingRoutes::addTo(HttpListener &http) const
{
    const auto pay = [&transport = transport, simulator = simulator](const OutTradeNo &number) {
        HttpCall call{.method = "POST", .url = simulator.resolved(QUrl("/sim/pay")), .headers = {}, .body = {}};
        call.headers.set("Content-Type", "application/json");
        call.body = QJsonDocument(QJsonObject{{"out_trade_no", number.text()}}).toJson(QJsonDocument::Compact);
        return transport.send(call);
    };
    http.route("GET", "/index/notice", [pay, &desk = checkout, &watchers = watchers](const HttpRequest &request) {
        if (onlyLooks(request))
            return ready(HttpReply{204, {}, {}});
        const auto key = WatchKey::parse(request.query.queryItemValue("outTradeNo", QUrl::FullyDecoded));
        if (!key)
            return ready(Replies::error(key.error()));
        const auto nudge = [&watchers, key = *key] {
            watchers.nudge(key);
            return ready(done());
        };
        const auto number = OutTradeNo::parse(key->text());
        if (!number)
            return nudge();
        return desk.order(*number)
            .then(&desk,
                  [pay, nudge, &desk](const Result<Order> &order) {
                      if (!order)
                          return order.error().code == ErrorCode::NotFound ? nudge()
                                                                           : ready(Replies::error(order.error()));
                      return pay(order->outTradeNo).then(&desk, [order = *order](const Result<HttpAnswer> &answer) {
                          return answered(answer, order);
                      });
                  })
            .unwrap();
    });
}

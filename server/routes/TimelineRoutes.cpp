// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/TimelineRoutes.h"

#include "server/checkout/Checkout.h"
#include "server/checkout/FlightRecorder.h"
#include "server/checkout/Timeline.h"
#include "server/routes/MarkReader.h"
#include "server/routes/Replies.h"
#include "server/routes/TerminalCall.h"

namespace {

QFuture<HttpReply> timelineOf(const OutTradeNo &number, Checkout &desk, MarkStore &marks)
{
    return desk.history(number, 0)
        .then(&desk,
              [&desk, &marks, number](const Result<OrderHistory> &history) {
                  if (!history)
                      return ready(Replies::error(history.error()));
                  return marks.of(number).then(&desk, [history = *history](const Result<QList<OrderMark>> &found) {
                      return found ? HttpReply::json(200, Timeline::of(history, *found))
                                   : Replies::error(found.error());
                  });
              })
        .unwrap();
}

QFuture<HttpReply> keep(const QList<OrderMark> &marks, Checkout &desk, FlightRecorder &recorder)
{
    return desk.order(marks.first().number).then(&desk, [&recorder, marks](const Result<Order> &order) {
        if (!order)
            return Replies::error(order.error());
        for (const OrderMark &mark : marks)
            recorder.mark(mark);
        return HttpReply{204, {}, {}};
    });
}

} // namespace

void TimelineRoutes::addTo(HttpListener &http) const
{
    const QString path = QStringLiteral("/api/v1/orders/<arg>/timeline");
    http.route("GET", path,
               TerminalCall::guarded(guard, [&desk = checkout, &recorder = recorder,
                                             &marks = marks](const HttpRequest &request) {
                   const auto number = OutTradeNo::parse(request.captures.first());
                   if (!number)
                       return ready(Replies::error(number.error()));
                   // Whoever asks now wants to see what has happened up to now.
                   return recorder.flush()
                       .then(&desk, [&desk, &marks,
                                     number = *number](const Result<int> &) { return timelineOf(number, desk, marks); })
                       .unwrap();
               }));
    http.route("POST", path,
               TerminalCall::guardedJson(guard, {QStringLiteral("marks")},
                                         [&desk = checkout, &recorder = recorder,
                                          &clock = clock](const HttpRequest &request, const QJsonObject &body) {
                                             const auto number = OutTradeNo::parse(request.captures.first());
                                             if (!number)
                                                 return ready(Replies::error(number.error()));
                                             const auto read = readMarks(body, *number, clock.now());
                                             return read ? keep(*read, desk, recorder)
                                                         : ready(Replies::error(read.error()));
                                         }));
}

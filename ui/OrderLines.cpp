// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/OrderLines.h"

#include "server/domain/Json.h"
#include "ui/OrderSearch.h"

#include <QJsonArray>
#include <QSet>

namespace {

using State = OrderLine::State;

State stateOf(const Order &order)
{
    if (order.openCase)
        return State::Odd;
    if (order.isPaid() && order.refunded.isZero())
        return State::Paid;
    if (order.isPaid())
        return order.refunded < order.received.value_or(order.total) ? State::PartlyBack : State::Back;
    return order.isFinal() ? State::NotPaid : State::Open;
}

/// Once is enough of these, whoever saw them first: a code is painted again after F11.
bool isOnce(const QString &what)
{
    static const QSet<QString> once{
        QStringLiteral("key"),           QStringLiteral("created"), QStringLiteral("code_ready"),
        QStringLiteral("qr_painted"),    QStringLiteral("success"), QStringLiteral("closed"),
        QStringLiteral("green_painted"), QStringLiteral("sound"),   QStringLiteral("voice")};
    return once.contains(what);
}

bool isEachTime(const QString &what)
{
    static const QSet<QString> each{QStringLiteral("printed"),       QStringLiteral("print_failed"),
                                    QStringLiteral("print_unclear"), QStringLiteral("cancel"),
                                    QStringLiteral("parked"),        QStringLiteral("refund"),
                                    QStringLiteral("case")};
    return each.contains(what);
}

/// Whatever is there of these, the first says it.
QString nameOf(const QString &what)
{
    return what == QLatin1String("key") ? QStringLiteral("created") : what;
}

} // namespace

OrderLine OrderLines::of(const Order &order)
{
    return {.number = order.outTradeNo.text(),
            .tail = order.outTradeNo.tail(),
            .pickupNo = order.pickupNo,
            .at = OrderSearch::timeOf(order),
            .amount = order.received.value_or(order.total),
            .state = stateOf(order),
            .refunded = order.refunded,
            .oddity = order.openCase,
            .tender = order.tender,
            .tenderName = order.tenderName,
            .by = order.operatorId.isEmpty() ? order.terminal : order.operatorId,
            .payerTotal = order.payerTotal,
            .discount = order.discount()};
}

QList<HistoryView::Moment> OrderLines::storyOf(const QJsonObject &timeline)
{
    QList<HistoryView::Moment> story;
    QSet<QString> told;
    const QJsonArray marks = timeline["marks"].toArray();
    for (const auto &value : marks) {
        const QJsonObject mark = value.toObject();
        const QString what = nameOf(mark["what"].toString());
        if (!isEachTime(what) && (!isOnce(what) || told.contains(what)))
            continue;
        told.insert(what);
        HistoryView::Moment moment{.at = Json::toTime(mark["at"]),
                                   .what = what,
                                   .source = mark["source"].toString(),
                                   .word = {},
                                   .amount = {}};
        for (const char *member : {"status", "decision", "kind"}) {
            if (moment.word.isEmpty())
                moment.word = mark[QLatin1String(member)].toString();
        }
        if (const auto amount = Json::toMoney(mark["amount"]))
            moment.amount = *amount;
        story.append(moment);
    }
    return story;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/OrderMark.h"

#include <QObject>

/// The server as the flight recorder sees it (API.md, "Timeline"). TimelineApi is the real one; tests script their own.
class TimelineDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// At most mostInCall marks of one order.
    static constexpr qsizetype mostInCall = 32;
    virtual QFuture<Result<void>> send(const OutTradeNo &number, const QList<OrderMark> &marks) = 0;
    /// As the server tells it: {"out_trade_no","marks":[…]}.
    virtual QFuture<Result<QJsonObject>> timeline(const OutTradeNo &number) = 0;
};

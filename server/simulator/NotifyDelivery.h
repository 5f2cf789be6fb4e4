// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/Faults.h"

#include <QDateTime>

/// One notification on its way to the merchant, once.
struct NotifyDelivery
{
    enum class Outcome {
        UnderWay, ///< sent, no answer yet
        Accepted, ///< 200 or 204
        Failed, ///< another status, or none within 5 seconds
        Dropped, ///< lost on purpose; the next one follows by the schedule
        Lost, ///< lost on purpose, and no further one follows
        NotAllowed, ///< the address is not on this machine
        QueueFull,
    };
    QString id;
    QString outTradeNo;
    QString outRefundNo; ///< empty: of a payment
    QString eventType;
    int attempt = 0; ///< 1 is the first
    QDateTime at; ///< the simulator's time
    int status = 0; ///< HTTP; 0 without an answer
    Outcome outcome = Outcome::UnderWay;
    CorruptKind corruption = CorruptKind::None;
    bool duplicate = false;

    QJsonObject toJson() const;
};

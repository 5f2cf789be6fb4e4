// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ServerHttp.h"
#include "ui/TimelineDesk.h"

/// The timeline over HTTP. Errors as ServerHttp's.
class TimelineApi final : public TimelineDesk
{
    Q_OBJECT
public:
    TimelineApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent = nullptr);

    QFuture<Result<void>> send(const OutTradeNo &number, const QList<OrderMark> &marks) override;
    QFuture<Result<QJsonObject>> timeline(const OutTradeNo &number) override;

private:
    ServerHttp m_http;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpTransport.h"

#include <QNetworkAccessManager>

/// HttpTransport over the real network, with QNetworkAccessManager.
class NetworkTransport final : public QObject, public HttpTransport
{
    Q_OBJECT
public:
    static constexpr qint64 maxAnswerBytes = 8LL * 1024 * 1024;

    explicit NetworkTransport(QObject *parent = nullptr);
    QFuture<Result<HttpAnswer>> send(const HttpCall &call) override;

private:
    QNetworkAccessManager m_manager;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ServerHttp.h"
#include "ui/selling/GoodsDesk.h"

/// The JSON API's goods (API.md, "Goods") for one terminal, on connections of its own: ten thousand goods keep no
/// order waiting.
class GoodsApi final : public GoodsDesk
{
    Q_OBJECT
public:
    static constexpr qint64 mostBytes = 8LL * 1024 * 1024;
    static constexpr int timeoutMs = 30'000;

    GoodsApi(const QUrl &server, const QByteArray &terminalToken, QObject *parent = nullptr);

    QFuture<Result<List>> goods(qint64 version) override;
    /// An answer, or a kept file, as a list. Unknown: it could not be read.
    static Result<List> listFrom(const QJsonObject &json);

private:
    ServerHttp m_http;
};

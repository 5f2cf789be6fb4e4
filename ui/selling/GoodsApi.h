// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ServerHttp.h"
#include "ui/selling/GoodsDesk.h"
#include "ui/selling/GoodsSheetDesk.h"

/// The JSON API's goods (API.md, "Goods") for one terminal, on connections of its own: ten thousand goods keep no
/// order waiting.
class GoodsApi final : public GoodsDesk, public GoodsSheetDesk
{
    Q_OBJECT
public:
    static constexpr qint64 mostAnswerBytes = 8LL * 1024 * 1024;
    static constexpr int timeoutMs = 30'000;

    GoodsApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent = nullptr);

    /// Goes with every import that brings no session of its own; empty: the terminal asks for itself.
    void useSession(const QByteArray &session) { m_session = session; }

    QFuture<Result<List>> goods(qint64 version) override;
    QFuture<Result<QByteArray>> sheet() override;
    QFuture<Result<Taken>> replace(const QByteArray &csv, const QByteArray &session) override;
    /// An answer, or a kept file, as a list. Unknown: it could not be read.
    static Result<List> listFrom(const QJsonObject &json);

signals:
    /// The server takes no call with the session of who is signed in any more (empty: none without one).
    void sessionRefused(const QByteArray &session);

private:
    ServerHttp m_http;
    QByteArray m_session;
};

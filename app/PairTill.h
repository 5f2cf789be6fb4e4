// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/PairedServer.h"
#include "ui/ServerHttp.h"

#include <functional>

/// Pairs this till with a server by the code shown there, and keeps what it was given.
class PairTill : public QObject
{
    Q_OBJECT
public:
    /// folder: where the till keeps it.
    PairTill(const ServerPlace &place, QString folder)
        : m_place(place), m_folder(std::move(folder)), m_http(place, QByteArray())
    {
    }

    /// name: what the till's orders carry. The terminal's id. Forbidden: the code is not, or no longer, good.
    QFuture<Result<QString>> pair(const QString &code, const QString &name);
    /// The same, and then calls.
    void pair(const QString &code, const QString &name, std::function<void(const Result<QString> &)> paired);

private:
    Result<QString> keep(const Result<ServerHttp::Answer> &answer) const;

    ServerPlace m_place;
    QString m_folder;
    ServerHttp m_http;
};

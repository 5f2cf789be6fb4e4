// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/PairedServer.h"
#include "ui/ServerHttp.h"

#include <functional>
#include <optional>

/// Pairs this till with a server by the code shown there, and keeps what it was given.
class PairTill : public QObject
{
    Q_OBJECT
public:
    /// Keeps it. practice: whether the server is for that, where it says so.
    using Keep = std::function<Result<void>(const PairedServer &paired, std::optional<bool> practice)>;

    PairTill(const ServerPlace &place, Keep keep) : m_place(place), m_keep(std::move(keep)), m_http(place, QByteArray())
    {
    }
    /// folder: where the till keeps it.
    PairTill(const ServerPlace &place, const QString &folder)
        : PairTill(place, [folder](const PairedServer &paired, std::optional<bool>) { return paired.keepIn(folder); })
    {
    }

    /// name: what the till's orders carry. The terminal's id. Forbidden: the code is not, or no longer, good.
    QFuture<Result<QString>> pair(const QString &code, const QString &name);
    /// The same, and then calls.
    void pair(const QString &code, const QString &name, std::function<void(const Result<QString> &)> paired);

private:
    Result<QString> keep(const Result<ServerHttp::Answer> &answer) const;

    ServerPlace m_place;
    Keep m_keep;
    ServerHttp m_http;
};

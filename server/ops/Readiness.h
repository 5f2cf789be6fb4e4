// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/http/HttpMessage.h"
#include "server/ops/PartState.h"

#include <functional>

/// Whether this server can take payments now: every part must be ready, and each says so for itself.
class Readiness : public QObject
{
    Q_OBJECT
public:
    using Look = std::function<QFuture<PartState>()>;

    void add(const QString &part, Look look) { m_parts.append({part, std::move(look)}); }

    /// 200 or 503, with {"ready","parts":{name:{"ready","state",…}}}.
    QFuture<HttpReply> answer();

private:
    QList<std::pair<QString, Look>> m_parts;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

#include <QSet>
#include <optional>

/// Who may ask (api.md). A browser on a foreign page must not reach a server on this machine, nor one that a foreign
/// name was pointed at: Host, Origin and Sec-Fetch-Site are judged before any route.
class RequestGuard {
public:
    RequestGuard(QByteArray terminalToken, const QStringList &publicNames);

    /// The port we listen on, once it is known; localhost, 127.0.0.1 and [::1] are answered to with it.
    void setPort(quint16 port);

    /// A refusal, or nothing.
    std::optional<HttpReply> judge(const HttpRequest &request) const;
    /// Whether it carries the terminal's token.
    bool isTerminal(const HttpRequest &request) const;
    bool isTerminalToken(const QString &token) const;

private:
    bool isOurs(QByteArray host) const;

    QByteArray m_terminalToken;
    QSet<QByteArray> m_hosts;
};

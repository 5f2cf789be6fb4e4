// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

#include <QSet>
#include <optional>

/// Who may ask (api.md). A browser on a foreign page must not reach a server on this machine, nor one that a foreign
/// name was pointed at: Host, Origin and Sec-Fetch-Site are judged before any route.
class RequestGuard
{
public:
    /// publicNames: a name without a port stands for the usual ones too.
    explicit RequestGuard(const QStringList &publicNames);

    /// A name or address (IPv6 in brackets) this server answers to on that port.
    void answerTo(const QString &name, quint16 port);
    void setTerminalToken(const QByteArray &token) { m_terminalToken = token; }

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

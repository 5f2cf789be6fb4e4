// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

#include <QSet>
#include <optional>

class Terminals;

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
    /// Those that were paired; they outlive us.
    void setTerminals(Terminals &terminals) { m_terminals = &terminals; }

    /// A refusal, or nothing.
    std::optional<HttpReply> judge(const HttpRequest &request) const;
    /// Whose token a request carries: the server's own terminal has no id, and its name is Operators::terminal().
    struct Holder
    {
        QString id;
        QString name;
    };
    std::optional<Holder> holderOf(const QString &token) const;
    /// Whether it carries a terminal's token.
    bool isTerminal(const HttpRequest &request) const;
    /// The name its orders carry; empty without a terminal's token.
    QString terminalName(const HttpRequest &request) const;

private:
    bool isOurs(QByteArray host) const;

    QByteArray m_terminalToken;
    Terminals *m_terminals = nullptr;
    QSet<QByteArray> m_hosts;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// How a peer is told who waits for which key, and that a key is called.
class Dialect
{
public:
    enum class Kind {
        Seed, ///< a create on the WebSocket, and GET /index/notice: the first seed's, ours too
        Nchan, ///< the paths of nginx.conf
    };

    Dialect(Kind kind, quint16 port) : m_kind(kind), m_port(port) {}

    QByteArray waitPath(const QByteArray &key) const;
    /// Empty where the path has said it.
    QByteArray create(const QByteArray &key, const QByteArray &token = {}) const;
    /// A message that is only understood as wrong, and therefore answered: what was said before has been done.
    QByteArray probe() const;
    /// The request whose push is measured.
    QByteArray notice(const QByteArray &key) const;
    QByteArray post(const QByteArray &path, const QByteArray &fields, const QByteArray &body) const;

    /// The key that a push is about; empty: an answer to the probe.
    static QByteArray keyOf(const QByteArray &message);

private:
    Kind m_kind;
    quint16 m_port;
};

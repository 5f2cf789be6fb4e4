// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>

/// One line of the log. Whatever it was made of, it stays one line, moves no terminal's cursor and holds no secret that
/// can be told by its looks: private keys, bearer tokens, and what follows a name such as token= or "app_secret":.
struct LogLine
{
    static constexpr qsizetype maxBytes = 4096; ///< as much as a pipe takes whole (PIPE_BUF); a longer message is cut

    QDateTime at;
    const char *level;
    QString category;
    QString message;
    QJsonObject fields; ///< what the message is about, for programs

    /// {"ts","level","category","message","fields"?}; ts as RFC 3339 in UTC. With its line end.
    QByteArray json() const;
    /// "ts level category: message key=value …". With its line end.
    QByteArray text() const;

    static QString withoutSecrets(QString text);
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ServerPlace.h"

#include <QHash>
#include <QJsonObject>
#include <optional>

/// What a shop's helper says once for all tills of a computer (API.md, "A shop's computer"): lines of `key = value`.
/// The answer file of an installation and what is made of it, shop.conf, are the same.
class AnswerFile
{
public:
    static constexpr qint64 maxBytes = 16LL * 1024;

    /// Configuration, "FILE:LINE: sentence.", for the first fault. Whether there is such a profile is not looked at.
    static Result<AnswerFile> read(const QString &file);
    /// The machine's own; nothing said where there is no such file.
    static Result<AnswerFile> readShop(const QString &file);
    /// Where shop.conf is, unless somebody names another place.
    static QString shopFile();

    /// The merchant profile is there, whole, and may be read; Configuration as above.
    Result<void> checkProfile() const;
    /// The same as the profile's owner reads it: whoever installs may read files that are not theirs. On Windows only
    /// that it is there.
    Result<void> checkProfileAsOwner() const;
    /// Takes the place of that file as a whole or not at all; others may read it. StoreFailure.
    Result<void> writeTo(const QString &file) const;

    const QString &profile() const { return m_profile; } ///< an absolute path; empty: none
    const std::optional<ServerPlace> &server() const { return m_server; }
    bool kiosk() const { return m_kiosk; }
    bool autostart() const { return m_autostart; }
    QString language() const { return m_till["language"].toString(); } ///< as in till.json; empty: not said
    /// Members of till.json, for tills that do not say them themselves.
    const QJsonObject &till() const { return m_till; }

private:
    Result<void> take(int line, const QByteArray &bytes);
    Result<void> takeValue(int line, const QString &key, const QString &value);
    Result<void> takePrinter(int line, const QString &value);
    Result<void> takeServer(int line, const QString &value);
    Result<void> takeTogether();
    Result<void> findProfile() const;
    Error fault(int line, const QString &sentence) const;

    QString m_file;
    QHash<QString, int> m_lines; ///< where each key stands
    QHash<QString, QString> m_values; ///< as they were written
    QString m_profile;
    QJsonObject m_till;
    std::optional<ServerPlace> m_server;
    CertificatePin m_fingerprint;
    bool m_kiosk = false;
    bool m_autostart = false;
};

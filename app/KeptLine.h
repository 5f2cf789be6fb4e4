// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalSocket>

/// A kiosk's till and the keeper that starts it again: the till's end of the line between them.
class KeptLine final : public QObject
{
    Q_OBJECT
public:
    static const QString doorName; ///< OneTill::socketIn

    explicit KeptLine(const QString &dataDir);
    bool isUp() const { return m_line.state() == QLocalSocket::ConnectedState; }
    /// The till's window is there, in that language: the keeper's need not be.
    void sayUp(const QString &language);

signals:
    void frontWished();
    /// The keeper has died. Nobody starts this till again.
    void keeperGone();

private:
    QLocalSocket m_line;
};

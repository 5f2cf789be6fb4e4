// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

/// A request body that can be read from its beginning once only. QNetworkAccessManager sends a request again by itself
/// when its connection dies, on a fresh connection as well as on a kept one, whatever headers it has; it must rewind
/// the body for that, and gives up (ContentReSendError) when it cannot.
class OneTimeBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OneTimeBody(const QByteArray &bytes, QObject *parent = nullptr);

    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

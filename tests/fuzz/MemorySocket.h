// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpSocket>

/// A connected socket without a network: what arrives is handed in, what is written is kept. It holds back what the
/// reader's buffer has no room for, as the kernel does.
class MemorySocket final : public QTcpSocket
{
    Q_OBJECT
public:
    MemorySocket()
    {
        setPeerAddress(QHostAddress(QStringLiteral("192.0.2.7")));
        setPeerPort(40'000);
        setSocketState(ConnectedState);
        setOpenMode(ReadWrite);
    }
    ~MemorySocket() override { disconnectFromHost(); }

    bool isConnected() const { return state() == ConnectedState; }
    void arrive(const QByteArray &bytes) { m_kernel += bytes; }
    /// Lets in as much as there is room for, and says so; false when there was nothing to let in.
    bool deliver()
    {
        const qint64 room = std::max<qint64>(0, readBufferSize() - m_held);
        const QByteArray bytes = m_kernel.left(room);
        if (bytes.isEmpty() || !isConnected())
            return false;
        m_kernel.remove(0, bytes.size());
        m_held += bytes.size();
        m_arrived += bytes;
        emit readyRead();
        return true;
    }
    /// The reader has taken what it had been given so far; there is room again.
    void taken() { m_held = m_arrived.size(); }

    QByteArray written;

    qint64 bytesAvailable() const override { return QIODevice::bytesAvailable() + m_arrived.size(); }
    qint64 bytesToWrite() const override { return 0; }
    void disconnectFromHost() override
    {
        if (!isConnected())
            return;
        setSocketState(UnconnectedState);
        emit disconnected();
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = std::min<qint64>(maxSize, m_arrived.size());
        std::copy_n(m_arrived.constData(), size, data);
        m_arrived.remove(0, size);
        return size;
    }
    qint64 skipData(qint64 maxSize) override
    {
        const qint64 size = std::min<qint64>(maxSize, m_arrived.size());
        m_arrived.remove(0, size);
        return size;
    }
    qint64 writeData(const char *data, qint64 size) override
    {
        written.append(data, size);
        return size;
    }

private:
    QByteArray m_kernel;
    QByteArray m_arrived;
    qint64 m_held = 0;
};

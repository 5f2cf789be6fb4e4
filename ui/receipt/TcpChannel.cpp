// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/TcpChannel.h"

#include <QNetworkProxy>

TcpChannel::TcpChannel(QString host, quint16 port) : m_host(std::move(host)), m_port(port)
{
    m_socket.setProxy(QNetworkProxy::NoProxy); // it stands in the shop
    connect(&m_socket, &QTcpSocket::connected, this, &PrinterChannel::opened);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &PrinterChannel::failed);
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] { emit received(m_socket.readAll()); });
    connect(&m_socket, &QTcpSocket::bytesWritten, this, [this](qint64 bytes) {
        m_taken += bytes;
        if (m_socket.bytesToWrite() == 0)
            emit written();
    });
}

void TcpChannel::open()
{
    m_socket.connectToHost(m_host, m_port);
}

void TcpChannel::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
}

void TcpChannel::finish()
{
    m_socket.disconnect(this); // it may go now
    m_socket.disconnectFromHost();
}

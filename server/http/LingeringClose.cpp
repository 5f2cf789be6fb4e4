// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/LingeringClose.h"

#include "server/http/Connections.h"
#include "server/http/SocketOutput.h"

std::unique_ptr<LingeringClose> LingeringClose::of(const QTcpSocket &socket, Connections &connections,
                                                   const QHostAddress &peer)
{
    const qintptr descriptor = secondDescriptorOf(socket);
    if (descriptor < 0)
        return {};
    return std::unique_ptr<LingeringClose>(new LingeringClose(descriptor, connections, peer));
}

LingeringClose::LingeringClose(qintptr descriptor, Connections &connections, const QHostAddress &peer)
    : m_connections(connections), m_peer(peer)
{
    m_socket.setReadBufferSize(m_connections.limits.maxHeaderBytes);
    m_socket.setSocketDescriptor(descriptor, QAbstractSocket::ConnectedState, QIODevice::ReadOnly);
}

LingeringClose::~LingeringClose()
{
    m_connections.deadlines.clear(*this);
    if (parent())
        m_connections.countOut(m_peer);
    m_socket.disconnect(this);
}

void LingeringClose::begin(std::unique_ptr<LingeringClose> close)
{
    LingeringClose *lingering = close.release();
    lingering->setParent(&lingering->m_connections);
    lingering->m_connections.countIn(lingering->m_peer);
    connect(&lingering->m_socket, &QTcpSocket::readyRead, lingering, &LingeringClose::discard);
    connect(&lingering->m_socket, &QTcpSocket::disconnected, lingering, &QObject::deleteLater);
    lingering->m_connections.deadlines.set(*lingering, lingering->m_connections.limits.lingerDeadline);
    shutDownOutput(lingering->m_socket);
    lingering->discard();
    if (lingering->m_socket.state() == QAbstractSocket::UnconnectedState) // it was closed before we listened for that
        lingering->deleteLater();
}

void LingeringClose::discard()
{
    m_discarded += std::max<qint64>(0, m_socket.skip(m_socket.bytesAvailable()));
    if (m_discarded > 2 * qint64(m_connections.limits.maxBodyBytes))
        m_socket.abort();
}

/// Whatever has become of its socket: it counts no longer.
void LingeringClose::deadlinePassed()
{
    m_socket.abort();
    deleteLater();
}

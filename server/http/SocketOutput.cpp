// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/SocketOutput.h"

#include <QTcpSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <fcntl.h>
#include <sys/socket.h>
#endif

void shutDownOutput(QTcpSocket &socket)
{
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(socket.socketDescriptor()), SD_SEND);
#else
    ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
#endif
}

qintptr secondDescriptorOf(const QTcpSocket &socket)
{
#ifdef Q_OS_WIN
    Q_UNUSED(socket)
    return -1;
#else
    return ::fcntl(int(socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
#endif
}

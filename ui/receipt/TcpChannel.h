// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/PrinterChannel.h"

#include <QTcpSocket>

/// To a printer in the network, by its raw port.
class TcpChannel : public PrinterChannel
{
    Q_OBJECT
public:
    TcpChannel(QString host, quint16 port);

    void open() override;
    void write(const QByteArray &bytes) override;
    qint64 taken() const override { return m_taken; }
    void finish() override;

private:
    QString m_host;
    quint16 m_port;
    QTcpSocket m_socket;
    qint64 m_taken = 0;
};

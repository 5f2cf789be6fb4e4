// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/PrinterChannel.h"

#include <memory>

class QSerialPort;

/// To a printer on a serial line: 8 bits, no parity, one stop bit.
class SerialChannel : public PrinterChannel
{
    Q_OBJECT
public:
    SerialChannel(const QString &port, qint32 baud);
    ~SerialChannel() override;

    void open() override;
    void write(const QByteArray &bytes) override;
    qint64 taken() const override { return m_taken; }
    void finish() override;

private:
    std::unique_ptr<QSerialPort> m_port;
    qint64 m_taken = 0;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/SerialChannel.h"

#include <QSerialPort>

SerialChannel::SerialChannel(const QString &port, qint32 baud) : m_port(std::make_unique<QSerialPort>(port))
{
    m_port->setBaudRate(baud);
    connect(m_port.get(), &QSerialPort::readyRead, this, [this] { emit received(m_port->readAll()); });
    connect(m_port.get(), &QSerialPort::bytesWritten, this, [this](qint64 bytes) {
        m_taken += bytes;
        if (m_port->bytesToWrite() == 0)
            emit written();
    });
}

SerialChannel::~SerialChannel() = default;

void SerialChannel::open()
{
    if (!m_port->open(QIODevice::ReadWrite))
        return emit failed();
    connect(m_port.get(), &QSerialPort::errorOccurred, this, [this](QSerialPort::SerialPortError error) {
        if (error != QSerialPort::NoError)
            emit failed();
    });
    emit opened();
}

void SerialChannel::write(const QByteArray &bytes)
{
    m_port->write(bytes);
}

void SerialChannel::finish()
{
    m_port->disconnect(this);
    m_port->close();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/PrinterChannel.h"

#include <QSocketNotifier>
#include <memory>

/// To a printer that is a file of this machine, as /dev/usb/lp0 is: read and written where it is a device, only written
/// where it is a pipe; an ordinary file is no printer.
class FileChannel : public PrinterChannel
{
    Q_OBJECT
public:
    explicit FileChannel(QString path) : m_path(std::move(path)) {}
    ~FileChannel() override;

    void open() override;
    void write(const QByteArray &bytes) override;
    qint64 taken() const override { return m_taken; }
    void finish() override;

private:
    bool openFile();
    void pushBytes();
    void pullBytes();
    void gone();

    QString m_path;
    int m_file = -1;
    QByteArray m_waiting;
    qint64 m_taken = 0;
    std::unique_ptr<QSocketNotifier> m_writable;
    std::unique_ptr<QSocketNotifier> m_readable;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/EscPosPrinter.h"

#include "ui/receipt/EscPos.h"
#include "ui/receipt/FileChannel.h"
#include "ui/receipt/SerialChannel.h"
#include "ui/receipt/TcpChannel.h"

EscPosPrinter::EscPosPrinter(PrinterSettings settings, Clock &clock) : m_settings(std::move(settings)), m_clock(clock)
{
}

EscPosPrinter::~EscPosPrinter() = default;

QFuture<Result<void>> EscPosPrinter::print(const ReceiptLayout &layout)
{
    return talk(EscPos::receipt(layout, m_settings.cut));
}

QFuture<Result<void>> EscPosPrinter::openDrawer()
{
    return m_settings.drawer ? talk(EscPos::drawerKick()) : ready(Result<void>());
}

QFuture<Result<void>> EscPosPrinter::talk(const QByteArray &job)
{
    if (m_talk) // it may be the one whose answer brought us here
        m_talk.release()->deleteLater();
    m_talk = std::make_unique<EscPosTalk>(channel(), job, m_settings.status, m_clock);
    return m_talk->run();
}

std::unique_ptr<PrinterChannel> NetworkPrinter::channel() const
{
    return std::make_unique<TcpChannel>(settings().host, settings().port);
}

std::unique_ptr<PrinterChannel> DevicePrinter::channel() const
{
    return std::make_unique<FileChannel>(settings().path);
}

std::unique_ptr<PrinterChannel> SerialPrinter::channel() const
{
    return std::make_unique<SerialChannel>(settings().path, settings().baud);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/EscPosTalk.h"
#include "ui/receipt/PrinterSettings.h"
#include "ui/receipt/ReceiptPrinter.h"

/// A printer that speaks ESC/POS; how it is reached is its child's matter.
class EscPosPrinter : public ReceiptPrinter
{
public:
    EscPosPrinter(PrinterSettings settings, Clock &clock);
    ~EscPosPrinter() override;

    PaperWidth paper() const override { return m_settings.paper; }
    QFuture<Result<void>> print(const ReceiptLayout &layout) override;
    QFuture<Result<void>> openDrawer() override;

protected:
    virtual std::unique_ptr<PrinterChannel> channel() const = 0;
    const PrinterSettings &settings() const { return m_settings; }

private:
    QFuture<Result<void>> talk(const QByteArray &job);

    PrinterSettings m_settings;
    Clock &m_clock;
    std::unique_ptr<EscPosTalk> m_talk; ///< the last one
};

/// On a raw TCP port, 9100 with nearly all of them.
class NetworkPrinter final : public EscPosPrinter
{
public:
    using EscPosPrinter::EscPosPrinter;

protected:
    std::unique_ptr<PrinterChannel> channel() const override;
};

/// A file of this machine, /dev/usb/lp0.
class DevicePrinter final : public EscPosPrinter
{
public:
    using EscPosPrinter::EscPosPrinter;

protected:
    std::unique_ptr<PrinterChannel> channel() const override;
};

/// A serial line.
class SerialPrinter final : public EscPosPrinter
{
public:
    using EscPosPrinter::EscPosPrinter;

protected:
    std::unique_ptr<PrinterChannel> channel() const override;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/receipt/PrinterSettings.h"
#include "ui/receipt/ReceiptPrinter.h"

/// A folder that gets a PDF file for each receipt, named by when it came out; it is made where it is missing.
class PdfPrinter final : public ReceiptPrinter
{
public:
    PdfPrinter(PrinterSettings settings, Clock &clock) : m_settings(std::move(settings)), m_clock(clock) {}

    PaperWidth paper() const override { return m_settings.paper; }
    QFuture<Result<void>> print(const ReceiptLayout &layout) override;
    QFuture<Result<void>> openDrawer() override { return ready(Result<void>()); }

private:
    PrinterSettings m_settings;
    Clock &m_clock;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/PrinterSettings.h"
#include "ui/receipt/ReceiptPrinter.h"

/// A printer of the system's, by its name there. What the system has taken over counts as printed.
class SystemPrinter final : public ReceiptPrinter
{
public:
    explicit SystemPrinter(PrinterSettings settings) : m_settings(std::move(settings)) {}

    PaperWidth paper() const override { return m_settings.paper; }
    QFuture<Result<void>> print(const ReceiptLayout &layout) override;
    QFuture<Result<void>> openDrawer() override { return ready(Result<void>()); }

private:
    PrinterSettings m_settings;
};

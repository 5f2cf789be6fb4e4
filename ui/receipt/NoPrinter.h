// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/ReceiptPrinter.h"

/// A till without one: nothing is printed, and whoever asks is told so.
class NoPrinter final : public ReceiptPrinter
{
public:
    PaperWidth paper() const override { return PaperWidth::Mm80; }
    QFuture<Result<void>> print(const ReceiptLayout &) override
    {
        return ready(Result<void>(error(PrinterTrouble::NoPrinter)));
    }
    QFuture<Result<void>> openDrawer() override { return ready(Result<void>()); }
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/PrinterTrouble.h"
#include "ui/receipt/ReceiptLayout.h"

#include <QFuture>

/// Where receipts come out. One job at a time: ask for the next when the last one's answer is there. Each answers
/// within a deadline. Unknown (PrinterTrouble::Unclear) means that it may have been printed; every other error means
/// that nothing was. What kind of trouble it is: troubleOf.
class ReceiptPrinter
{
public:
    virtual ~ReceiptPrinter() = default;

    virtual PaperWidth paper() const = 0;
    virtual QFuture<Result<void>> print(const ReceiptLayout &layout) = 0;
    /// Kicks the cash drawer that hangs on it, where there is one; fine where there is none.
    virtual QFuture<Result<void>> openDrawer() = 0;

    static Error error(PrinterTrouble trouble);
    static PrinterTrouble troubleOf(const Error &error);
};

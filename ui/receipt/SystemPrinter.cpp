// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/SystemPrinter.h"

#include "ui/receipt/ReceiptPainter.h"

#include <QPrinter>
#include <QPrinterInfo>

QFuture<Result<void>> SystemPrinter::print(const ReceiptLayout &layout)
{
    const auto info = QPrinterInfo::printerInfo(m_settings.name);
    if (info.isNull())
        return ready(Result<void>(error(PrinterTrouble::NotReached)));
    QPrinter printer(info, QPrinter::HighResolution);
    printer.setDocName(QStringLiteral("ScanTill"));
    if (!ReceiptPainter::print(printer, layout))
        return ready(Result<void>(error(PrinterTrouble::NotReached)));
    return ready(Result<void>());
}

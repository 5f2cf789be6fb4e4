// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/SystemPrinter.h"

#include "ui/receipt/ReceiptPainter.h"

#include <QPrinter>
#include <QPrinterInfo>
#include <QPromise>
#include <QThreadPool>

namespace {

Result<void> printed(const QString &name, const ReceiptLayout &layout)
{
    const auto info = QPrinterInfo::printerInfo(name);
    if (info.isNull())
        return ReceiptPrinter::error(PrinterTrouble::NotReached);
    QPrinter printer(info, QPrinter::HighResolution);
    printer.setDocName(QStringLiteral("ScanTill"));
    if (!ReceiptPainter::print(printer, layout))
        return ReceiptPrinter::error(PrinterTrouble::NotReached);
    return {};
}

} // namespace

/// The system's print service may be slow to answer, or not there at all: never on the window's thread.
QFuture<Result<void>> SystemPrinter::print(const ReceiptLayout &layout)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, layout, name = m_settings.name] {
        promise->addResult(printed(name, layout));
        promise->finish();
    });
    return promise->future();
}

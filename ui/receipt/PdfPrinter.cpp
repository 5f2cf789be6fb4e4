// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/PdfPrinter.h"

#include "ui/receipt/ReceiptPainter.h"

#include <QDir>
#include <QPromise>
#include <QThreadPool>

namespace {

/// Beside its place first, so that whoever opens the folder never meets half a receipt.
Result<void> written(const QString &folder, const QString &name, const ReceiptLayout &layout)
{
    const QDir dir(folder);
    const QString part = dir.filePath(QStringLiteral(".receipt.part"));
    const auto missing = ReceiptPrinter::error(PrinterTrouble::NotReached);
    if (!QDir::isAbsolutePath(folder) || !dir.mkpath(QStringLiteral(".")) || !ReceiptPainter::pdf(part, layout))
        return missing;
    QString file = dir.filePath(name + QStringLiteral(".pdf"));
    constexpr int mostOfOneMoment = 100;
    for (int i = 2; QFile::exists(file) && i < mostOfOneMoment; ++i)
        file = dir.filePath(QStringLiteral("%1-%2.pdf").arg(name).arg(i));
    if (!QFile::rename(part, file))
        return missing;
    return {};
}

} // namespace

/// The folder may be another machine's: never on the window's thread.
QFuture<Result<void>> PdfPrinter::print(const ReceiptLayout &layout)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const QString name = m_clock.now().toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    QThreadPool::globalInstance()->start([promise, layout, name, folder = m_settings.path] {
        promise->addResult(written(folder, name, layout));
        promise->finish();
    });
    return promise->future();
}

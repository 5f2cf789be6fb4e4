// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/ReceiptPrinter.h"

namespace {

constexpr std::pair<PrinterTrouble, const char *> names[] = {
    {PrinterTrouble::NoPrinter, "printer: none"},  {PrinterTrouble::NotReached, "printer: not reached"},
    {PrinterTrouble::Paper, "printer: no paper"},  {PrinterTrouble::Cover, "printer: cover open"},
    {PrinterTrouble::Offline, "printer: offline"}, {PrinterTrouble::Silent, "printer: no status"},
    {PrinterTrouble::Unclear, "printer: unclear"}};

ErrorCode codeOf(PrinterTrouble trouble)
{
    switch (trouble) {
    case PrinterTrouble::NoPrinter:
        return ErrorCode::Configuration;
    case PrinterTrouble::Unclear:
        return ErrorCode::Unknown;
    default:
        return ErrorCode::ProviderUnavailable;
    }
}

} // namespace

Error ReceiptPrinter::error(PrinterTrouble trouble)
{
    for (const auto &[each, name] : names) {
        if (each == trouble)
            return {codeOf(trouble), QLatin1String(name)};
    }
    return {};
}

PrinterTrouble ReceiptPrinter::troubleOf(const Error &error)
{
    for (const auto &[trouble, name] : names) {
        if (error.message == QLatin1String(name))
            return trouble;
    }
    return error.code == ErrorCode::Unknown ? PrinterTrouble::Unclear : PrinterTrouble::NotReached;
}

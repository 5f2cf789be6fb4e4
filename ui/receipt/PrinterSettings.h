// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/ReceiptLayout.h"

#include <memory>

class Clock;
class ReceiptPrinter;

/// Which receipt printer this till has. One JSON object, of which "kind" says what else may stand in it:
/// {"kind":"none"}
/// {"kind":"network","host","port"?:9100, …}
/// {"kind":"device","path":"/dev/usb/lp0", …}
/// {"kind":"serial","path":"/dev/ttyS0","baud"?:9600, …}
/// {"kind":"system","name", "paper"?:58|80}
/// {"kind":"pdf","path": a folder, "paper"?:58|80}: a file for each receipt
/// … is "paper"?:58|80 (mm, 80), "cut"?:bool (true), "drawer"?:bool (false: no cash drawer hangs on it) and
/// "status"?:bool (true; false for one that never answers, which then cannot tell that it has no paper).
struct PrinterSettings
{
    enum class Kind { None, Network, Device, Serial, System, Pdf };

    Kind kind = Kind::None;
    QString host;
    quint16 port = 9100;
    QString path;
    qint32 baud = 9600;
    QString name;
    PaperWidth paper = PaperWidth::Mm80;
    bool cut = true;
    bool drawer = false;
    bool status = true;

    /// Configuration, naming the member, for whatever is unknown there, missing or wrong.
    static Result<PrinterSettings> from(const QJsonObject &json);
    std::unique_ptr<ReceiptPrinter> printer(Clock &clock) const;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/PrinterTrouble.h"

/// What there is to say of receipts, and whether F10 can bring one out.
struct PrintingView
{
    enum class Say {
        Nothing,
        NoPrinter,
        NothingYet, ///< this till has sold nothing since it was switched on
        NotRead, ///< the server did not tell what was sold; F10 asks again
        NotKept, ///< it could not be written down, so it will not come out by itself
    };
    bool possible = false; ///< this till has a printer
    bool isOffered = false; ///< on the Paid screen
    bool isFirst = false; ///< none has been asked for of the last sale: what F10 brings is no copy
    PrinterTrouble trouble = PrinterTrouble::None; ///< of the newest receipt that did not come out, or may not have
    Say say = Say::Nothing;

    bool isQuiet() const { return trouble == PrinterTrouble::None && say == Say::Nothing; }
    friend bool operator==(const PrintingView &, const PrintingView &) = default;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Why a receipt did not come out, or may not have.
enum class PrinterTrouble {
    None,
    NoPrinter, ///< this till has none
    NotReached, ///< nobody there: cable, power, address
    Paper, ///< it has run out
    Cover, ///< it is open
    Offline, ///< it is there, and says it will not print
    Silent, ///< it is there, and does not say how it is
    Unclear, ///< it may have come out or not: the line broke, or no answer came, after it was sent
};

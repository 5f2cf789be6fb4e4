// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/PrinterTrouble.h"
#include "ui/receipt/Receipt.h"

/// A receipt that has not come out yet, or may not have.
struct PrintJob
{
    enum class State {
        Queued,
        Sending,
        Failed, ///< it has not come out; it is tried again unless it was given up
        Uncertain, ///< it may have come out; only a person may ask for it again
    };

    Receipt receipt;
    QDateTime at; ///< when it was asked for
    State state = State::Queued;
    PrinterTrouble trouble = PrinterTrouble::None;
    bool givenUp = false; ///< nobody waits for it any more; a person may still ask

    QString id() const { return receipt.id(); }
    bool isWaiting() const { return state == State::Queued || (state == State::Failed && !givenUp); }
};

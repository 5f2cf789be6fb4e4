// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

/// What has been typed: as typed, never re-formatted under the cashier's hand.
struct EntryView
{
    QString text; ///< "12.5", of the line being typed; empty when nothing is typed
    QString pale; ///< what completes it to fen, drawn pale: "0", ".00"
    QString sum; ///< "6 + 8.5 + 3" when + or × was used, else empty
    Money total; ///< of all lines
    bool more = false; ///< goods or discounts beside what is typed: total is what counts
    bool isEmpty() const { return text.isEmpty() && total.isZero(); }
    /// The large figure: as typed while one amount is all there is, else the total. What completes it is pale.
    QString shown() const { return asTyped() ? text : total.yuanGrouped(); }
    QString shownPale() const { return asTyped() ? pale : QString(); }

private:
    bool asTyped() const { return !more && sum.isEmpty() && !text.isEmpty(); }
};

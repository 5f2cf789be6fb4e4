// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Refund.h"

/// What a witness's word does to a refund.
struct RefundAdvance
{
    Refund refund; ///< as it is afterwards
    bool changed = false;
    bool fits = true; ///< false: the word is about other money than this refund's, and changes nothing; an alarm
};

/// The rules of reference 4.4, without I/O. A refund never moves back from SUCCESS, nor from a CLOSED that WeChat has
/// said; a CLOSED that we only concluded from a refusal gives way to WeChat's own word.
RefundAdvance advance(const Refund &refund, const RefundEvent &seen, const QDateTime &now);

/// Whether the refund takes away from what its payment brought: WeChat has it and has not closed it.
bool countsAgainstPayment(const Refund &refund);

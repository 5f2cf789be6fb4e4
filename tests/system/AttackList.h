// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/Attackers.h"

/// Every attack that the server is to bear: slow connections by the slow-loris, and a tenth of that of each other kind
/// that stays long; eight of each that goes at once.
QList<Attack> allAttacks(quint16 port, int slow);

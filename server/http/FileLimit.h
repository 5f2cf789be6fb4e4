// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// How many files this process may have open. At the limit QTcpServer would spin (reference qt-6.4-traps), and
/// nothing else could be opened either, so connections leave a reserve.
class FileLimit
{
public:
    static constexpr int reserve = 64; ///< or half of the limit, if that is less

    /// The soft limit becomes the hard one.
    static void raise();
    /// Whether a descriptor opened now would be near the limit: the system hands out the lowest free one, so its number
    /// tells. The number of one that is open tells nothing, for it may have filled a gap.
    static bool isNear();
};

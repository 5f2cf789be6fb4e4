// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Whose till it is.
struct TillIdentity
{
    QString shop; ///< 晨光咖啡, also what the customer reads
    QString till; ///< 1 号收银台
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// What went over a relay's links, counted since the start.
struct LineCounts
{
    qint64 handedDown = 0; ///< with what went down again after a loss
    qint64 acknowledged = 0; ///< by a word of the shop's, not by its hello
    qint64 strangers = 0; ///< their token is not the shop's, or there is no such shop
    qint64 lateHellos = 0;
    qint64 notUnderstood = 0;
    qint64 tooMany = 0; ///< strangers at once
};

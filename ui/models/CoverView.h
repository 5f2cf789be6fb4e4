// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What is on the screen while a kiosk's till is not.
struct CoverView
{
    enum class Face {
        Starting,
        Again, ///< it has ended by itself, and is started once more
        Trouble, ///< it does not start
    };
    Face face = Face::Starting;
    QString words = {}; ///< what the till said last, small, for support
};

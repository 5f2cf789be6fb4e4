// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

/// Whether one part of the server can do its work now, and in a word why.
struct PartState
{
    bool isReady = false;
    QString state;
    QJsonObject more = {}; ///< what the word alone does not say
};

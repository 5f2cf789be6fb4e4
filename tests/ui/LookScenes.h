// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/TillView.h"

#include <QList>

/// Every screen the till can show, with the words and amounts of the drawn targets.
struct LookScene
{
    QString name;
    TillView view;

    static QList<LookScene> all(bool training);
};

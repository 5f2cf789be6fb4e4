// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/LookScenes.h"

/// The orders and the check, with the words and amounts of the drawn target.
namespace HistoryScenes {

void add(QList<LookScene> &scenes, const TillView &quiet);

} // namespace HistoryScenes

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/LookScenes.h"

/// The till's settings, group by group.
namespace SettingsScenes {

void add(QList<LookScene> &scenes, const TillView &quiet, const LockView &supervisor);

} // namespace SettingsScenes

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/LookScenes.h"

/// A till that is added, and one that goes to another server.
namespace PairingScenes {

void add(QList<LookScene> &scenes, const TillView &quiet);

} // namespace PairingScenes

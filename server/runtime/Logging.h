// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Logs go to stderr, one line each, as text or as JSON. Never a secret: whoever logs sees to that.
namespace Logging {

enum class Format { Text, Json };

/// From now on, for the whole process. level: the least that is logged.
void install(QtMsgType level, Format format);

} // namespace Logging

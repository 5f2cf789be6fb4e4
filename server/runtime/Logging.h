// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Logs go to stderr, one line each, as text or as JSON. Never a secret: whoever logs sees to that.
namespace Logging {

enum class Format { Text, Json };

/// From now on, for the whole process. level: the least that is logged.
void install(QtMsgType level, Format format);

/// Why the program ends, whatever the level: a plain sentence after the program's name, or a line of JSON like the
/// rest.
void lastWords(const QString &program, const QString &sentence);

} // namespace Logging

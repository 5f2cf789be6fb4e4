// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QLoggingCategory>
#include <QString>

/// Logs go to stderr, one line each, as text or as JSON (LogLine); a reader that has stopped reading costs lines, never
/// time (LogSink). Never a secret: whoever logs sees to that, and LogLine looks again.
namespace Logging {

enum class Format { Text, Json };

/// From now on, for the whole process. level: the least that is logged.
void install(QtMsgType level, Format format);

/// What qCInfo and its like do, with fields for programs beside the message for people.
void write(const QLoggingCategory &category, QtMsgType type, const QString &message, const QJsonObject &fields = {});

/// Why the program ends, whatever the level: a plain sentence after the program's name, or a line of JSON like the
/// rest.
void lastWords(const QString &program, const QString &sentence);

/// Since the start.
qint64 droppedLines();

} // namespace Logging

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/Logging.h"

#include "server/runtime/LogLine.h"
#include "server/runtime/LogSink.h"

namespace {

std::atomic<int> leastRank = 0;
std::atomic<Logging::Format> chosenFormat = Logging::Format::Text;

/// Never taken apart: threads may log to the very end.
LogSink &standardError()
{
    static auto *sink = new LogSink(2);
    return *sink;
}

struct Level
{
    int rank; // Qt's own numbers are not in order of weight
    const char *name;
};

Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return {0, "debug"};
    case QtInfoMsg:
        return {1, "info"};
    case QtWarningMsg:
        return {2, "warning"};
    case QtCriticalMsg:
        return {3, "error"};
    case QtFatalMsg:
        break;
    }
    return {4, "fatal"};
}

QByteArray formatted(const char *level, const QString &category, const QString &message, const QJsonObject &fields)
{
    const LogLine line{QDateTime::currentDateTimeUtc(), level, category, message, fields};
    return chosenFormat == Logging::Format::Json ? line.json() : line.text();
}

void put(QtMsgType type, const char *category, const QString &message, const QJsonObject &fields)
{
    const Level level = levelOf(type);
    if (level.rank >= leastRank)
        standardError().put(
            formatted(level.name, QString::fromLatin1(category ? category : "default"), message, fields));
}

void onMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    put(type, context.category, message, {});
}

QByteArray droppedNotice(qint64 count)
{
    return formatted("warning", QStringLiteral("scantill.log"),
                     QStringLiteral("%1 lines were dropped: nobody took them").arg(count), {{"dropped", count}});
}

} // namespace

void Logging::install(QtMsgType level, Format format)
{
    leastRank = levelOf(level).rank;
    chosenFormat = format;
    standardError().open(droppedNotice);
    qInstallMessageHandler(onMessage);
}

void Logging::write(const QLoggingCategory &category, QtMsgType type, const QString &message, const QJsonObject &fields)
{
    if (category.isEnabled(type))
        put(type, category.categoryName(), message, fields);
}

void Logging::lastWords(const QString &program, const QString &sentence)
{
    const auto words = LogLine::withoutSecrets(sentence);
    standardError().putPatiently(chosenFormat == Format::Json ? formatted("error", program, words, {})
                                                              : QStringLiteral("%1: %2\n").arg(program, words).toUtf8(),
                                 std::chrono::seconds(1));
}

qint64 Logging::droppedLines()
{
    return standardError().dropped();
}

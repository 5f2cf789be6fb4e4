// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/Logging.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <atomic>
#include <cstdio>

namespace {

std::atomic<int> leastRank = 0;
std::atomic<Logging::Format> chosenFormat = Logging::Format::Text;

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

QByteArray jsonLine(const char *level, const QString &category, const QString &message)
{
    return QJsonDocument(QJsonObject{{"at", QDateTime::currentDateTime().toString(Qt::ISODateWithMs)},
                                     {"level", QLatin1String(level)},
                                     {"category", category},
                                     {"message", message}})
        .toJson(QJsonDocument::Compact);
}

QByteArray textLine(const char *level, const QString &category, const QString &message)
{
    return QStringLiteral("%1 %2 %3: %4")
        .arg(QDateTime::currentDateTime().toString(Qt::ISODateWithMs), QLatin1String(level), category, message)
        .toUtf8()
        .replace('\n', ' ');
}

void put(const QByteArray &line)
{
    const QByteArray whole = line + '\n'; // one write a line: other threads write too
    std::fwrite(whole.constData(), 1, size_t(whole.size()), stderr);
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const Level level = levelOf(type);
    if (level.rank < leastRank)
        return;
    const auto category = QString::fromLatin1(context.category ? context.category : "default");
    put(chosenFormat == Logging::Format::Json ? jsonLine(level.name, category, message)
                                              : textLine(level.name, category, message));
}

} // namespace

void Logging::install(QtMsgType level, Format format)
{
    leastRank = levelOf(level).rank;
    chosenFormat = format;
    qInstallMessageHandler(write);
}

void Logging::lastWords(const QString &program, const QString &sentence)
{
    put(chosenFormat == Format::Json ? jsonLine("error", program, sentence)
                                     : QStringLiteral("%1: %2").arg(program, sentence).toUtf8());
}

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

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const Level level = levelOf(type);
    if (level.rank < leastRank)
        return;
    const auto at = QDateTime::currentDateTime().toString(Qt::ISODateWithMs);
    const auto category = QString::fromLatin1(context.category ? context.category : "default");
    QByteArray line;
    if (chosenFormat == Logging::Format::Json)
        line = QJsonDocument(
                   QJsonObject{
                       {"at", at}, {"level", QLatin1String(level.name)}, {"category", category}, {"message", message}})
                   .toJson(QJsonDocument::Compact);
    else
        line = QStringLiteral("%1 %2 %3: %4")
                   .arg(at, QLatin1String(level.name), category, message)
                   .toUtf8()
                   .replace('\n', ' ');
    line.append('\n');
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

} // namespace

void Logging::install(QtMsgType level, Format format)
{
    leastRank = levelOf(level).rank;
    chosenFormat = format;
    qInstallMessageHandler(write);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TimelineFlow.h"

#include "ui/Answers.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace {

TimelineView::Row rowOf(const QJsonObject &mark)
{
    TimelineView::Row row{.ms = mark["ms"].toInteger(),
                          .source = mark["source"].toString(),
                          .what = mark["what"].toString(),
                          .outcome = mark["outcome"].toString(),
                          .tookMs = mark["took_ms"].toInteger(-1),
                          .count = int(mark["count"].toInteger(1))};
    if (row.outcome.isEmpty())
        row.outcome = mark[mark.contains(QLatin1String("kind")) ? "kind" : "status"].toString();
    const auto at = QDateTime::fromString(mark["at"].toString(), Qt::ISODateWithMs);
    const auto last = QDateTime::fromString(mark["last_at"].toString(), Qt::ISODateWithMs);
    if (last.isValid())
        row.lastMs = row.ms + at.msecsTo(last);
    return row;
}

/// Order numbers may have characters that file names may not.
QString fileNameOf(const OutTradeNo &number)
{
    QString name = number.text();
    for (QChar &c : name)
        c = c.isLetterOrNumber() ? c : QChar(u'_');
    return QStringLiteral("timeline-%1.json").arg(name);
}

bool write(const QString &path, const QJsonObject &timeline)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(timeline).toJson());
    return file.commit();
}

} // namespace

TimelineFlow::TimelineFlow(TimelineDesk &desk, TillRecorder &recorder, const QString &exportFolder, QObject *parent)
    : QObject(parent), m_desk(desk), m_recorder(recorder), m_exportFolder(exportFolder)
{
}

void TimelineFlow::open(const QString &outTradeNo)
{
    const auto number = OutTradeNo::parse(outTradeNo);
    m_number = number ? std::optional(*number) : std::nullopt;
    m_timeline = {};
    m_view = {.open = true, .tail = number ? number->tail() : QString()};
    emit screenChanged();
    ask();
}

void TimelineFlow::close()
{
    if (!m_view.open)
        return;
    ++m_asking;
    m_view = {};
    emit screenChanged();
    emit changed();
}

void TimelineFlow::wish(const Wish &wish)
{
    switch (wish.kind) {
    case Wish::Kind::Cancel:
    case Wish::Kind::Diagnostics:
        return close();
    case Wish::Kind::Query:
        return ask();
    case Wish::Kind::Export:
        return exportIt();
    case Wish::Kind::MoreRows:
    case Wish::Kind::RowDown:
        ++m_view.page;
        return emit changed();
    case Wish::Kind::RowUp:
        m_view.page = std::max(0, m_view.page - 1);
        return emit changed();
    default:
        return; // nothing of a sale's while it is covered
    }
}

void TimelineFlow::say(TimelineView::Say what)
{
    m_view.say = what;
    emit changed();
}

void TimelineFlow::ask()
{
    ++m_asking;
    if (!m_number)
        return say(TimelineView::Say::NoOrder);
    say(TimelineView::Say::Loading);
    const auto marks = m_recorder.take(*m_number);
    if (marks.isEmpty())
        return askTimeline();
    // What this till saw belongs to it; if it cannot be told, the rest is shown all the same.
    whenAnswered(m_desk.send(*m_number, marks), this, [this, asked = m_asking](const Result<void> &) {
        if (asked == m_asking)
            askTimeline();
    });
}

void TimelineFlow::askTimeline()
{
    whenAnswered(m_desk.timeline(*m_number), this, [this, asked = m_asking](const Result<QJsonObject> &answer) {
        if (asked == m_asking)
            heard(answer);
    });
}

void TimelineFlow::heard(const Result<QJsonObject> &answer)
{
    if (!answer)
        return say(answer.error().code == ErrorCode::NotFound ? TimelineView::Say::NoOrder
                                                              : TimelineView::Say::NotRead);
    m_timeline = *answer;
    m_view.rows.clear();
    const QJsonArray marks = m_timeline["marks"].toArray();
    for (const QJsonValue mark : marks)
        m_view.rows.append(rowOf(mark.toObject()));
    say(TimelineView::Say::Nothing);
}

void TimelineFlow::exportIt()
{
    if (!m_number || m_timeline.isEmpty())
        return;
    const QDir folder(m_exportFolder);
    const QString name = fileNameOf(*m_number);
    const bool written = folder.mkpath(QStringLiteral(".")) && write(folder.filePath(name), m_timeline);
    m_view.file = folder.dirName() + u'/' + name;
    say(written ? TimelineView::Say::Exported : TimelineView::Say::NotExported);
}

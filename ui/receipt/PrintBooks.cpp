// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/PrintBooks.h"

#include "server/domain/Json.h"
#include "ui/receipt/ReceiptJson.h"

namespace {

using State = PrintJob::State;

QJsonObject jobMark(const PrintJob &job)
{
    return {{"mark", "job"}, {"receipt", ReceiptJson::from(job.receipt)}, {"at", Json::fromTime(job.at)}};
}

QJsonObject markOf(const char *mark, const QString &id)
{
    return {{"mark", QLatin1String(mark)}, {"id", id}};
}

QJsonObject failedMark(const QString &id, PrinterTrouble trouble, bool givenUp)
{
    QJsonObject mark = markOf("failed", id);
    mark["trouble"] = int(trouble);
    mark["given_up"] = givenUp;
    return mark;
}

} // namespace

Result<std::unique_ptr<PrintBooks>> PrintBooks::open(const QString &path)
{
    auto file = MarkFile::open(path, QStringLiteral("the print queue"));
    if (!file)
        return file.error();
    std::unique_ptr<PrintBooks> books(new PrintBooks(std::move(file).value()));
    for (const QJsonObject &mark : books->m_file->takeMarks())
        books->apply(mark);
    for (PrintJob &job : books->m_jobs) {
        if (job.state == State::Sending) { // nobody knows how far it came
            job.state = State::Uncertain;
            job.trouble = PrinterTrouble::Unclear;
        }
    }
    return books;
}

const PrintJob *PrintBooks::find(const QString &id) const
{
    const auto job = std::find_if(m_jobs.begin(), m_jobs.end(), [&id](const auto &each) { return each.id() == id; });
    return job == m_jobs.end() ? nullptr : &*job;
}

std::optional<int> PrintBooks::copiesOf(const QString &subject) const
{
    const auto known = m_copies.constFind(subject);
    return known == m_copies.cend() ? std::nullopt : std::optional(*known);
}

Result<void> PrintBooks::add(const Receipt &receipt, const QDateTime &at)
{
    return write(jobMark({.receipt = receipt, .at = at}));
}

Result<void> PrintBooks::sending(const QString &id)
{
    return write(markOf("sending", id));
}

Result<void> PrintBooks::failed(const QString &id, PrinterTrouble trouble, bool givenUp)
{
    return write(failedMark(id, trouble, givenUp));
}

Result<void> PrintBooks::uncertain(const QString &id)
{
    return write(markOf("uncertain", id));
}

Result<void> PrintBooks::askedAgain(const QString &id, const QDateTime &at)
{
    QJsonObject mark = markOf("again", id);
    mark["at"] = Json::fromTime(at);
    return write(mark);
}

Result<void> PrintBooks::over(const QString &id, bool printed)
{
    return write(markOf(printed ? "printed" : "let_go", id));
}

/// What happened counts here and now even when it could not be written down; the next start may know less, and then
/// holds a job for uncertain. Only add, sending and askedAgain must not go on without.
Result<void> PrintBooks::write(const QJsonObject &mark)
{
    const auto written = m_file->append(mark);
    const QString kind = mark["mark"].toString();
    const bool mustBeWritten =
        kind == QLatin1String("job") || kind == QLatin1String("sending") || kind == QLatin1String("again");
    if (!written && mustBeWritten)
        return written;
    apply(mark);
    if (written && m_file->size() > m_compactAbove)
        return compact();
    return written;
}

Result<void> PrintBooks::compact()
{
    QList<QJsonObject> marks;
    for (const QString &subject : m_subjects)
        marks.append({{"mark", "known"}, {"subject", subject}, {"copies", m_copies.value(subject)}});
    for (const PrintJob &job : m_jobs) {
        marks.append(jobMark(job));
        if (job.state == State::Sending)
            marks.append(markOf("sending", job.id()));
        else if (job.state == State::Uncertain)
            marks.append(markOf("uncertain", job.id()));
        else if (job.state == State::Failed)
            marks.append(failedMark(job.id(), job.trouble, job.givenUp));
    }
    const auto rewritten = m_file->rewrite(marks);
    m_compactAbove = std::max(compactAboveBytes, 2 * m_file->size());
    return rewritten;
}

void PrintBooks::apply(const QJsonObject &mark)
{
    const QString kind = mark["mark"].toString();
    if (kind == QLatin1String("known"))
        return know(mark["subject"].toString(), mark["copies"].toInt());
    if (kind == QLatin1String("job")) {
        const auto receipt = ReceiptJson::to(mark["receipt"].toObject());
        if (!receipt || find(receipt->id()))
            return;
        know(receipt->subject(), receipt->reprint ? receipt->reprint->count : 0);
        return m_jobs.append({.receipt = *receipt, .at = Json::toTime(mark["at"])});
    }
    const QString id = mark["id"].toString();
    const auto job = std::find_if(m_jobs.begin(), m_jobs.end(), [&id](const auto &each) { return each.id() == id; });
    if (job == m_jobs.end())
        return;
    if (kind == QLatin1String("printed") || kind == QLatin1String("let_go"))
        m_jobs.erase(job);
    else
        applyTo(*job, kind, mark);
}

void PrintBooks::applyTo(PrintJob &job, const QString &kind, const QJsonObject &mark)
{
    if (kind == QLatin1String("sending")) {
        job.state = State::Sending;
    } else if (kind == QLatin1String("failed")) {
        job.state = State::Failed;
        job.trouble = PrinterTrouble(qBound(0, mark["trouble"].toInt(), int(PrinterTrouble::Unclear)));
        job.givenUp = mark["given_up"].toBool();
    } else if (kind == QLatin1String("uncertain")) {
        job.state = State::Uncertain;
        job.trouble = PrinterTrouble::Unclear;
    } else if (kind == QLatin1String("again")) {
        job = {.receipt = job.receipt, .at = Json::toTime(mark["at"])};
    }
}

void PrintBooks::know(const QString &subject, int copies)
{
    m_subjects.removeOne(subject);
    m_subjects.append(subject);
    m_copies[subject] = std::max(m_copies.value(subject), copies);
    if (m_subjects.size() > keptSubjects)
        m_copies.remove(m_subjects.takeFirst());
}

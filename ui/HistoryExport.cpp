// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/HistoryExport.h"

#include "ui/Answers.h"

#include <QDir>
#include <QPromise>

HistoryExport::HistoryExport(HistoryDesk &desk, Clock &clock, const QString &folder, bool training,
                             std::function<OrderSheet::Words()> words, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_folder(folder),
      m_prefix(training ? QStringLiteral("practice-orders-") : QStringLiteral("orders-")), m_words(std::move(words))
{
    m_pool.setMaxThreadCount(1); // one job after the other
}

void HistoryExport::start(const OrderSearch &search, OrderSheet::Format format, const QHash<QString, QString> &names)
{
    if (isRunning())
        return;
    ++m_epoch;
    m_state = State::Running;
    m_search = search;
    m_cursor.clear();
    m_rows = 0;
    m_tries = 0;
    m_toldMs = m_clock.steadyMs();
    const QString ending = format == OrderSheet::Format::Csv ? QStringLiteral(".csv") : QStringLiteral(".json");
    const QString name =
        m_prefix + m_clock.now().toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")) + ending;
    m_name = QDir(m_folder).dirName() + u'/' + name;
    m_file = std::make_shared<ExportFile>(QDir(m_folder).filePath(name), OrderSheet(format, m_words(), names));
    emit changed();
    toDisk([](ExportFile &file) { return file.open(); }, &HistoryExport::written);
}

void HistoryExport::stop()
{
    if (m_state == State::Running)
        ended(State::Stopped);
}

void HistoryExport::forget()
{
    if (!isRunning())
        m_state = State::Choose;
}

void HistoryExport::ask()
{
    whenAnswered(m_desk.orders(m_search, pageSize, m_cursor), this,
                 [this, epoch = m_epoch](const Result<HistoryDesk::Page> &answer) {
                     if (epoch == m_epoch)
                         heard(answer);
                 });
}

void HistoryExport::heard(const Result<HistoryDesk::Page> &answer)
{
    if (!answer) {
        const ErrorCode code = answer.error().code;
        const bool refused = code == ErrorCode::Unauthorized || code == ErrorCode::Forbidden
                             || code == ErrorCode::InvalidInput || code == ErrorCode::NotFound;
        if (refused || ++m_tries >= mostTries)
            return ended(State::Failed);
        m_clock.callAfter(std::chrono::seconds(m_tries), this, [this, epoch = m_epoch] {
            if (epoch == m_epoch)
                ask();
        });
        return;
    }
    m_tries = 0;
    m_cursor = answer->next;
    QList<Order> taken;
    std::copy_if(answer->orders.begin(), answer->orders.end(), std::back_inserter(taken),
                 [this](const Order &order) { return m_search.takes(order); });
    m_rows += taken.size();
    if (m_cursor.isEmpty()) {
        m_state = State::Finishing;
        emit changed();
        return toDisk([taken](ExportFile &file) { return file.append(taken) && file.commit(); },
                      &HistoryExport::committed);
    }
    tell();
    toDisk([taken](ExportFile &file) { return file.append(taken); }, &HistoryExport::written);
}

void HistoryExport::written(bool ok)
{
    ok ? ask() : ended(State::Failed);
}

void HistoryExport::committed(bool ok)
{
    ended(ok ? State::Done : State::Failed);
}

void HistoryExport::ended(State how)
{
    ++m_epoch;
    m_file.reset(); // a job that is under way holds it to its own end, and does not commit
    m_state = how;
    emit changed();
}

void HistoryExport::toDisk(std::function<bool(ExportFile &)> job, Next next)
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    whenAnswered(promise->future(), this, [this, next, epoch = m_epoch](bool ok) {
        if (epoch == m_epoch)
            (this->*next)(ok);
    });
    m_pool.start([promise, job = std::move(job), file = m_file] {
        promise->addResult(job(*file));
        promise->finish();
    });
}

void HistoryExport::tell()
{
    if (m_clock.steadyMs() - m_toldMs < tellEveryMs)
        return;
    m_toldMs = m_clock.steadyMs();
    emit changed();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/ExportFile.h"
#include "ui/HistoryDesk.h"

#include <QThreadPool>
#include <functional>
#include <memory>

/// Saves what a search finds as one file: page by page from the server to the disk, on a thread of its own, so that
/// the window stays quick and a million orders take no more memory than one page.
class HistoryExport final : public QObject
{
    Q_OBJECT
public:
    using State = HistoryView::ExportState;

    static constexpr int pageSize = 250;
    static constexpr int mostTries = 5; ///< of one page, while no answer comes
    static constexpr qint64 tellEveryMs = 200;

    /// folder: made when it is needed. words: asked for at each start, in the language that is switched on.
    HistoryExport(HistoryDesk &desk, Clock &clock, const QString &folder, bool training,
                  std::function<OrderSheet::Words()> words, QObject *parent = nullptr);

    /// Does nothing while one is running.
    void start(const OrderSearch &search, OrderSheet::Format format, const QHash<QString, QString> &names);
    /// Nothing of it is left.
    void stop();
    /// What became of the last one has been read.
    void forget();

    bool isRunning() const { return m_state == State::Running || m_state == State::Finishing; }
    State state() const { return m_state; }
    qint64 rows() const { return m_rows; }
    const QString &file() const { return m_name; } ///< with its folder's name

signals:
    void changed();

private:
    using Next = void (HistoryExport::*)(bool written);

    void ask();
    void heard(const Result<HistoryDesk::Page> &answer);
    void written(bool ok);
    void committed(bool ok);
    void ended(State how);
    void toDisk(std::function<bool(ExportFile &)> job, Next next);
    void tell();

    HistoryDesk &m_desk;
    Clock &m_clock;
    const QString m_folder;
    const QString m_prefix;
    std::function<OrderSheet::Words()> m_words;
    QThreadPool m_pool;
    State m_state = State::Choose;
    OrderSearch m_search;
    std::shared_ptr<ExportFile> m_file; ///< used in the pool while a job is under way, and there alone
    QString m_name;
    QString m_cursor;
    qint64 m_rows = 0;
    qint64 m_toldMs = 0;
    int m_tries = 0;
    int m_epoch = 0; ///< grows with each start and end: an older answer counts no more
};

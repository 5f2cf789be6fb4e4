// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Journal.h"
#include "ui/SaleFlow.h"
#include "ui/TillClient.h"

/// A till without a window: journal, client and the way through a sale, at a real server.
class QuietTill
{
public:
    struct Place
    {
        QUrl server;
        QByteArray terminalToken;
        QString journalFile;
    };

    QuietTill(const Place &place, Clock &clock, Random &random, const SaleSettings &settings)
        : m_journal(opened(place.journalFile)), m_client(place.server, place.terminalToken, clock, random),
          m_flow(m_client, *m_journal, clock, random, settings)
    {
    }

    void start()
    {
        m_client.start();
        m_flow.start();
    }
    SaleFlow &flow() { return m_flow; }
    const TillView &view() const { return m_flow.view(); }
    PayState state() const { return view().state; }
    void wish(Wish::Kind kind, const QString &text = {}) { m_flow.wish({kind, text}); }
    /// Types an amount and pays.
    void sell(const QString &amount)
    {
        for (const QChar key : amount)
            wish(Wish::Kind::Type, QString(key));
        wish(Wish::Kind::Pay);
    }
    void cancelTwice()
    {
        wish(Wish::Kind::Cancel);
        wish(Wish::Kind::Cancel);
    }

private:
    static std::unique_ptr<Journal> opened(const QString &file)
    {
        auto journal = Journal::open(file);
        if (!journal)
            qFatal("%s", qPrintable(journal.error().message));
        return std::move(journal).value();
    }

    std::unique_ptr<Journal> m_journal;
    TillClient m_client;
    SaleFlow m_flow;
};

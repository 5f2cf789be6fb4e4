// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/ProcessShop.h"

#include <QJsonArray>
#include <QSet>

/// The end of the day: do the shop's books, WeChat Pay's and the tills' journals say the same, to the fen?
class Reckoning
{
public:
    /// Asks both, which must be running.
    explicit Reckoning(ProcessShop &shop);

    /// Our orders against the twin's: each payment is an order that is paid or a case, never both; nothing else is
    /// paid.
    void comparePayments();
    /// The durable log in the file of the books: numbered without gaps, one end an order, and the rows say the same.
    void checkLog(const QString &booksFile);
    /// A till's own memory (ui/Journal): what it told is paid, and was told once.
    void checkJournal(const QString &file);
    /// Lines "NUMBER FEN" of what tills said aloud.
    void checkAnnouncements(const QString &file);

    QStringList problems; ///< a sentence each
    QString summary() const;

private:
    void compare(const QJsonObject &twin);
    void complain(const QString &number, const QString &what) { problems << number + ": " + what; }

    QHash<QString, QJsonObject> m_orders; ///< ours
    QHash<QString, QJsonObject> m_twins;
    QHash<QString, QJsonObject> m_cases; ///< by WeChat Pay's number
    qint64 m_paidFen = 0;
    qint64 m_caseFen = 0;
    qint64 m_twinFen = 0;
    int m_paid = 0;
    int m_announced = 0;
};

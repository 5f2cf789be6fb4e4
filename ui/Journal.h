// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Refund.h"
#include "ui/MarkFile.h"
#include "ui/NewSale.h"

#include <QDateTime>
#include <QSet>

/// An attempt to be paid, as it is written down before anybody is asked.
struct JournalAttempt
{
    OutTradeNo outTradeNo;
    QString sale; ///< the number of the sale's first attempt
    Money amount;
    QDateTime at; ///< by the till's clock
    bool parked = false; ///< it left the screen with its end unknown
    SaleTerms terms = {}; ///< to ask again in the very same words
    QString heldId = {}; ///< it was put aside under this id before (HeldBills)
};

/// A refund, as it is written down before anybody is asked.
struct JournalRefund
{
    OutRefundNo outRefundNo;
    OutTradeNo outTradeNo; ///< the order's
    Money amount;
    QString reason;
    QDateTime at; ///< by the till's clock
};

/// The till's own memory over crashes and power cuts, in a MarkFile: on the disk before the call returns, or an error
/// (StoreFailure), and then the caller does not do what it wanted to write down.
class Journal
{
public:
    static constexpr qint64 compactAboveBytes = 1024LL * 1024;
    static constexpr qsizetype keptAnnouncements = 1000; ///< the newest, over a compaction
    static constexpr qsizetype maxOpenAttempts = 100;
    static constexpr qsizetype maxOpenRefunds = 20;

    /// Reads what is there, makes the file where there is none, and makes a large one small again.
    static Result<std::unique_ptr<Journal>> open(const QString &path);

    Result<void> attempt(const JournalAttempt &attempt);
    /// It is off the screen, and the server still asks for its end.
    Result<void> parked(const OutTradeNo &number);
    /// The end is known; how is for the reader: paid, closed, refused, unasked, manager.
    Result<void> ended(const OutTradeNo &number, const QString &how);
    /// To be written before the sound and the voice, so that they never come twice for one order.
    Result<void> announced(const OutTradeNo &number);

    Result<void> refund(const JournalRefund &refund);
    /// The end is known; how is for the reader: success, closed, abnormal, refused.
    Result<void> refundEnded(const OutRefundNo &number, const QString &how);

    /// Those that have not ended, oldest first.
    const QList<JournalRefund> &openRefunds() const { return m_openRefunds; }
    /// Those that have not ended, oldest first.
    const QList<JournalAttempt> &openAttempts() const { return m_open; }
    bool wasAnnounced(const OutTradeNo &number) const { return m_announced.contains(number.text()); }
    /// Lines that could not be trusted when the file was read.
    int ignoredLines() const { return m_file->ignoredLines(); }

private:
    explicit Journal(std::unique_ptr<MarkFile> file) : m_file(std::move(file)) {}
    Result<void> compact();
    Result<void> append(const QJsonObject &mark);
    void apply(const QJsonObject &mark);
    void applyRefund(const QJsonObject &mark);
    void rememberAnnounced(const QString &number);

    std::unique_ptr<MarkFile> m_file;
    QList<JournalAttempt> m_open;
    QList<JournalRefund> m_openRefunds;
    QSet<QString> m_announced;
    QStringList m_announcedOrder; ///< oldest first
};

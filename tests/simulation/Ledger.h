// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"
#include "tests/simulation/BooksReader.h"
#include "tests/simulation/Provider.h"

#include <QMap>
#include <QSet>

class ShopTill;

/// What may never happen, checked at every step against what the provider knows. It keeps its own count of payments
/// and of what was shown, over all crashes.
class Ledger
{
public:
    static constexpr qint64 promptMs = 8'000; ///< promise 1 with slow machines: from the payment to the books
    static constexpr qint64 shownMs = 8'000; ///< from the books to a till that is connected
    static constexpr qint64 longestOpenMs = 33 * 60'000; ///< past the deadline: the slowest cadence, and a little

    Ledger(Clock &clock, Trace &trace, Provider &provider, QString fileSystem)
        : m_clock(clock), m_trace(trace), m_provider(provider), m_books(std::move(fileSystem), trace)
    {
    }

    /// A customer has paid; the provider's transaction. outOfTurn: the provider should not have let them.
    void paid(const QJsonObject &transaction, bool outOfTurn);
    /// The server announced it, so it is in the books.
    void happened(const Order &order, const OrderEvent &event);
    /// A notification was answered so. corrupted: it had been changed on its way.
    void answered(const HttpRequest &notification, int status, bool corrupted);
    /// A till's screen and its voice.
    void shown(const ShopTill &till);
    void announced(const ShopTill &till, const QString &outTradeNo, Money amount);

    /// Since when (steady ms) server, provider and the way between them are well; none: they are not.
    void look(std::optional<qint64> wellSinceMs, const QList<ShopTill *> &tills);
    /// When the last day is long over and all is well. lateMayCome: notifications may still be under way.
    void audit(bool lateMayCome, const QList<ShopTill *> &tills);

    qsizetype payments() const { return m_payments.size(); }
    QString summary() const;

private:
    struct Payment
    {
        QString number;
        QString transaction;
        qint64 fen = 0;
        bool foreign = false;
        bool outOfTurn = false; ///< only its notification can tell of it
        qint64 atMs = 0;
        bool isKnown = false;
        qint64 knownMs = 0;
        bool isTold = false; ///< by a till, or no till has to
    };
    const Payment *paymentOf(const QString &number, const QString &transaction) const;
    bool isGenuine(const QString &number, Money amount) const;
    void checkPaid(const Order &order);
    void checkClosed(const Order &order);
    void checkCase(const Order &order, const OrderEvent &event);
    void checkCode(const ShopTill &till, const QString &codeUrl);
    void lookAtPayments(qint64 wellSinceMs, const QList<ShopTill *> &tills);
    void lookAtOpenOrders(qint64 wellSinceMs);
    void auditPayments(bool lateMayCome);
    void auditOrders();
    void auditRefunds();
    void broke(const QString &what) { m_trace.broke(what); }

    Clock &m_clock;
    Trace &m_trace;
    Provider &m_provider;
    BooksReader m_books;
    QList<Payment> m_payments;
    QMap<QString, QList<qsizetype>> m_byNumber; ///< into m_payments
    QList<qsizetype> m_untold; ///< payments not known or not shown yet
    QMap<QString, Order> m_open; ///< by number: not settled as far as was announced
    QMap<QString, qint64> m_openDeadlineMs; ///< steady
    QMap<QString, qint64> m_lastSeq;
    QMap<QString, QStringList> m_attempts; ///< numbers by sale
    QMap<QString, QString> m_saleOf;
    QSet<QString> m_paidOrders; ///< numbers
    QSet<QString> m_shownCodes; ///< numbers whose code a till has shown
    QMap<QString, int> m_announcements;
    QMap<QString, QString> m_codeOnScreen; ///< by till
    qint64 m_successes = 0;
    qint64 m_cases = 0;
    qint64 m_refunds = 0;
};

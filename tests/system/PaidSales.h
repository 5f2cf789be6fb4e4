// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/ServerTalk.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <QWebSocket>

/// A till that sells, and customers who pay at once, so many a second: order, watch, payment in the simulator, its
/// notification, and the push that says SUCCESS.
class PaidSales : public QObject
{
    Q_OBJECT
public:
    explicit PaidSales(const ServerAddresses &server);

    /// The till's WebSocket; false when it does not open.
    bool open();
    void begin(int perSecond);
    /// No more sales; those that run may come to their end. False when one has not after so long.
    bool finish(int timeoutMs);

    int begun() const { return m_begun; }
    int succeeded() const { return int(m_tookMs.size()); }
    const QStringList &faults() const { return m_faults; }
    /// From asking for the order to the push; of all that succeeded, so many per cent took no longer.
    qint64 percentileMs(int percent) const;

private:
    void sell();
    void watch(const QString &number);
    void pay(const QString &number);
    void heard(const QString &text);
    HttpHeaders headers() const;

    ServerAddresses m_server;
    NetworkTransport m_network;
    QWebSocket m_socket;
    QTimer m_pace;
    QElapsedTimer m_clock;
    QHash<QString, qint64> m_askedAt; ///< what runs, by order number
    QList<qint64> m_tookMs;
    QStringList m_faults;
    int m_begun = 0;
};

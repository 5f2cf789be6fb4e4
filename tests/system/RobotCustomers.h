// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/ProcessShop.h"

#include <QHash>
#include <QTimer>
#include <random>

/// The people in front of the tills: each order that WeChat Pay's twin knows has one, who pays at some moment or never.
class RobotCustomers : public QObject
{
    Q_OBJECT
public:
    static constexpr int paceMs = 60; ///< between two looks at what there is to pay

    RobotCustomers(const ProcessShop &shop, quint64 seed);

    void come() { m_pace.start(paceMs); }
    void go() { m_pace.stop(); }
    /// Orders whose number begins so are paid, if at all, at any time of their life, to the last second.
    static QString slowPrefix() { return QStringLiteral("UNTENDED"); }
    static constexpr qint64 slowestMs = 61'000;

    int paid = 0; ///< confirmed by the twin
    int tooLate = 0; ///< the twin refused

private:
    void look();
    void decide(const QJsonObject &order);
    void pay(const QString &number);

    QUrl m_twin;
    NetworkTransport m_network;
    std::mt19937_64 m_dice;
    QTimer m_pace;
    QElapsedTimer m_since;
    QHash<QString, qint64> m_payAtMs; ///< of m_since; -1: never, or done
    bool m_looking = false;
};

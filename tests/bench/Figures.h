// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// The times of one kind of round, in nanoseconds, and what is said of them.
class Figures
{
public:
    void add(qint64 ns) { m_ns.append(ns); }
    qsizetype count() const { return m_ns.size(); }
    /// The smallest time that this share of all does not exceed, milliseconds; share: 0 to 1.
    double ms(double share) const;
    /// "Pay to QR painted    41.2   55.0   80.1   300  pass"; targetMs at p95, 0: none.
    QString line(const QString &name, int targetMs) const;
    bool meets(int targetMs) const { return count() > 0 && ms(0.95) <= targetMs; }
    static QString heading();

private:
    QList<qint64> m_ns;
};

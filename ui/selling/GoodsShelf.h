// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/selling/GoodsDesk.h"

#include <QHash>
#include <QStringList>

/// The till's copy of the shop's goods. It is kept in a file, so that a till without its server sells what it sold
/// before, and asked for anew every few minutes.
class GoodsShelf final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes freshFor{3};
    static constexpr qint64 mostBytes = 16LL * 1024 * 1024; ///< of the file; more is none of ours

    GoodsShelf(GoodsDesk &desk, Clock &clock, const QString &file, QObject *parent = nullptr);

    /// Reads the file, and asks from now on.
    void start();

    /// Somebody has just changed the list.
    void askNow() { ask(); }

    bool isEmpty() const { return m_onSale.isEmpty(); }
    qsizetype count() const { return m_count; } ///< those not on sale too
    QDateTime askedAt() const { return m_askedAt; } ///< when the server last said so; invalid: never
    /// As scanned: exactly, or with the zero in front that makes twelve digits (UPC-A) thirteen (EAN-13). Null:
    /// unknown, or not on sale.
    const ShelfGoods *byBarcode(const QString &barcode) const;
    const ShelfGoods *byCode(const QString &code) const;
    /// In the shop's order, as are the goods of each.
    const QStringList &categories() const { return m_categories; }
    QList<ShelfGoods> in(const QString &category) const;
    QList<ShelfGoods> first(qsizetype count) const { return m_onSale.mid(0, count); }

signals:
    void changed();

private:
    void ask();
    void take(const GoodsDesk::List &list);
    void keep(const GoodsDesk::List &list) const;

    GoodsDesk &m_desk;
    Clock &m_clock;
    QString m_file;
    qint64 m_version = 0;
    qsizetype m_count = 0;
    QDateTime m_askedAt;
    int m_asks = 0; ///< counts them: only the newest one's answer plans the next
    QList<ShelfGoods> m_onSale;
    QStringList m_categories;
    QHash<QString, qsizetype> m_byBarcode; ///< places in m_onSale
    QHash<QString, qsizetype> m_byCode;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

#include <QList>
#include <QString>

/// Something the shop sells, as its list has it.
class Goods
{
public:
    static constexpr int maxCodeLength = 32; ///< of a barcode too
    static constexpr int maxNameLength = 64;
    static constexpr int maxCategoryLength = 32;
    static constexpr qint64 maxPriceFen = 9'999'999;
    static constexpr int maxPosition = 99'999;
    static constexpr qsizetype mostInAShop = 10'000;

    struct Fields
    {
        QString code; ///< the shop's own name for it, its key: 1 to 32 of digits, letters, _ and -
        QString barcode; ///< what is printed on it: empty, or 4 to 32 of the same
        QString name; ///< 1 to 64 plain characters; blanks at its ends do not count
        Money price; ///< of one
        QString category; ///< 1 to 32 plain characters
        int position = 0; ///< 0 to 99999: where it stands on the till
        bool onSale = true;

        friend bool operator==(const Fields &, const Fields &) = default;
    };
    /// InvalidInput says which member is at fault.
    static Result<Goods> make(Fields fields);

    const QString &code() const { return m_fields.code; }
    const QString &barcode() const { return m_fields.barcode; }
    const QString &name() const { return m_fields.name; }
    Money price() const { return m_fields.price; }
    const QString &category() const { return m_fields.category; }
    int position() const { return m_fields.position; }
    bool isOnSale() const { return m_fields.onSale; }
    const Fields &fields() const { return m_fields; }

    friend bool operator==(const Goods &, const Goods &) = default;

private:
    explicit Goods(Fields fields) : m_fields(std::move(fields)) {}
    Fields m_fields;
};

/// All goods of a shop at one moment, in the order in which a till shows them.
struct GoodsList
{
    QList<Goods> goods;
    qint64 version = 0; ///< grows with every change; 0: there never were any
};

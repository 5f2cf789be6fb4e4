// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

#include <QList>
#include <optional>

/// What is rung up and what it can be rung up from: lines, discounts, goods, held bills.
struct SellingView
{
    enum class Layout { Amount, Goods };
    /// What lies over the lines, in their place.
    enum class Sheet { None, Discounts, Held, Cash, Other };
    enum class LineKind { Goods, Typed, Rate, Minus, Round };

    struct Line
    {
        QString id; ///< for Wish
        LineKind kind = LineKind::Typed;
        QString name; ///< of goods
        QString quantity; ///< as typed; empty while it is still to come
        QString price; ///< of one, as typed; empty while it is still to come
        std::optional<Money> amount; ///< nothing while a factor is still to come; of a discount what it takes off
        int rate = 0; ///< of Rate; of Round the whole it was rounded to, in fen
    };
    struct Tile
    {
        QString code;
        QString name;
        Money price;
    };
    struct HeldBill
    {
        QString id;
        QDateTime at;
        Money total;
        int pieces = 0;
        QString first; ///< the name of its first goods; empty: amounts alone
    };

    Layout layout = Layout::Amount;
    Sheet sheet = Sheet::None;

    QList<Line> lines; ///< of the bill in sight: being rung up, or being paid
    QString chosen; ///< a line's id; empty: none
    int linePage = 0; ///< counts up; the card shows it modulo the pages it has, the newest first
    int pieces = 0;
    Money saved; ///< by discounts

    static constexpr int tilesOnPage = 20;
    static constexpr int quickTiles = 4;
    bool hasGoods = false; ///< the shop has a list of goods
    QStringList categories;
    QString category; ///< the chosen one
    QList<Tile> tiles; ///< on the page of the category that is up
    int page = 0;
    int pages = 1;
    QList<Tile> quick; ///< the four beside the keypad

    QList<HeldBill> held; ///< the newest first
    QString heldChosen;
    int heldPage = 0;

    // The sheets
    QString typed; ///< for a discount
    QString typedPale;
    Money received; ///< cash
    bool receivedTyped = false; ///< else it is the exact amount
    QStringList otherKinds; ///< 支付宝, 银行卡, 其他
    int otherKind = 0; ///< the chosen one
};

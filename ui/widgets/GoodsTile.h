// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/SellingView.h"
#include "ui/widgets/TouchButton.h"

/// One of the shop's goods as a button: its name, its price, and the key that adds it too.
class GoodsTile : public TouchButton
{
    Q_OBJECT
public:
    GoodsTile(const QString &name, const Theme &theme, QWidget *parent);

    /// place: from 0; the first nine have keys.
    void show(const SellingView::Tile &tile, int place);
    /// No goods, but a way to more of them.
    void show(const QString &words, const QString &cap);
    using TouchButton::show;
    const QString &code() const { return m_tile.code; }
    bool showsAllWords() const override;

protected:
    void paintContent(QPainter &painter, const QColor &ink) const override;

private:
    QString priceText() const; ///< empty where it is no goods
    int pad() const { return width() < 80 ? 3 : width() < 110 ? 6 : m_theme.space(12); }
    QFont priceFont() const; ///< as large as the price has room

    SellingView::Tile m_tile;
    QString m_cap;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QuickGoods.h"

#include "ui/Wording.h"

#include <QHBoxLayout>

QuickGoods::QuickGoods(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_more(new GoodsTile(QStringLiteral("moreGoodsButton"), theme, this))
{
    setObjectName(QStringLiteral("quickGoods"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (int place = 0; place < SellingView::quickTiles; ++place) {
        auto *tile = new GoodsTile(QStringLiteral("quickGoods%1").arg(place), theme, this);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Ignored);
        policy.setRetainSizeWhenHidden(true);
        tile->setSizePolicy(policy);
        connect(tile, &QPushButton::clicked, this, [this, tile] { emit wished({Wish::Kind::Goods, tile->code()}); });
        row->addWidget(tile, 1);
        m_tiles.append(tile);
    }
    m_more->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    connect(m_more, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Layout}); });
    row->addWidget(m_more, 1);
    fit();
}

void QuickGoods::fit()
{
    layout()->setSpacing(qMax(6, m_theme.space(10)));
    setFixedHeight(m_theme.control(76));
}

void QuickGoods::show(const TillView &view)
{
    const auto &quick = view.selling.quick;
    for (int place = 0; place < int(m_tiles.size()); ++place) {
        m_tiles.at(place)->setVisible(place < quick.size());
        if (place < quick.size())
            m_tiles.at(place)->show(quick.at(place), place);
    }
    m_more->show(Wording::moreGoods(), QStringLiteral("Alt+L"));
}

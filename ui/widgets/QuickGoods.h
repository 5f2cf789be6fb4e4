// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/TillView.h"
#include "ui/models/Wish.h"
#include "ui/widgets/GoodsTile.h"

/// Four goods beside the keypad, and the way to all of them.
class QuickGoods : public QWidget
{
    Q_OBJECT
public:
    QuickGoods(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    const Theme &m_theme;
    QList<GoodsTile *> m_tiles;
    GoodsTile *m_more;
};

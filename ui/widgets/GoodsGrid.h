// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/TillView.h"
#include "ui/models/Wish.h"
#include "ui/widgets/GoodsTile.h"

class ActionButton;
class RunLine;

/// The shop's goods: a tab for each category, five by four of them on a page, and pages to turn.
class GoodsGrid : public QWidget
{
    Q_OBJECT
public:
    GoodsGrid(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using QWidget::show;

signals:
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int columns = 5;
    static constexpr int rows = SellingView::tilesOnPage / columns;

    TouchButton *turner(const char *name, const char *icon, int by);
    TouchButton *tabAt(qsizetype place);
    void arrange();
    void arrangeTabs();
    int tabWidth(const QString &category) const;
    int gap() const { return m_theme.density() == Theme::Density::Tiny ? 3 : qMax(6, m_theme.space(10)); }
    int barHeight() const { return m_theme.control(48); }

    const Theme &m_theme;
    QList<TouchButton *> m_tabs; ///< as many as were ever needed; hidden when not
    TouchButton *m_moreTabs;
    QList<GoodsTile *> m_tiles;
    ActionButton *m_byAmount;
    TouchButton *m_back;
    RunLine *m_page;
    TouchButton *m_next;
    QStringList m_categories;
    QString m_category;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/GoodsGrid.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/RunLine.h"

GoodsGrid::GoodsGrid(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("goodsGrid"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    for (int place = 0; place < SellingView::tilesOnPage; ++place) {
        auto *tile = new GoodsTile(QStringLiteral("tile%1").arg(place), theme, this);
        connect(tile, &QPushButton::clicked, this, [this, tile] { emit wished({Wish::Kind::Goods, tile->code()}); });
        m_tiles.append(tile);
    }
    m_moreTabs = new TouchButton(QStringLiteral("moreCategories"), QStringLiteral("flat"), theme, this);
    m_moreTabs->setIconName(QStringLiteral("next"));
    connect(m_moreTabs, &QPushButton::clicked, this, [this] {
        emit wished({Wish::Kind::Category, m_moreTabs->property("category").toString()});
    });
    m_byAmount = new ActionButton(QStringLiteral("byAmountButton"), QStringLiteral("plain"), QStringLiteral("Alt+L"),
                                  theme, this);
    m_byAmount->setType(16, QFont::DemiBold);
    m_byAmount->setCentred(true);
    connect(m_byAmount, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Layout}); });
    m_back = turner("goodsBack", "back", -1);
    m_next = turner("goodsNext", "next", 1);
    m_page = new RunLine(QStringLiteral("goodsPage"), theme, this);
    m_page->setAlignment(Qt::AlignHCenter);
}

TouchButton *GoodsGrid::turner(const char *name, const char *icon, int by)
{
    auto *button = new TouchButton(QLatin1String(name), QStringLiteral("plain"), m_theme, this);
    button->setIconName(QLatin1String(icon));
    connect(button, &QPushButton::clicked, this,
            [this, by] { emit wished({.kind = Wish::Kind::MoreGoods, .count = by}); });
    return button;
}

TouchButton *GoodsGrid::tabAt(qsizetype place)
{
    while (m_tabs.size() <= place) {
        auto *tab =
            new TouchButton(QStringLiteral("category%1").arg(m_tabs.size()), QStringLiteral("flat"), m_theme, this);
        connect(tab, &QPushButton::clicked, this, [this, tab] { emit wished({Wish::Kind::Category, tab->text()}); });
        m_tabs.append(tab);
    }
    return m_tabs.at(place);
}

void GoodsGrid::show(const TillView &view)
{
    const SellingView &selling = view.selling;
    m_categories = selling.categories;
    m_category = selling.category;
    for (int place = 0; place < int(m_tiles.size()); ++place) {
        m_tiles.at(place)->setVisible(place < selling.tiles.size());
        if (place < selling.tiles.size())
            m_tiles.at(place)->show(selling.tiles.at(place), place);
    }
    m_byAmount->setText(Wording::byAmount());
    m_byAmount->setAccessibleName(m_byAmount->text());
    m_moreTabs->setAccessibleName(Wording::moreCategories());
    m_back->setAccessibleName(Wording::goodsBack());
    m_next->setAccessibleName(Wording::goodsNext());
    for (QWidget *pager : QList<QWidget *>{m_back, m_next, m_page})
        pager->setVisible(selling.pages > 1);
    m_page->setRuns({{Wording::pageOf(selling.page + 1, selling.pages), m_theme.tokens().muted, 16}});
    arrange();
}

void GoodsGrid::resizeEvent(QResizeEvent *)
{
    arrange();
}

int GoodsGrid::tabWidth(const QString &category) const
{
    const QFontMetricsF metrics(m_theme.font(16, QFont::DemiBold));
    return qMax(44, int(metrics.horizontalAdvance(category)) + 2 * qMax(8, m_theme.space(16)) + 2);
}

/// As many tabs as have room, the chosen one among them; the last button turns to those after them.
void GoodsGrid::arrangeTabs()
{
    const bool filled = m_theme.tokens().border > 1; // where every edge is strong, green words say too little
    const int chosenAt = qMax(0, int(m_categories.indexOf(m_category)));
    const int count = int(m_categories.size());
    int begin = 0, end = 0;
    const auto fill = [&](int from) {
        int left = width() - 44 - gap();
        for (end = from; end < count; ++end) {
            left -= qMin(tabWidth(m_categories.at(end)), width() - 44 - gap()) + gap();
            if (left < -gap() && end > from)
                break;
        }
        begin = from;
    };
    for (fill(0); chosenAt >= end && end < count;)
        fill(end);
    int x = 0;
    for (int at = begin; at < end; ++at) {
        TouchButton *tab = tabAt(at - begin);
        const bool here = at == chosenAt;
        const int wide = qMin(tabWidth(m_categories.at(at)), width() - 44 - gap());
        tab->setTone(!here ? QStringLiteral("flat") : filled ? QStringLiteral("filled") : QStringLiteral("tab"));
        tab->setType(16, here ? QFont::DemiBold : QFont::Medium);
        tab->setText(m_categories.at(at));
        tab->setAccessibleName(here ? Wording::chosenPerson(m_categories.at(at)) : m_categories.at(at));
        tab->setGeometry(x, 0, wide, barHeight());
        tab->setVisible(true);
        x += wide + gap();
    }
    for (qsizetype place = end - begin; place < m_tabs.size(); ++place)
        m_tabs.at(place)->setVisible(false);
    m_moreTabs->setVisible(begin > 0 || end < count);
    m_moreTabs->setProperty("category", m_categories.value(end < count ? end : 0));
    m_moreTabs->setGeometry(width() - 44, 0, 44, barHeight());
}

void GoodsGrid::arrange()
{
    arrangeTabs();
    const int top = barHeight() + gap();
    const int bottom = height() - barHeight() - gap();
    const int wide = (width() - (columns - 1) * gap()) / columns;
    const int high = (bottom - top - (rows - 1) * gap()) / rows;
    for (int place = 0; place < int(m_tiles.size()); ++place)
        m_tiles.at(place)->setGeometry(place % columns * (wide + gap()), top + place / columns * (high + gap()), wide,
                                       high);
    const int foot = height() - barHeight();
    const int turn = qMax(56, m_theme.space(84));
    m_byAmount->setGeometry(0, foot, qMin(qMax(m_byAmount->sizeHint().width(), 64), width() / 2), barHeight());
    m_next->setGeometry(width() - turn, foot, turn, barHeight());
    m_page->setGeometry(width() - 2 * turn - 2 * gap(), foot, turn, barHeight());
    m_back->setGeometry(width() - 3 * turn - 3 * gap(), foot, turn, barHeight());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/HistoryPage.h"

#include "ui/Wording.h"
#include "ui/widgets/ExportCard.h"
#include "ui/widgets/FindPad.h"
#include "ui/widgets/OrderCard.h"
#include "ui/widgets/OrderTable.h"
#include "ui/widgets/SearchLine.h"

#include <QLabel>
#include <QStackedLayout>

namespace {

constexpr HistoryView::Filter filters[] = {HistoryView::Filter::All, HistoryView::Filter::Paid,
                                           HistoryView::Filter::Refunded, HistoryView::Filter::NotPaid,
                                           HistoryView::Filter::Odd};

} // namespace

HistoryPage::HistoryPage(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("historyPage"));
    auto *columns = new QHBoxLayout(this);
    columns->addWidget(makeLeft(), 874);
    columns->addWidget(makeRight(), 420);
    fit();
}

TouchButton *HistoryPage::addButton(const char *name, const char *tone, const Wish &wish)
{
    auto *button = new TouchButton(QLatin1String(name), QLatin1String(tone), m_theme, m_left);
    connect(button, &QPushButton::clicked, this, [this, wish] { emit wished(wish); });
    return button;
}

QWidget *HistoryPage::makeLeft()
{
    m_left = new Card(QStringLiteral("historyCard"), m_theme, this);
    m_left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_search = new SearchLine(QStringLiteral("searchLine"), m_theme, m_left);
    connect(m_search, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Find}); });
    m_earlier = addButton("earlierButton", "plain", {Wish::Kind::Earlier});
    m_day = addButton("dayButton", "plain", {Wish::Kind::Today});
    m_later = addButton("laterButton", "plain", {Wish::Kind::Later});
    m_export = addButton("exportButton", "plain", {Wish::Kind::Export});
    m_earlier->setText(QStringLiteral("‹"));
    m_later->setText(QStringLiteral("›"));
    m_table = new OrderTable(m_theme, m_left);
    connect(m_table, &OrderTable::wished, this, &HistoryPage::wished);
    m_says = new QLabel(m_left);
    m_says->setObjectName(QStringLiteral("historySays"));
    m_says->setWordWrap(true);
    auto *rows = new QVBoxLayout(m_left);
    auto *head = new QHBoxLayout;
    head->addWidget(m_search, 1);
    for (TouchButton *button : {m_earlier, m_day, m_later, m_export})
        head->addWidget(button);
    auto *chips = new QHBoxLayout;
    for (const auto filter : filters) {
        auto *chip = addButton("filterButton", "flat", {.kind = Wish::Kind::Filter, .count = int(filter)});
        chip->setObjectName(QStringLiteral("filter") + QString::number(int(filter)));
        m_filters.append(chip);
        chips->addWidget(chip);
    }
    chips->addStretch(1);
    rows->addLayout(head);
    rows->addLayout(chips);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_says);
    return m_left;
}

QWidget *HistoryPage::makeRight()
{
    auto *right = new QWidget(this);
    right->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_order = new OrderCard(m_theme, right);
    m_pad = new FindPad(QStringLiteral("find"), FindPad::Keys::Search, m_theme, right);
    m_exporting = new ExportCard(m_theme, right);
    m_sides = new QStackedLayout(right); // in the order of HistoryView::Side
    m_sides->addWidget(m_order);
    m_sides->addWidget(m_pad);
    m_sides->addWidget(m_exporting);
    connect(m_order, &OrderCard::wished, this, &HistoryPage::wished);
    connect(m_pad, &FindPad::wished, this, &HistoryPage::wished);
    connect(m_exporting, &ExportCard::wished, this, &HistoryPage::wished);
    return right;
}

void HistoryPage::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const bool regular = m_theme.density() == Theme::Density::Regular;
    const int margin = qMax(8, m_theme.space(24));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(margin);
    const int pad = tiny ? 6 : m_theme.space(20);
    auto *rows = qobject_cast<QVBoxLayout *>(m_left->layout());
    rows->setContentsMargins(2, tiny ? 6 : m_theme.space(18), 2, (tiny ? 2 : m_theme.space(8)) + 2);
    rows->setSpacing(tiny ? 2 : qMax(4, m_theme.space(10)));
    for (int place = 0; place < 2; ++place) { // the table's lines go from edge to edge
        QLayout *line = rows->itemAt(place)->layout();
        line->setContentsMargins(pad, 0, pad, 0);
        line->setSpacing(qMax(4, m_theme.space(12)));
    }
    m_says->setContentsMargins(pad, 0, pad, 0);
    m_search->setFixedHeight(m_theme.control(48));
    for (TouchButton *button : {m_earlier, m_later})
        button->setFixedSize(44, m_theme.control(48));
    for (TouchButton *button : {m_day, m_export}) {
        button->setType(regular ? 18 : 15, QFont::DemiBold);
        button->setFixedHeight(m_theme.control(48));
    }
    for (TouchButton *chip : m_filters) {
        chip->setType(regular ? 16 : 15, QFont::DemiBold);
        chip->setFixedHeight(44);
    }
    m_order->fit();
    m_pad->fit();
    m_exporting->fit();
}

void HistoryPage::show(const TillView &view)
{
    const HistoryView &history = view.office.history;
    showHead(history);
    m_table->show(history);
    showSays(history);
    m_sides->setCurrentIndex(int(history.side));
    m_order->show(view);
    m_pad->show(Wording::keyDone(), true);
    m_exporting->show(view);
}

void HistoryPage::showHead(const HistoryView &history)
{
    m_search->show(history.text, Wording::historyFind(), Wording::historyFound(history));
    m_day->setText(Wording::historyDay(history));
    m_day->setAccessibleName(m_day->text());
    m_earlier->setAccessibleName(Wording::earlierDay());
    m_later->setAccessibleName(Wording::laterDay());
    m_earlier->setEnabled(history.day.isValid());
    m_later->setEnabled(history.day.isValid() && !history.isToday);
    m_export->setText(Wording::exportOrders());
    m_export->setAccessibleName(m_export->text());
    const bool filled = m_theme.tokens().border > 1; // where every edge is strong, green words say too little
    for (qsizetype place = 0; place < m_filters.size(); ++place) {
        TouchButton *chip = m_filters.at(place);
        const bool chosen = filters[place] == history.filter;
        chip->setTone(!chosen ? QStringLiteral("flat") : filled ? QStringLiteral("filled") : QStringLiteral("tab"));
        chip->setText(Wording::filter(filters[place]));
        chip->setAccessibleName(chosen ? Wording::chosenPerson(chip->text()) : chip->text());
        chip->updateGeometry();
    }
}

void HistoryPage::showSays(const HistoryView &history)
{
    using Say = HistoryView::Say;
    const ThemeTokens &tokens = m_theme.tokens();
    const bool quiet = history.say == Say::Loading || history.say == Say::NoneFound || history.say == Say::OnlyNewest;
    const QColor colour = quiet ? tokens.muted : tokens.red.ink;
    m_says->setStyleSheet(QStringLiteral("color: %1; font-weight: %2;").arg(colour.name()).arg(quiet ? 400 : 600));
    m_says->setText(Wording::historySays(history));
    m_says->setVisible(!m_says->text().isEmpty() && !(history.say == Say::Loading && !history.lines.isEmpty()));
}

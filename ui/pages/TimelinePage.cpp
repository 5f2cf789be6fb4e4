// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/TimelinePage.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/TimelineList.h"
#include "ui/widgets/UnderWayPill.h"

#include <QLabel>
#include <QVBoxLayout>

TimelinePage::TimelinePage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_card(new Card(QStringLiteral("timelineCard"), theme, this)),
      m_title(new RunLine(QStringLiteral("timelineTitle"), theme, m_card)), m_underWay(new UnderWayPill(theme, m_card)),
      m_list(new TimelineList(theme, m_card)), m_says(new QLabel(m_card)), m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("timelinePage"));
    m_underWay->setObjectName(QStringLiteral("timelineUnderWay"));
    m_says->setObjectName(QStringLiteral("timelineSays"));
    m_says->setProperty("role", "label");
    m_says->setWordWrap(true);
    m_back = addButton(QStringLiteral("timelineBack"), QStringLiteral("Esc"), Wish::Kind::Cancel);
    m_more = addButton(QStringLiteral("timelineMore"), {}, Wish::Kind::MoreRows);
    m_export = addButton(QStringLiteral("timelineExport"), {}, Wish::Kind::Export);
    connect(m_list, &TimelineList::resized, this, &TimelinePage::showPage);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_underWay);
    auto *inside = new QVBoxLayout(m_card);
    inside->addLayout(head);
    inside->addWidget(m_list, 1);
    inside->addWidget(m_says);
    inside->addLayout(m_buttons);
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_card);
    fit();
}

ActionButton *TimelinePage::addButton(const QString &name, const QString &keyCap, Wish::Kind kind)
{
    auto *button = new ActionButton(name, QStringLiteral("plain"), keyCap, m_theme, m_card);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, kind] { emit wished({kind}); });
    m_buttons->addWidget(button);
    return button;
}

void TimelinePage::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int margin = tiny ? 6 : qMax(8, m_theme.space(24));
    layout()->setContentsMargins(margin, margin, margin, margin);
    const int inner = tiny ? 8 : m_theme.space(20);
    m_card->layout()->setContentsMargins(inner, inner, inner, inner);
    m_card->layout()->setSpacing(tiny ? 4 : m_theme.space(10));
    m_buttons->setSpacing(qMax(8, m_theme.space(12)));
    for (ActionButton *button : {m_back, m_more, m_export})
        button->setFixedHeight(m_theme.control(56));
}

void TimelinePage::show(const TillView &view)
{
    const TimelineView &shown = view.timeline;
    const ThemeTokens &tokens = m_theme.tokens();
    QList<RunLine::Run> title{{Wording::timelineTitle(), tokens.ink, 22, QFont::DemiBold, {}, 10}};
    if (!shown.tail.isEmpty())
        title.append({Wording::tail(shown.tail), tokens.muted, 18});
    m_title->setRuns(title);
    m_underWay->show(view);
    m_underWay->setVisible(!Wording::underWay(view).isEmpty());
    m_list->show(shown);
    m_says->setText(Wording::timelineSays(shown));
    m_says->setVisible(!m_says->text().isEmpty());
    m_back->setText(Wording::backToSale());
    m_export->setText(Wording::timelineExport());
    m_export->setEnabled(!shown.rows.isEmpty());
    for (ActionButton *button : {m_back, m_export})
        button->setAccessibleName(button->text());
    showPage();
}

void TimelinePage::showPage()
{
    m_more->setText(Wording::timelineMore(m_list->page() + 1, m_list->pages()));
    m_more->setAccessibleName(m_more->text());
    m_more->setVisible(m_list->pages() > 1);
}

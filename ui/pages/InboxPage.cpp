// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/InboxPage.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/CaseCard.h"
#include "ui/widgets/CasePill.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowList.h"
#include "ui/widgets/SupervisorPad.h"

#include <QLabel>
#include <QStackedLayout>

InboxPage::InboxPage(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("inboxPage"));
    auto *columns = new QHBoxLayout(this);
    columns->addWidget(makeLeft(), 758);
    columns->addWidget(makeRight(), 536);
    fit();
}

QWidget *InboxPage::makeLeft()
{
    m_left = new Card(QStringLiteral("inboxCard"), m_theme, this);
    m_left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_open = new TouchButton(QStringLiteral("inboxOpenButton"), QStringLiteral("flat"), m_theme, m_left);
    m_decided = new ActionButton(QStringLiteral("inboxDecidedButton"), QStringLiteral("flat"), QStringLiteral("0"),
                                 m_theme, m_left);
    m_back = new ActionButton(QStringLiteral("inboxBackButton"), QStringLiteral("plain"), QStringLiteral("Esc"),
                              m_theme, m_left);
    m_back->setType(16, QFont::DemiBold);
    connect(m_back, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Cancel}); });
    for (TouchButton *tab : {m_open, m_decided})
        connect(tab, &QPushButton::clicked, this, [this, tab] {
            if (tab->tone() == QLatin1String("flat"))
                emit wished({Wish::Kind::Decided});
        });
    m_rows = new RowList(QStringLiteral("case"), m_theme, m_left);
    connect(m_rows, &RowList::wished, this, &InboxPage::wished);
    m_nothing = new QWidget(m_left);
    m_nothingTitle = Labels::wrapped("inboxNothing", "title", m_nothing);
    m_nothingSays = Labels::wrapped("inboxCalm", "label", m_nothing);
    auto *calm = new QVBoxLayout(m_nothing);
    calm->addStretch(2);
    for (QLabel *label : {m_nothingTitle, m_nothingSays}) {
        label->setAlignment(Qt::AlignCenter);
        calm->addWidget(label);
    }
    calm->addStretch(3);
    m_says = Labels::wrapped("inboxSays", "label", m_left);
    auto *rows = new QVBoxLayout(m_left);
    auto *head = new QHBoxLayout;
    head->addWidget(m_open);
    head->addWidget(m_decided);
    head->addStretch(1);
    head->addWidget(m_back);
    rows->addLayout(head);
    m_lists = new QStackedLayout;
    m_lists->addWidget(m_rows);
    m_lists->addWidget(m_nothing);
    rows->addLayout(m_lists, 1);
    rows->addWidget(m_says);
    return m_left;
}

QWidget *InboxPage::makeRight()
{
    auto *right = new QWidget(this);
    right->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *side = new QWidget(right);
    m_case = new CaseCard(m_theme, side);
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_case);
    m_supervisor = new SupervisorPad(m_theme, right);
    m_sides = new QStackedLayout(right);
    m_sides->addWidget(side);
    m_sides->addWidget(m_supervisor);
    connect(m_case, &CaseCard::wished, this, &InboxPage::wished);
    connect(m_supervisor, &SupervisorPad::wished, this, &InboxPage::wished);
    return right;
}

void InboxPage::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const bool regular = m_theme.density() == Theme::Density::Regular;
    const int margin = qMax(8, m_theme.space(24));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(margin);
    const int pad = tiny ? 8 : m_theme.space(22);
    m_left->layout()->setContentsMargins(pad, tiny ? 4 : m_theme.space(16), pad, (tiny ? 4 : m_theme.space(14)) + 2);
    m_left->layout()->setSpacing(qMax(4, m_theme.space(12)));
    for (TouchButton *tab : {m_open, m_decided}) {
        tab->setType(regular ? 18 : 16, QFont::DemiBold);
        tab->setFixedHeight(m_theme.control(48));
    }
    m_back->setFixedSize(qMax(100, m_theme.space(136)), m_theme.control(48));
    m_says->setFixedHeight(m_theme.text(regular ? 28 : tiny ? 56 : 40));
    m_case->fit();
}

void InboxPage::show(const TillView &view)
{
    const InboxView &inbox = view.office.inbox;
    const bool filled = m_theme.tokens().border > 1; // where every edge is strong, green words say too little
    const auto tone = [filled](bool chosen) {
        return !chosen ? QStringLiteral("flat") : filled ? QStringLiteral("filled") : QStringLiteral("tab");
    };
    m_open->setText(Wording::inboxOpen(inbox.open));
    m_decided->setText(Wording::inboxDecided());
    m_open->setTone(tone(!inbox.decided));
    m_decided->setTone(tone(inbox.decided));
    m_back->setText(Wording::backHint());
    for (TouchButton *button : {m_open, m_decided, static_cast<TouchButton *>(m_back)})
        button->setAccessibleName(button->text());
    showList(inbox);
    showSays(inbox);
    const bool signing = inbox.step == InboxView::Step::Supervisor;
    m_sides->setCurrentIndex(signing ? 1 : 0);
    m_case->show(view);
    if (signing)
        m_supervisor->show(view);
}

void InboxPage::showList(const InboxView &inbox)
{
    const ThemeTokens &tokens = m_theme.tokens();
    QList<RowButton::Row> rows;
    for (const InboxView::Item &item : inbox.items) {
        const bool waits = CasePill::waits(item.about);
        rows.append({QString::number(item.about.id), Wording::money(item.about.amount), Wording::caseDetail(item.about),
                     waits ? Wording::caseName(item.about.kind) : Wording::caseDecision(item.about),
                     CasePill::iconOf(item.about), waits ? &tokens.red : &tokens.grey});
    }
    m_rows->show(rows, QString::number(inbox.chosen), inbox.page);
    const bool nothing = rows.isEmpty() && inbox.say != InboxView::Say::Loading && inbox.say != InboxView::Say::NotRead;
    m_lists->setCurrentIndex(nothing ? 1 : 0);
    m_nothingTitle->setText(Wording::inboxEmpty(inbox.decided));
    m_nothingSays->setText(Wording::inboxCalm());
}

void InboxPage::showSays(const InboxView &inbox)
{
    using Say = InboxView::Say;
    const ThemeTokens &tokens = m_theme.tokens();
    QColor colour = tokens.red.ink;
    if (inbox.say == Say::Nothing || inbox.say == Say::Loading || inbox.say == Say::Asking)
        colour = tokens.muted;
    if (inbox.say == Say::NeedsSupervisor)
        colour = tokens.amber.ink;
    if (inbox.say == Say::Honoured || inbox.say == Say::GivenBack)
        colour = tokens.ink;
    m_says->setStyleSheet(
        QStringLiteral("color: %1; font-weight: %2;").arg(colour.name()).arg(colour == tokens.muted ? 400 : 600));
    m_says->setText(Wording::inboxSays(inbox));
}

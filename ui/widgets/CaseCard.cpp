// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CaseCard.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/CasePill.h"
#include "ui/widgets/ReasonPicker.h"
#include "ui/widgets/RunLine.h"

#include <QLabel>
#include <QVBoxLayout>

CaseCard::CaseCard(const Theme &theme, QWidget *parent)
    : Card(QStringLiteral("caseCard"), theme, parent), m_pill(new CasePill(theme, this)),
      m_detail(new RunLine(QStringLiteral("caseDetail"), theme, this)), m_story(new QLabel(this)),
      m_paidLabel(new RunLine(QStringLiteral("casePaidLabel"), theme, this)),
      m_paid(new RunLine(QStringLiteral("casePaid"), theme, this)),
      m_dueLabel(new RunLine(QStringLiteral("caseDueLabel"), theme, this)),
      m_due(new RunLine(QStringLiteral("caseDue"), theme, this)), m_decision(new QLabel(this)),
      m_reasons(new ReasonPicker(ReasonPicker::Shape::Column, theme, this)),
      m_honour(addButton("honourButton", "plain", "1", Wish::Kind::Honour)),
      m_giveBack(addButton("giveBackButton", "plain", "2", Wish::Kind::GiveBack)),
      m_decide(addButton("decideButton", "pay", "Enter", Wish::Kind::Pay))
{
    m_story->setObjectName(QStringLiteral("caseStory"));
    m_decision->setObjectName(QStringLiteral("caseDecision"));
    m_decision->setProperty("role", "label");
    for (QLabel *label : {m_story, m_decision}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    m_detail->setAlignment(Qt::AlignRight);
    m_decide->setCentred(true);
    auto *rows = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_pill);
    head->addWidget(m_detail, 1);
    rows->addLayout(head);
    rows->addWidget(m_story);
    const auto addRow = [rows](RunLine *label, RunLine *value) {
        auto *line = new QHBoxLayout;
        value->setAlignment(Qt::AlignRight);
        line->addWidget(label);
        line->addWidget(value, 1);
        rows->addLayout(line);
    };
    addRow(m_dueLabel, m_due);
    addRow(m_paidLabel, m_paid);
    rows->addWidget(m_decision);
    rows->addStretch(1);
    rows->addWidget(m_reasons);
    rows->addWidget(m_honour);
    rows->addWidget(m_giveBack);
    rows->addWidget(m_decide);
    connect(m_reasons, &ReasonPicker::wished, this, &CaseCard::wished);
    fit();
}

ActionButton *CaseCard::addButton(const char *name, const char *tone, const char *cap, Wish::Kind kind)
{
    auto *button = new ActionButton(QLatin1String(name), QLatin1String(tone), QLatin1String(cap), m_theme, this);
    button->setType(18, QFont::DemiBold);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, kind] { emit wished({kind}); });
    return button;
}

void CaseCard::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int pad = tiny ? 8 : m_theme.space(22);
    layout()->setContentsMargins(pad, tiny ? 6 : m_theme.space(20), pad, (tiny ? 6 : m_theme.space(18)) + 2);
    layout()->setSpacing(tiny ? 4 : qMax(5, m_theme.space(12)));
    m_story->setFixedHeight(m_theme.text(tiny ? 50 : 54));
    m_decision->setFixedHeight(m_theme.text(tiny ? 56 : 48));
    for (ActionButton *button : {m_honour, m_giveBack, m_decide})
        button->setFixedHeight(m_theme.control(64));
}

void CaseCard::show(const TillView &view)
{
    const InboxView &inbox = view.office.inbox;
    const auto found = std::find_if(inbox.items.begin(), inbox.items.end(),
                                    [&inbox](const auto &item) { return item.about.id == inbox.chosen; });
    setVisible(found != inbox.items.end());
    if (found == inbox.items.end())
        return;
    const ThemeTokens &tokens = m_theme.tokens();
    const PaymentCase &about = found->about;
    m_pill->show(about);
    m_detail->setRuns({{Wording::caseDetail(about), tokens.muted, 16}});
    m_story->setText(Wording::caseStory(about));
    showAmounts(about);
    const bool decided = !CasePill::waits(about);
    m_decision->setVisible(decided);
    m_decision->setText(decided ? Wording::caseDecided(*found) : QString());
    showMoves(inbox, *found);
}

void CaseCard::showAmounts(const PaymentCase &about)
{
    const ThemeTokens &tokens = m_theme.tokens();
    const bool compared = about.kind != CaseKind::RefundAbnormal; // a part of a payment may well be less than it
    const bool differs = compared && about.expected && *about.expected != about.amount;
    m_dueLabel->setVisible(differs);
    m_due->setVisible(differs);
    if (differs) {
        m_dueLabel->setRuns({{Wording::caseExpected(), tokens.muted, 16}});
        m_due->setRuns({{Wording::money(*about.expected), tokens.ink, 20, QFont::DemiBold}});
    }
    m_paidLabel->setRuns({{Wording::casePaid(about.kind), tokens.muted, 16}});
    m_paid->setRuns({{Wording::money(about.amount), differs ? tokens.red.mark : tokens.ink, 24, QFont::Bold}});
}

void CaseCard::showMoves(const InboxView &inbox, const InboxView::Item &item)
{
    const bool waits = CasePill::waits(item.about);
    const bool choosing = waits && inbox.step == InboxView::Step::List;
    const bool reasoning = waits && inbox.step == InboxView::Step::Reason;
    m_honour->setVisible(choosing);
    m_giveBack->setVisible(choosing && item.about.kind != CaseKind::Foreign);
    const bool crowded = reasoning && m_theme.density() == Theme::Density::Tiny;
    m_story->setVisible(!crowded); // it was read on the step before
    if (crowded) {
        m_dueLabel->setVisible(false);
        m_due->setVisible(false);
    }
    m_reasons->setVisible(reasoning);
    m_decide->setVisible(reasoning);
    m_honour->setText(Wording::honour(item.about.kind));
    m_giveBack->setText(Wording::giveBack(item.about.kind));
    m_decide->setText(Wording::decide(inbox, item.about));
    m_decide->setEnabled(inbox.say != InboxView::Say::Asking);
    for (ActionButton *button : {m_honour, m_giveBack, m_decide})
        button->setAccessibleName(button->text());
    m_reasons->show(inbox.reasons, inbox.reason);
    m_reasons->setFixedHeight(qMax(44, m_reasons->heightNeeded()));
}

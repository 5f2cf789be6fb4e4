// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/CheckPage.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FindPad.h"
#include "ui/widgets/OrderPill.h"
#include "ui/widgets/RowList.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/SearchLine.h"
#include "ui/widgets/VerdictCard.h"

#include <QLabel>
#include <QStackedLayout>

CheckPage::CheckPage(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("checkPage"));
    auto *columns = new QHBoxLayout(this);
    columns->addWidget(makeLeft(), 758);
    m_pad = new FindPad(QStringLiteral("check"), FindPad::Keys::Digits, m_theme, this);
    m_pad->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_pad, &FindPad::wished, this, &CheckPage::wished);
    columns->addWidget(m_pad, 536);
    fit();
}

QWidget *CheckPage::makeLeft()
{
    m_left = new Card(QStringLiteral("checkCard"), m_theme, this);
    m_left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const auto label = [this](const char *name, const char *role) {
        auto *made = new QLabel(m_left);
        made->setObjectName(QLatin1String(name));
        made->setProperty("role", role);
        made->setWordWrap(true);
        return made;
    };
    m_title = label("checkTitle", "title");
    m_nothing = label("checkNothing", "label");
    m_nothing->setAlignment(Qt::AlignCenter);
    m_says = label("checkSays", "label");
    m_back = new ActionButton(QStringLiteral("checkBackButton"), QStringLiteral("plain"), QStringLiteral("Esc"),
                              m_theme, m_left);
    m_back->setType(16, QFont::DemiBold);
    connect(m_back, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Cancel}); });
    m_typed = new SearchLine(QStringLiteral("checkLine"), m_theme, m_left);
    m_typed->setAttribute(Qt::WA_TransparentForMouseEvents); // its keys are there already
    m_typed->setFocusPolicy(Qt::NoFocus);
    m_recentTitle = new RunLine(QStringLiteral("checkRecentTitle"), m_theme, m_left);
    m_recent = new RowList(QStringLiteral("recent"), m_theme, m_left);
    connect(m_recent, &RowList::wished, this, &CheckPage::wished);
    m_verdict = new VerdictCard(m_theme, m_left);
    auto *rows = new QVBoxLayout(m_left);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_back);
    rows->addLayout(head);
    rows->addWidget(m_typed);
    rows->addWidget(m_recentTitle);
    m_faces = new QStackedLayout;
    for (QWidget *face : QList<QWidget *>{m_recent, m_nothing, m_verdict})
        m_faces->addWidget(face);
    rows->addLayout(m_faces, 1);
    rows->addWidget(m_says);
    return m_left;
}

void CheckPage::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int margin = qMax(8, m_theme.space(24));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(margin);
    const int pad = tiny ? 8 : m_theme.space(22);
    m_left->layout()->setContentsMargins(pad, tiny ? 4 : m_theme.space(16), pad, (tiny ? 4 : m_theme.space(14)) + 2);
    m_left->layout()->setSpacing(tiny ? 3 : qMax(4, m_theme.space(12)));
    m_back->setFixedSize(qMax(100, m_theme.space(136)), m_theme.control(48));
    m_typed->setFixedHeight(m_theme.control(56));
    m_verdict->fit();
    m_pad->fit();
}

void CheckPage::show(const TillView &view)
{
    const CheckView &check = view.office.check;
    const bool answered = check.say == CheckView::Say::Answered;
    m_title->setText(Wording::checkTitle());
    m_back->setText(Wording::backHint());
    m_back->setAccessibleName(m_back->text());
    m_typed->show(check.typed, Wording::checkFind(), {});
    m_recentTitle->setRuns({{Wording::checkRecent(), m_theme.tokens().muted, 14, QFont::DemiBold}});
    m_recentTitle->setVisible(!answered && m_theme.density() != Theme::Density::Tiny);
    showRecent(check);
    if (answered)
        m_verdict->show(check);
    m_faces->setCurrentIndex(answered ? 2 : check.recent.isEmpty() ? 1 : 0);
    showSays(check);
    const bool something = !check.typed.isEmpty() || !check.chosen.isEmpty();
    m_pad->show(Wording::checkAsk(check), something && check.say != CheckView::Say::Asking);
}

void CheckPage::showRecent(const CheckView &check)
{
    QList<RowButton::Row> rows;
    for (const OrderLine &line : check.recent)
        rows.append({line.number, Wording::money(line.amount), Wording::checkDetail(line), Wording::orderState(line),
                     OrderPill::iconOf(line), &OrderPill::tintOf(line, m_theme)});
    m_recent->show(rows, check.typed.isEmpty() ? check.chosen : QString(), check.page);
    m_nothing->setText(check.say == CheckView::Say::Loading ? QString() : Wording::checkNoneRecent());
}

void CheckPage::showSays(const CheckView &check)
{
    using Say = CheckView::Say;
    const ThemeTokens &tokens = m_theme.tokens();
    const bool quiet = check.say == Say::Loading || check.say == Say::Asking || check.say == Say::NotRead;
    const QColor colour = check.say == Say::Asking ? tokens.purple.ink : quiet ? tokens.muted : tokens.red.ink;
    m_says->setStyleSheet(QStringLiteral("color: %1; font-weight: %2;").arg(colour.name()).arg(quiet ? 400 : 600));
    m_says->setText(Wording::checkSays(check));
    m_says->setVisible(!m_says->text().isEmpty());
}

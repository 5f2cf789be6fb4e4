// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/OrderCard.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/OrderPill.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/StoryList.h"

#include <QLabel>
#include <QVBoxLayout>

OrderCard::OrderCard(const Theme &theme, QWidget *parent)
    : Card(QStringLiteral("orderCard"), theme, parent),
      m_amount(new RunLine(QStringLiteral("orderAmount"), theme, this)), m_state(new OrderPill(theme, this)),
      m_number(new RunLine(QStringLiteral("orderNumber"), theme, this)),
      m_payer(new RunLine(QStringLiteral("orderPayer"), theme, this)), m_nothing(new QLabel(this)),
      m_story(new StoryList(theme, this)), m_hint(new RunLine(QStringLiteral("storyHint"), theme, this)),
      m_refund(addButton("orderRefundButton", "F9", Wish::Kind::Refund)),
      m_reprint(addButton("orderReprintButton", "F10", Wish::Kind::Reprint))
{
    m_nothing->setObjectName(QStringLiteral("orderNothing"));
    m_nothing->setProperty("role", "label");
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *rows = new QVBoxLayout(this);
    m_head = new QHBoxLayout;
    m_head->addWidget(m_amount, 0, Qt::AlignLeft);
    m_head->addWidget(m_state, 0, Qt::AlignLeft);
    m_head->setAlignment(Qt::AlignLeft);
    rows->addLayout(m_head);
    rows->addWidget(m_number);
    rows->addWidget(m_payer);
    rows->addWidget(m_nothing, 1);
    rows->addWidget(m_story, 1);
    rows->addWidget(m_hint);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_refund);
    buttons->addWidget(m_reprint);
    rows->addLayout(buttons);
    fit();
}

ActionButton *OrderCard::addButton(const char *name, const char *cap, Wish::Kind kind)
{
    auto *button = new ActionButton(QLatin1String(name), QStringLiteral("plain"), QLatin1String(cap), m_theme, this);
    button->setType(18, QFont::DemiBold);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, kind] { emit wished({kind}); });
    return button;
}

void OrderCard::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int pad = tiny ? 8 : m_theme.space(24);
    layout()->setContentsMargins(pad, tiny ? 6 : m_theme.space(22), pad, (tiny ? 6 : m_theme.space(20)) + 2);
    layout()->setSpacing(tiny ? 2 : qMax(4, m_theme.space(8)));
    for (ActionButton *button : {m_refund, m_reprint})
        button->setFixedHeight(m_theme.control(64));
}

void OrderCard::show(const TillView &view)
{
    const HistoryView &history = view.office.history;
    const auto found = std::find_if(history.lines.begin(), history.lines.end(),
                                    [&history](const OrderLine &line) { return line.number == history.chosen; });
    const bool is = found != history.lines.end();
    const bool regular = m_theme.density() == Theme::Density::Regular;
    for (QWidget *part : QList<QWidget *>{m_amount, m_state, m_number, m_story, m_refund, m_reprint})
        part->setVisible(is);
    m_hint->setVisible(is && regular);
    m_nothing->setVisible(!is);
    m_nothing->setText(Wording::nothingChosen());
    m_payer->setVisible(false);
    if (!is)
        return;
    const ThemeTokens &tokens = m_theme.tokens();
    m_line = *found;
    m_amount->setRuns({{Wording::money(m_line.amount), tokens.ink, 22, QFont::DemiBold}});
    m_state->show(m_line);
    showNumber();
    showPayer();
    m_story->show(history.story);
    m_hint->setRuns({{Wording::storyHint(), tokens.muted, 14}});
    m_refund->setText(Wording::tabRefund());
    m_reprint->setText(Wording::reprint());
    for (ActionButton *button : {m_refund, m_reprint})
        button->setAccessibleName(button->text());
    const bool paid = m_line.state == OrderLine::State::Paid || m_line.state == OrderLine::State::PartlyBack;
    m_refund->setEnabled(paid);
    m_reprint->setEnabled(paid || m_line.state == OrderLine::State::Back);
}

void OrderCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    if (m_line.number.isEmpty() || !m_number->isVisibleTo(this))
        return;
    showNumber();
    showPayer();
}

/// Where it is too narrow for these words the state and the story come first.
void OrderCard::showPayer()
{
    const bool is = m_line.payerTotal && !m_line.discount.isZero();
    if (is)
        m_payer->setRuns({{Wording::payer(*m_line.payerTotal, m_line.discount), m_theme.tokens().muted, 16}});
    m_payer->setVisible(is && m_payer->minimumSizeHint().width() <= room());
}

int OrderCard::room() const
{
    return width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
}

/// The whole number where there is room for it, else its ends, else its tail.
void OrderCard::showNumber()
{
    const int beside = m_amount->sizeHint().width() + m_state->sizeHint().width() + 16;
    m_head->setDirection(beside > room() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    OrderLine shown = m_line;
    const QStringList shorter{m_line.number, m_line.number.left(14) + Wording::orderTail(m_line.tail),
                              Wording::orderTail(m_line.tail)};
    for (const QString &number : shorter) {
        shown.number = number.size() < m_line.number.size() ? number : m_line.number;
        m_number->setRuns({{Wording::orderNumber(shown), m_theme.tokens().muted, 16}});
        if (m_number->sizeHint().width() <= room())
            return;
    }
}

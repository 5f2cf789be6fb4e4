// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/WaitingPage.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/NextSaleChip.h"
#include "ui/widgets/PracticeBar.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/SaleCard.h"
#include "ui/widgets/StatePill.h"

#include <QLabel>
#include <QVBoxLayout>

WaitingPage::WaitingPage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_columns(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("waitingPage"));
    makeLeft();
    makeRight();
    m_columns->addWidget(m_codeCard);
    m_columns->addWidget(m_right);
    fit();
}

void WaitingPage::makeLeft()
{
    m_codeCard = new Card(QStringLiteral("codeCard"), m_theme, this);
    m_codeCard->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_qr = new QrView(m_theme, m_codeCard);
    m_due = new QLabel(m_codeCard);
    m_due->setObjectName(QStringLiteral("dueLabel"));
    m_due->setProperty("role", "label");
    m_amount = new AmountLabel(QStringLiteral("amount"), 68, m_theme, m_codeCard);
    m_state = new StatePill(m_theme, m_codeCard);
    m_valid = new QLabel(m_codeCard);
    m_valid->setObjectName(QStringLiteral("validLabel"));
    m_valid->setProperty("role", "label");
    QSizePolicy keepsPlace = m_valid->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_valid->setSizePolicy(keepsPlace);
    m_countdown = new Countdown(m_theme, m_codeCard);
    m_next = new NextSaleChip(m_theme, m_codeCard);
    m_practice = new PracticeBar(m_theme, m_codeCard);
    connect(m_practice, &PracticeBar::wished, this, &WaitingPage::wished);

    m_info = new QVBoxLayout;
    m_info->addStretch(1);
    m_info->addWidget(m_due);
    m_info->addWidget(m_amount);
    m_info->addWidget(m_state);
    m_info->addSpacing(4);
    m_info->addWidget(m_valid);
    m_info->addWidget(m_countdown);
    m_info->addWidget(m_next);
    m_info->addStretch(1);
    auto *beside = new QHBoxLayout;
    beside->addWidget(m_qr);
    beside->addLayout(m_info, 1);
    m_codeRows = new QVBoxLayout(m_codeCard);
    m_codeRows->addLayout(beside, 1);
}

void WaitingPage::makeRight()
{
    m_right = new QWidget(this);
    m_right->setObjectName(QStringLiteral("waitingActions"));
    m_right->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_actions = new QVBoxLayout(m_right);
    m_actions->setContentsMargins(0, 0, 0, 0);
    m_cancel =
        addButton(QStringLiteral("cancelButton"), QStringLiteral("danger"), QStringLiteral("Esc"), Wish::Kind::Cancel);
    m_sale = new SaleCard(m_theme, m_right);
    m_sale->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_actions->addWidget(m_sale, 1);
    m_newCode =
        addButton(QStringLiteral("newCodeButton"), QStringLiteral("plain"), QStringLiteral("F6"), Wish::Kind::NewCode);
    m_showCustomer = addButton(QStringLiteral("showCustomerButton"), QStringLiteral("plain"), QStringLiteral("F11"),
                               Wish::Kind::ShowCustomer);
    m_query =
        addButton(QStringLiteral("queryButton"), QStringLiteral("plain"), QStringLiteral("F5"), Wish::Kind::Query);
    m_query->setType(20, QFont::DemiBold);
}

ActionButton *WaitingPage::addButton(const QString &name, const QString &tone, const QString &keyCap, Wish::Kind kind)
{
    auto *button = new ActionButton(name, tone, keyCap, m_theme, m_right);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, kind] { emit wished({kind}); });
    m_actions->addWidget(button);
    return button;
}

void WaitingPage::fit()
{
    const Theme::Density density = m_theme.density();
    const bool regular = density == Theme::Density::Regular;
    const bool tiny = density == Theme::Density::Tiny;
    const int margin = tiny ? 6 : qMax(8, m_theme.space(24));
    m_columns->setContentsMargins(margin, margin, margin, margin);
    m_columns->setSpacing(margin);
    m_columns->setStretch(0, tiny ? 760 : 674);
    m_columns->setStretch(1, tiny ? 240 : 326);
    const int pad = regular ? m_theme.space(30) : tiny ? 3 : m_theme.space(16);
    m_codeRows->setContentsMargins(pad, pad, pad, pad + (tiny ? 0 : 2));
    m_codeRows->setSpacing(regular ? m_theme.space(24) : 0);
    m_codeRows->itemAt(0)->layout()->setSpacing(regular ? m_theme.space(40) : m_theme.space(24));
    m_info->setSpacing(tiny ? 6 : m_theme.space(14));
    m_codeRows->removeWidget(m_practice);
    m_info->removeWidget(m_practice);
    if (regular)
        m_codeRows->addWidget(m_practice);
    else
        m_info->insertWidget(m_info->indexOf(m_countdown) + 1, m_practice);
    m_practice->fit();
    m_due->setVisible(!tiny);
    m_amount->setFixedHeight(m_theme.text(regular ? 76 : 60));
    m_actions->setSpacing(tiny ? 6 : m_theme.space(13));
    for (ActionButton *button : {m_cancel, m_newCode, m_showCustomer})
        button->setFixedHeight(m_theme.control(64));
    m_query->setFixedHeight(m_theme.control(76));
    m_sale->fit();
}

void WaitingPage::resizeEvent(QResizeEvent *)
{
    // The plate is a square: as high as the card allows, but never more than its share of the width.
    const QMargins outer = m_columns->contentsMargins();
    const QMargins inner = m_codeRows->contentsMargins();
    int room = height() - outer.top() - outer.bottom() - inner.top() - inner.bottom();
    if (m_theme.density() == Theme::Density::Regular)
        room -= m_practice->height() + m_codeRows->spacing();
    const int cardWidth =
        (width() - outer.left() - outer.right() - m_columns->spacing()) * m_columns->stretch(0) / 1000;
    const int share = m_theme.density() == Theme::Density::Tiny ? 70 : 62;
    const int side = qMax(44, qMin(room, cardWidth * share / 100));
    m_qr->setFixedSize(side, side);
}

void WaitingPage::show(const TillView &view)
{
    m_qr->show(view);
    m_due->setText(Wording::due());
    m_amount->setAmount(view.amount.yuanGrouped());
    m_state->show(view);
    m_valid->setText(Wording::validFor());
    m_valid->setVisible(view.secondsLeft >= 0);
    m_countdown->show(view);
    m_next->show(view);
    m_practice->show(view);
    m_sale->show(view);
    showButtons(view);
}

void WaitingPage::showButtons(const TillView &view)
{
    const bool ended = view.state == PayState::Cancelled || view.state == PayState::Expired
                       || view.state == PayState::CallManager; // there is nothing left to cancel
    const bool hasCode = !view.codeUrl.isEmpty();
    m_cancel->setText(ended ? Wording::backToSale() : Wording::cancel());
    m_cancel->setTone(ended ? QStringLiteral("plain") : QStringLiteral("danger"));
    m_cancel->setEnabled(view.state != PayState::Cancelling);
    m_newCode->setText(Wording::newCode());
    m_newCode->setEnabled(hasCode || view.state == PayState::Expired);
    m_showCustomer->setText(Wording::showCustomer());
    m_showCustomer->setEnabled(hasCode);
    m_query->setText(Wording::query());
    m_query->setEnabled(view.state != PayState::Cancelled && view.state != PayState::CallManager);
    for (ActionButton *button : {m_cancel, m_newCode, m_showCustomer, m_query})
        button->setAccessibleName(button->text());
}

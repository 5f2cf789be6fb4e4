// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/CustomerCode.h"

#include "ui/Wording.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PracticeBadge.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/RunLine.h"

#include <QHBoxLayout>
#include <QLabel>

CustomerCode::CustomerCode(const QString &shop, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_shop(shop), m_theme(theme), m_qr(new QrView(theme, this)),
      m_shopName(new RunLine(QStringLiteral("customerShop"), theme, this)),
      m_amount(new AmountLabel(QStringLiteral("amount"), 116, theme, this)), m_scan(new QLabel(this)),
      m_within(new RunLine(QStringLiteral("customerWithin"), theme, this)), m_only(new QLabel(this)),
      m_badge(new PracticeBadge(PracticeBadge::Reader::Customer, theme, this)), m_columns(new QHBoxLayout(this)),
      m_words(new QVBoxLayout)
{
    m_scan->setObjectName(QStringLiteral("customerScan"));
    m_scan->setWordWrap(true);
    m_only->setObjectName(QStringLiteral("customerOnly"));
    m_only->setWordWrap(true);
    m_words->addStretch(1);
    for (QWidget *widget : QList<QWidget *>{m_shopName, m_amount, m_scan, m_within, m_only, m_badge})
        m_words->addWidget(widget);
    m_words->addStretch(1);
    m_columns->addStretch(1);
    m_columns->addWidget(m_qr);
    m_columns->addLayout(m_words, 3);
    m_columns->addStretch(1);
    fit();
}

void CustomerCode::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    m_columns->setSpacing(m_theme.space(tiny ? 32 : 56));
    m_words->setSpacing(m_theme.space(18));
    m_amount->setFixedHeight(m_theme.text(tiny ? 64 : 112));
}

void CustomerCode::resizeEvent(QResizeEvent *)
{
    const bool regular = m_theme.density() == Theme::Density::Regular;
    const int side = qMax(44, qMin(regular ? height() * 76 / 100 : height() - 24, width() * 54 / 100));
    const int border = regular ? m_theme.space(40) : 12;
    m_columns->setContentsMargins(border, 8, border, 8);
    m_qr->setFixedSize(side, side);
}

void CustomerCode::show(const CustomerView &view)
{
    const ThemeTokens &tokens = m_theme.tokens();
    m_qr->show({.text = view.codeUrl,
                .name = view.codeUrl.isEmpty() ? QString() : Wording::qrName(view.amount),
                .icon = Icon::nameOf(PayState::Waiting),
                .tint = m_theme.tint(PayState::Waiting)});
    m_shopName->setRuns({{m_shop, tokens.muted, 28}});
    m_amount->setAmount(view.amount.yuanGrouped());
    m_scan->setText(Wording::customerScan());
    const int left = view.secondsLeft;
    const QColor colour = left <= Countdown::redFromSeconds     ? tokens.red.ink
                          : left <= Countdown::amberFromSeconds ? tokens.amber.ink
                                                                : tokens.muted;
    m_within->setRuns({{left < 0 ? QString() : Wording::customerWithin(left), colour, 24}});
    m_only->setText(Wording::customerOnlyWeChat());
    m_badge->show(view.training);
}

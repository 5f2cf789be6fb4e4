// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/CustomerPage.h"

#include "ui/Wording.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/PracticeBadge.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/RunLine.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

CustomerPage::CustomerPage(const QString &shop, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_shop(shop), m_theme(theme), m_qr(new QrView(theme, this)),
      m_shopName(new RunLine(QStringLiteral("customerShop"), theme, this)),
      m_amount(new AmountLabel(QStringLiteral("amount"), 116, theme, this)), m_scan(new QLabel(this)),
      m_within(new RunLine(QStringLiteral("customerWithin"), theme, this)), m_only(new QLabel(this)),
      m_badge(new PracticeBadge(PracticeBadge::Reader::Customer, theme, this))
{
    setObjectName(QStringLiteral("customerPage"));
    m_scan->setObjectName(QStringLiteral("customerScan"));
    m_scan->setWordWrap(true);
    m_only->setObjectName(QStringLiteral("customerOnly"));
    m_only->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->addStretch(1);
    for (QWidget *widget : QList<QWidget *>{m_shopName, m_amount, m_scan, m_within, m_only, m_badge})
        words->addWidget(widget);
    words->addStretch(1);
    auto *columns = new QHBoxLayout(this);
    columns->addStretch(1);
    columns->addWidget(m_qr);
    columns->addLayout(words, 3);
    columns->addStretch(1);
    fit();
}

void CustomerPage::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    layout()->setSpacing(m_theme.space(tiny ? 32 : 56));
    static_cast<QHBoxLayout *>(layout())->itemAt(2)->layout()->setSpacing(m_theme.space(18));
    m_amount->setFixedHeight(m_theme.text(tiny ? 64 : 112));
}

void CustomerPage::resizeEvent(QResizeEvent *)
{
    const bool regular = m_theme.density() == Theme::Density::Regular;
    const int side = qMax(44, qMin(regular ? height() * 76 / 100 : height() - 24, width() * 54 / 100));
    const int border = regular ? m_theme.space(40) : 12;
    layout()->setContentsMargins(border, 8, border, 8);
    m_qr->setFixedSize(side, side);
}

void CustomerPage::show(const TillView &view)
{
    m_qr->show(view);
    m_shopName->setRuns({{m_shop, m_theme.tokens().muted, 28}});
    m_amount->setAmount(view.amount.yuanGrouped());
    m_scan->setText(Wording::customerScan());
    m_within->setRuns(
        {{view.secondsLeft < 0 ? QString() : Wording::customerWithin(view.secondsLeft), m_theme.tokens().muted, 24}});
    m_only->setText(Wording::customerOnlyWeChat());
    m_badge->show(view);
}

void CustomerPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
}

void CustomerPage::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit wished({Wish::Kind::ShowCustomer});
}

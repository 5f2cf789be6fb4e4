// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/CustomerWords.h"

#include "ui/Wording.h"
#include "ui/widgets/PracticeBadge.h"
#include "ui/widgets/RunLine.h"

#include <QLabel>
#include <QVBoxLayout>

namespace {

constexpr int markPx = 104;

/// Drawn over the words; empty: the shop's name stands alone. Never red: a customer has done nothing wrong.
QString iconOf(CustomerView::Face face)
{
    switch (face) {
    case CustomerView::Face::Making:
        return QStringLiteral("creating");
    case CustomerView::Face::Checking:
        return QStringLiteral("checking");
    case CustomerView::Face::NotPaid:
        return QStringLiteral("cancelled");
    case CustomerView::Face::Expired:
        return QStringLiteral("expired");
    case CustomerView::Face::AskCashier:
        return QStringLiteral("info");
    case CustomerView::Face::Thanks:
        return QStringLiteral("paid");
    case CustomerView::Face::Away:
        return QStringLiteral("lock");
    case CustomerView::Face::Shop:
    case CustomerView::Face::Ringing:
    case CustomerView::Face::Code:
    case CustomerView::Face::Paid:
        break;
    }
    return {};
}

} // namespace

CustomerWords::CustomerWords(const QString &shop, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_shop(shop), m_theme(theme), m_mark(new RunLine(QStringLiteral("customerMark"), theme, this)),
      m_title(new QLabel(this)), m_detail(new QLabel(this)),
      m_badge(new PracticeBadge(PracticeBadge::Reader::Customer, theme, this)), m_rows(new QVBoxLayout(this))
{
    m_title->setObjectName(QStringLiteral("customerTitle"));
    m_detail->setObjectName(QStringLiteral("customerDetail"));
    m_mark->setAlignment(Qt::AlignHCenter);
    for (QLabel *label : {m_title, m_detail}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_rows->addStretch(5);
    for (QWidget *widget : QList<QWidget *>{m_mark, m_title, m_detail})
        m_rows->addWidget(widget);
    m_rows->addSpacing(8);
    m_rows->addWidget(m_badge, 0, Qt::AlignHCenter);
    m_rows->addStretch(6);
    fit();
}

void CustomerWords::fit()
{
    const int margin = m_theme.space(48);
    m_rows->setContentsMargins(margin, 8, margin, 8);
    m_rows->setSpacing(m_theme.space(20));
}

void CustomerWords::show(const CustomerView &view)
{
    const QString icon = iconOf(view.face);
    const bool thanks = view.face == CustomerView::Face::Thanks && !view.training; // green is for money
    m_mark->setRuns(
        {{{}, thanks ? m_theme.tokens().accent.mark : m_theme.tokens().muted, markPx, QFont::Normal, icon}});
    m_mark->setVisible(!icon.isEmpty());
    m_title->setText(Wording::customerTitle(view.face, m_shop));
    m_title->setProperty("shop", view.face == CustomerView::Face::Shop);
    Theme::restyle(m_title);
    m_detail->setText(Wording::customerDetail(view.face, m_shop));
    m_badge->show(view.training);
}

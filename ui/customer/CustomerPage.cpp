// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/CustomerPage.h"

#include "ui/customer/CustomerBill.h"
#include "ui/customer/CustomerCode.h"
#include "ui/customer/CustomerPaid.h"
#include "ui/customer/CustomerWords.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStackedLayout>

CustomerPage::CustomerPage(const QString &shop, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_bill(new CustomerBill(shop, theme, this)),
      m_code(new CustomerCode(shop, theme, this)), m_paid(new CustomerPaid(theme, this)),
      m_words(new CustomerWords(shop, theme, this)), m_parts(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("customerPage"));
    for (QWidget *part : QList<QWidget *>{m_words, m_bill, m_code, m_paid})
        m_parts->addWidget(part);
}

void CustomerPage::fit()
{
    m_bill->fit();
    m_code->fit();
    m_paid->fit();
    m_words->fit();
}

QWidget *CustomerPage::partFor(CustomerView::Face face) const
{
    switch (face) {
    case CustomerView::Face::Ringing:
        return m_bill;
    case CustomerView::Face::Code:
        return m_code;
    case CustomerView::Face::Paid:
        return m_paid;
    default:
        return m_words;
    }
}

void CustomerPage::show(const CustomerView &view)
{
    QWidget *part = partFor(view.face);
    if (part == m_bill)
        m_bill->show(view);
    else if (part == m_code)
        m_code->show(view);
    else if (part == m_paid)
        m_paid->show(view);
    else
        m_words->show(view);
    if (part != m_code)
        m_code->show(CustomerView{}); // the code that has gone is nowhere any more
    m_parts->setCurrentWidget(part);
}

void CustomerPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
}

void CustomerPage::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit tapped();
}

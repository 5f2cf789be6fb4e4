// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SaleCard.h"

#include "ui/Wording.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/SaleLines.h"
#include "ui/widgets/TruthLine.h"

#include <QPainter>
#include <QVBoxLayout>

SaleCard::SaleCard(const Theme &theme, QWidget *parent)
    : Card(QStringLiteral("saleCard"), theme, parent), m_column(new QVBoxLayout(this)),
      m_title(new RunLine(QStringLiteral("saleTitle"), theme, this)),
      m_number(new RunLine(QStringLiteral("saleNumber"), theme, this)), m_lines(new SaleLines(theme, this)),
      m_truth(new TruthLine(theme, this))
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_number, 1);
    m_number->setAlignment(Qt::AlignRight);
    m_column->addLayout(head);
    m_column->addWidget(m_lines);
    addRow(m_amount, QStringLiteral("saleAmount"));
    addRow(m_tail, QStringLiteral("saleTail"));
    m_column->addWidget(m_truth, 1);
    fit();
}

void SaleCard::addRow(Row &row, const QString &name)
{
    auto *line = new QHBoxLayout;
    row.label = new RunLine(name + QStringLiteral("Label"), m_theme, this);
    row.value = new RunLine(name, m_theme, this);
    row.value->setAlignment(Qt::AlignRight);
    line->addWidget(row.label);
    line->addWidget(row.value, 1);
    m_column->addLayout(line);
}

void SaleCard::setRow(const Row &row, const QString &label, const QString &value)
{
    row.label->setRuns({{label, m_theme.tokens().muted, 16}});
    row.value->setRuns({{value, m_theme.tokens().ink, 16, QFont::DemiBold}});
}

void SaleCard::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int pad = tiny ? 8 : m_theme.space(24);
    m_column->setContentsMargins(pad, tiny ? 6 : m_theme.space(20), pad, (tiny ? 6 : m_theme.space(20)) + 2);
    m_column->setSpacing(tiny ? 0 : m_theme.space(23));
    m_title->setVisible(!tiny);
}

void SaleCard::resizeEvent(QResizeEvent *)
{
    arrange();
}

/// The line of truth comes first; what else there is to say has room when three lines of it have a place under it.
void SaleCard::arrange()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int room = height() - m_theme.text(140) - 2 * m_column->spacing();
    m_lines->fitInto(tiny || m_lines->isEmpty() ? 0 : room);
    const bool lines = !m_lines->isHidden();
    m_number->setVisible(lines && width() >= m_theme.text(380));
    const bool roomy = !lines && !tiny && height() > m_theme.text(140) + 5 * m_column->spacing();
    for (const Row &row : {m_amount, m_tail}) {
        row.label->setVisible(roomy);
        row.value->setVisible(roomy);
    }
}

void SaleCard::show(const TillView &view)
{
    const QString title = view.pickupNo.isEmpty() ? Wording::thisSale() : Wording::pickup(view.pickupNo);
    m_title->setRuns({{title, m_theme.tokens().ink, 20, QFont::DemiBold}});
    setRow(m_amount, Wording::amountLabel(), QStringLiteral("¥ ") + view.amount.yuanGrouped());
    setRow(m_tail, Wording::tailLabel(), view.tail);
    m_number->setRuns({{Wording::tail(view.tail), m_theme.tokens().muted, 14}});
    m_lines->show(view.selling.lines);
    m_truth->show(view);
    arrange();
}

void SaleCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(m_theme.tokens().line, m_theme.tokens().border));
    const auto rule = [&](qreal y) {
        painter.drawLine(QPointF(m_theme.space(24), qRound(y) + 0.5),
                         QPointF(width() - m_theme.space(24), qRound(y) + 0.5));
    };
    const qreal half = m_column->spacing() / 2.0 + 0.5;
    if (m_lines->isVisible())
        return rule(m_lines->geometry().top() - 1);
    if (!m_amount.value->isVisible())
        return;
    rule(m_title->geometry().bottom() + half);
    rule(m_amount.value->geometry().bottom() + half);
}

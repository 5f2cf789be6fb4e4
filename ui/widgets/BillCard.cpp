// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BillCard.h"

#include "ui/Wording.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/TabularText.h"
#include "ui/widgets/TruthLine.h"

#include <QPainter>
#include <QVBoxLayout>

BillCard::BillCard(const Theme &theme, QWidget *parent) : Card(QStringLiteral("billCard"), theme, parent)
{
    auto *column = new QVBoxLayout(this);
    m_notice = new TruthLine(theme, this);
    m_notice->setLift(TruthLine::Lift::Centred);
    column->addStretch(1);
    column->addWidget(m_notice);
    fit();
}

void BillCard::fit()
{
    const int air = qMin(9, (footHeight() - 34) / 2); // two lines of small letters need 34
    layout()->setContentsMargins(m_theme.space(24), 0, m_theme.space(24), air);
    m_notice->setFixedHeight(footHeight() - 2 * air);
}

void BillCard::show(const TillView &view)
{
    m_single = view.entry.sum.isEmpty() && !view.entry.text.isEmpty();
    m_lines = BillLines::of(m_single ? view.entry.text : view.entry.sum);
    TillView said = view;
    if (said.notice.kind == Notice::Kind::SecondPressForBigAmount)
        said.notice = {}; // Pay says it itself
    m_notice->show(said, Wording::entryHint());
    update();
}

QRectF BillCard::inner() const
{
    return QRectF(rect()).adjusted(m_theme.space(25), 0, -m_theme.space(25), -2);
}

int BillCard::visibleLines() const
{
    return qMax(1, (height() - footHeight() - m_theme.space(66)) / rowHeight());
}

void BillCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().line, m_theme.tokens().border));
    const qreal foot = height() - footHeight() + 0.5;
    painter.drawLine(QPointF(1, foot), QPointF(width() - 1, foot));
    if (m_lines.isEmpty())
        paintSteps(painter);
    else
        paintLines(painter);
}

void BillCard::paintLines(QPainter &painter) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const QRectF area = inner();
    const QFont title = m_theme.font(20, QFont::DemiBold);
    const qreal head = m_theme.space(66);
    painter.setPen(tokens.ink);
    painter.setFont(title);
    painter.drawText(QPointF(area.left(), (head + QFontMetricsF(title).capHeight()) / 2), Wording::thisSale());
    const QFont small = m_theme.font(16);
    const TabularText count(Wording::lines(int(m_lines.size())), small);
    painter.setPen(tokens.muted);
    count.draw(painter, QPointF(area.right() - count.width(), (head + QFontMetricsF(small).capHeight()) / 2));

    const qsizetype shown = qMin<qsizetype>(visibleLines(), m_lines.size());
    const qreal middle = (rowHeight() + QFontMetricsF(small).capHeight()) / 2;
    for (qsizetype row = 0; row < shown; ++row) {
        const BillLines::Line &line = m_lines.at(m_lines.size() - shown + row);
        const qreal top = head + rowHeight() * int(row);
        painter.setPen(QPen(tokens.line, tokens.border));
        painter.drawLine(QPointF(1, top + 0.5), QPointF(width() - 1, top + 0.5));
        painter.setPen(tokens.muted);
        TabularText(line.quantity + QStringLiteral(" ×"), small).draw(painter, {area.left(), top + middle});
        painter.setPen(tokens.ink);
        if (!line.price.isEmpty())
            TabularText(QStringLiteral("¥ ") + line.price, small)
                .draw(painter, {area.left() + m_theme.space(68), top + middle});
        if (!line.amount)
            continue;
        const TabularText amount(QStringLiteral("¥ ") + line.amount->yuanGrouped(), m_theme.font(16, QFont::DemiBold));
        amount.draw(painter, {area.right() - amount.width(), top + middle});
    }
}

void BillCard::paintSteps(QPainter &painter) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const auto steps = Wording::steps();
    const char *icons[] = {"keypad", "enter", "scan"};
    const QRectF area = inner().adjusted(0, 0, 0, -footHeight());
    const qreal column = area.width() / 3;
    const qreal disc = qMin<qreal>(m_theme.space(76), area.height() * 0.36);
    const bool withMore = area.height() > disc + m_theme.text(92);
    const qreal block = disc + m_theme.text(withMore ? 62 : 36);
    if (area.height() < block)
        return;
    for (int i = 0; i < 3; ++i) {
        const qreal centre = area.left() + column * (i + 0.5);
        const qreal top = area.top() + (area.height() - block) / 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent.soft);
        painter.drawEllipse(QPointF(centre, top + disc / 2), disc / 2, disc / 2);
        const qreal icon = disc * 0.44;
        Icon::paint(painter, QString::fromLatin1(icons[i]),
                    QRectF(centre - icon / 2, top + disc / 2 - icon / 2, icon, icon), tokens.accent.mark);
        if (i < 2) {
            painter.setPen(QPen(tokens.line, 2, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(centre + disc / 2 + m_theme.space(16), top + disc / 2),
                             QPointF(centre + column - disc / 2 - m_theme.space(16), top + disc / 2));
        }
        const QRectF title(centre - column / 2, top + disc + m_theme.text(10), column, m_theme.text(26));
        painter.setPen(tokens.ink);
        painter.setFont(m_theme.font(16, QFont::DemiBold));
        painter.drawText(title, Qt::AlignCenter, steps.at(i).first);
        if (!withMore)
            continue;
        painter.setPen(tokens.muted);
        painter.setFont(m_theme.font(14));
        painter.drawText(title.translated(0, m_theme.text(26)), Qt::AlignCenter, steps.at(i).second);
    }
}

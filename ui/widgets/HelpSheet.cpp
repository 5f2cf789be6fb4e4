// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HelpSheet.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/SpokenFaces.h"

#include <QPainter>
#include <algorithm>

HelpSheet::HelpSheet(const Theme &theme, QWidget *parent)
    : Card(QStringLiteral("helpSheet"), theme, parent),
      m_close(new ActionButton(QStringLiteral("helpCloseButton"), QStringLiteral("plain"), QStringLiteral("F1"), theme,
                               this))
{
    setVisible(false);
    connect(m_close, &QPushButton::clicked, this, &HelpSheet::closed);
}

void HelpSheet::show(const TillView &view)
{
    using Page = OfficeView::Page;
    m_keys = view.lock.locked                     ? Wording::lockKeys()
             : view.office.page == Page::Refund   ? Wording::refundKeys()
             : view.office.page == Page::Inbox    ? Wording::inboxKeys()
             : view.office.page == Page::History  ? Wording::historyKeys()
             : view.office.page == Page::Check    ? Wording::checkKeys()
             : view.office.page == Page::Settings ? Wording::settingsKeys()
                                                  : Wording::helpKeys(view);
    m_close->setText(Wording::helpClose());
    SpokenFaces::name(this, Wording::helpTitle());
    QStringList spoken;
    for (const auto &[key, meaning] : m_keys)
        spoken.append(key + u' ' + meaning);
    SpokenFaces::describe(this, spoken.join(u'\n'));
    update();
}

void HelpSheet::resizeEvent(QResizeEvent *)
{
    const int pad = m_theme.space(16);
    const int height = m_theme.control(56);
    m_close->setGeometry(pad, this->height() - pad - height - 2, width() - 2 * pad, height);
}

qreal HelpSheet::room() const
{
    return m_close->y() - m_theme.space(8) - m_theme.space(56);
}

int HelpSheet::columns() const
{
    constexpr int lowest = 18;
    constexpr int narrowest = 480; // for two
    const bool fits = qreal(m_keys.size()) * lowest <= room();
    return fits || m_theme.density() == Theme::Density::Regular || width() < narrowest ? 1 : 2;
}

qreal HelpSheet::rowHeight() const
{
    return m_keys.isEmpty() ? room() : qMin<qreal>(m_theme.space(46), room() / rows());
}

qreal HelpSheet::meaningLeft() const
{
    const QFontMetricsF metrics(m_theme.font(14, QFont::Medium));
    qreal widest = 0;
    for (const auto &key : m_keys)
        widest = qMax(widest, metrics.horizontalAdvance(key.first));
    return m_theme.space(24) + widest + 2 * m_theme.text(8) + m_theme.space(14);
}

QFont HelpSheet::meaningFont(const QString &meaning) const
{
    const qreal room = columnWidth() - m_theme.space(20) - meaningLeft();
    int px = qMin(m_theme.text(16), int(rowHeight() * 0.8));
    while (px > Theme::smallestPx && QFontMetricsF(Theme::fontOfPixels(px)).horizontalAdvance(meaning) > room)
        --px;
    return Theme::fontOfPixels(px);
}

bool HelpSheet::showsAllWords() const
{
    const qreal room = columnWidth() - m_theme.space(20) - meaningLeft();
    return rowHeight() >= Theme::smallestPx * 1.3 && std::all_of(m_keys.begin(), m_keys.end(), [&](const auto &key) {
               return QFontMetricsF(meaningFont(key.second)).horizontalAdvance(key.second) <= room;
           });
}

void HelpSheet::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal left = m_theme.space(24);
    const qreal head = m_theme.space(56);
    painter.setPen(m_theme.tokens().ink);
    painter.setFont(m_theme.font(20, QFont::DemiBold));
    painter.drawText(QRectF(left, 0, width() - 2 * left, head), Qt::AlignVCenter, Wording::helpTitle());
    for (int place = 0; place < int(m_keys.size()); ++place) {
        const auto &[key, meaning] = m_keys.at(place);
        const int column = place / rows();
        paintRow(painter, {column * columnWidth(), head + place % rows() * rowHeight()}, key, meaning);
    }
}

void HelpSheet::paintRow(QPainter &painter, QPointF at, const QString &key, const QString &meaning) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const qreal left = at.x() + m_theme.space(24);
    const qreal right = at.x() + columnWidth();
    const qreal top = at.y();
    const QFont keyFont = m_theme.font(14, QFont::Medium);
    painter.setPen(QPen(tokens.line, tokens.border));
    painter.drawLine(QPointF(left, top + 0.5), QPointF(right - m_theme.space(24), top + 0.5));
    const qreal cap = qMin<qreal>(m_theme.text(24), rowHeight() - 3);
    const qreal capWidth = QFontMetricsF(keyFont).horizontalAdvance(key) + 2 * m_theme.text(8);
    const QRectF box(left, top + (rowHeight() - cap) / 2, capWidth, cap);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(tokens.muted);
    painter.setFont(keyFont);
    painter.drawText(box, Qt::AlignCenter, key);
    painter.setPen(tokens.ink);
    painter.setFont(meaningFont(meaning));
    painter.drawText(QRectF(at.x() + meaningLeft(), top, columnWidth() - meaningLeft(), rowHeight()), Qt::AlignVCenter,
                     meaning);
}

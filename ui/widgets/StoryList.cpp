// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StoryList.h"

#include "ui/Wording.h"
#include "ui/widgets/SpokenFaces.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

StoryList::StoryList(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("storyList"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
}

void StoryList::show(const QList<HistoryView::Moment> &story)
{
    m_rows.clear();
    QStringList spoken;
    for (const HistoryView::Moment &moment : story) {
        m_rows.append({Wording::clock(moment.at), Wording::moment(moment)});
        spoken.append(m_rows.back().first + u' ' + m_rows.back().second);
    }
    SpokenFaces::name(this, spoken.join(u'\n'));
    update();
}

int StoryList::pitch() const
{
    const int least = qMax(17, m_theme.text(24));
    return m_rows.isEmpty() ? least : qBound(least, height() / int(m_rows.size()), m_theme.text(44));
}

qreal StoryList::timeWidth(const QFont &font) const
{
    return TabularText(QStringLiteral("00:00:00"), font).width() + m_theme.space(30);
}

QFont StoryList::fontFor(const QList<std::pair<QString, QString>> &rows) const
{
    for (int px = m_theme.text(16); px > Theme::smallestPx; --px) {
        const QFont font = Theme::fontOfPixels(px);
        const qreal room = width() - timeWidth(font);
        const QFontMetricsF metrics(font);
        if (std::all_of(rows.begin(), rows.end(),
                        [&](const auto &row) { return metrics.horizontalAdvance(row.second) <= room; }))
            return font;
    }
    return Theme::fontOfPixels(Theme::smallestPx);
}

void StoryList::paintEvent(QPaintEvent *)
{
    const qsizetype places = height() / pitch();
    if (m_rows.isEmpty() || places < 1)
        return;
    QList<std::pair<QString, QString>> rows = m_rows;
    if (rows.size() > places) { // how it began, and how it ended
        rows = m_rows.mid(m_rows.size() - places);
        rows.first() =
            places > 1 ? std::pair(m_rows.first().first, m_rows.first().second + QStringLiteral(" …")) : m_rows.last();
    }
    const ThemeTokens &tokens = m_theme.tokens();
    QPainter painter(this);
    const QFont font = fontFor(rows);
    const QFontMetricsF metrics(font);
    qreal top = 0;
    for (const auto &[time, words] : std::as_const(rows)) {
        const qreal base = top + (pitch() + metrics.capHeight()) / 2;
        painter.setPen(QPen(tokens.line, tokens.border));
        painter.drawLine(QPointF(0, top + 0.5), QPointF(width(), top + 0.5));
        painter.setPen(tokens.muted);
        TabularText(time, font).draw(painter, {0, base});
        painter.setPen(tokens.ink);
        painter.setFont(font);
        const qreal left = timeWidth(font);
        painter.drawText(QPointF(left, base), metrics.elidedText(words, Qt::ElideRight, width() - left));
        top += pitch();
    }
}

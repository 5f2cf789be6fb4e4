// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RunLine.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/SpokenFaces.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

RunLine::RunLine(const QString &name, const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RunLine::setRuns(const QList<Run> &runs)
{
    m_runs = runs;
    SpokenFaces::name(this, text());
    updateGeometry();
    update();
}

QString RunLine::text() const
{
    QString all;
    for (const Run &run : m_runs)
        all += run.text;
    return all;
}

QFont RunLine::fontOf(const Run &run, qreal scale) const
{
    return Theme::fontOfPixels(qRound(m_theme.text(run.designPx) * scale), run.weight);
}

qreal RunLine::widthOf(const Run &run, qreal scale) const
{
    const QFont font = fontOf(run, scale);
    return (run.icon.isEmpty() ? TabularText(run.text, font).width() : font.pixelSize())
           + m_theme.text(run.gapAfter) * (run.gapAfter > 0 ? scale : 0);
}

qreal RunLine::widthAt(qreal scale) const
{
    qreal width = 0;
    for (const Run &run : m_runs)
        width += widthOf(run, scale);
    return width;
}

QSize RunLine::sizeHint() const
{
    int px = m_runs.isEmpty() ? 16 : 0;
    for (const Run &run : m_runs)
        px = qMax(px, run.designPx);
    return {qCeil(widthAt(1)) + 1, qRound(m_theme.text(px) * 1.4)};
}

QSize RunLine::minimumSizeHint() const
{
    return {qCeil(widthAt(0.7)) + 1, sizeHint().height()};
}

void RunLine::paintEvent(QPaintEvent *)
{
    qreal scale = 1;
    while (scale > 0.7 && widthAt(scale) > width())
        scale -= 0.05;
    qreal capHeight = 0;
    for (const Run &run : m_runs)
        capHeight = qMax(capHeight, QFontMetricsF(fontOf(run, scale)).capHeight());
    const qreal spare = width() - widthAt(scale);
    qreal left = m_alignment.testFlag(Qt::AlignRight) ? spare : m_alignment.testFlag(Qt::AlignHCenter) ? spare / 2 : 0;
    const qreal baseline = (height() + capHeight) / 2;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Run &run : m_runs) {
        const QFont font = fontOf(run, scale);
        painter.setPen(run.colour);
        if (run.icon.isEmpty())
            TabularText(run.text, font).draw(painter, QPointF(left, baseline));
        else
            Icon::paint(painter, run.icon,
                        QRectF(left, baseline - QFontMetricsF(font).capHeight() / 2 - font.pixelSize() / 2.0,
                               font.pixelSize(), font.pixelSize()),
                        run.colour);
        left += widthOf(run, scale);
    }
}

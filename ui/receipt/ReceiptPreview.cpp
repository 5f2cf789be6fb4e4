// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/ReceiptPreview.h"

#include "ui/Wording.h"
#include "ui/receipt/ReceiptPainter.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace {

constexpr int toothDots = 12; ///< of the edge where the paper was cut
constexpr int shadow = 3;

/// The strip of paper: straight at the top, toothed where it was cut.
QPainterPath edgeOf(QRectF paper, qreal tooth)
{
    QPainterPath path(paper.topLeft());
    path.lineTo(paper.topRight());
    const int teeth = std::max(1, int(paper.width() / tooth));
    const qreal step = paper.width() / teeth;
    for (int i = 0; i < teeth; ++i) {
        path.lineTo(paper.right() - step * i, paper.bottom() - tooth / 2);
        path.lineTo(paper.right() - step * (i + 0.5), paper.bottom());
    }
    path.lineTo(paper.left(), paper.bottom() - tooth / 2);
    path.closeSubpath();
    return path;
}

} // namespace

ReceiptPreview::ReceiptPreview(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("receiptPreview"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    name();
}

void ReceiptPreview::show(const ReceiptLayout &layout)
{
    constexpr int pixelsADot = 2;
    m_paper = ReceiptPainter::image(layout, pixelsADot);
    m_dots = m_paper.size() / pixelsADot;
    QStringList words;
    for (const ReceiptRow &row : layout.rows())
        words.append(row.text.simplified());
    m_words = words.join(u'\n');
    name();
    updateGeometry();
    update();
}

void ReceiptPreview::name()
{
    setAccessibleName(Wording::receiptPreviewName());
    setAccessibleDescription(m_words);
}

QSize ReceiptPreview::sizeHint() const
{
    return m_dots.isEmpty() ? QSize(384, 400) : m_dots + QSize(2 * shadow, 2 * shadow + toothDots);
}

int ReceiptPreview::heightForWidth(int width) const
{
    const QSize whole = sizeHint();
    return width >= whole.width() ? whole.height() : whole.height() * width / whole.width();
}

void ReceiptPreview::paintEvent(QPaintEvent *)
{
    if (m_paper.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QSize whole = sizeHint();
    const qreal scale = std::min({1.0, qreal(width()) / whole.width(), qreal(height()) / whole.height()});
    painter.translate((width() - whole.width() * scale) / 2, 0);
    painter.scale(scale, scale);
    const QRectF paper(shadow, shadow, m_dots.width(), m_dots.height() + toothDots);
    const auto edge = edgeOf(paper, toothDots);
    for (int i = shadow; i > 0; --i)
        painter.fillPath(edge.translated(0, i), QColor(0, 0, 0, 18));
    painter.fillPath(edge, Qt::white); // paper is white in every theme
    painter.drawImage(QRectF(paper.topLeft(), QSizeF(m_dots)), m_paper);
}

void ReceiptPreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        name();
    QWidget::changeEvent(event);
}

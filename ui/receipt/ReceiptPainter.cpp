// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/ReceiptPainter.h"

#include "ui/receipt/PaperText.h"

#include <QFileInfo>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace {

constexpr int endDots = 32; ///< white above and below

QFont fontOf(bool bold)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("WenQuanYi Zen Hei Mono"),
                      QStringLiteral("NSimSun"), QStringLiteral("monospace")});
    font.setPixelSize(ReceiptPainter::characterDots);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Character by character, each in its own cell, whatever the font thinks of widths.
void paintRow(QPainter &painter, const ReceiptRow &row)
{
    painter.setFont(fontOf(row.bold));
    const QFontMetricsF metrics(painter.font());
    const qreal baseline = (ReceiptPainter::characterDots - metrics.capHeight()) / 2 + metrics.capHeight();
    qreal x = 0;
    for (const QChar c : row.text) {
        const QString character(c);
        const int cell = ReceiptPainter::columnDots * PaperText::columns(character);
        if (c != u' ')
            painter.drawText(QPointF(x + (cell - metrics.horizontalAdvance(character)) / 2, baseline), character);
        x += cell;
    }
}

} // namespace

int ReceiptPainter::rowDots(const ReceiptRow &row)
{
    return row.text.isEmpty() ? lineDots : std::max(lineDots, characterDots * row.heightFactor());
}

int ReceiptPainter::firstDot(const ReceiptRow &row, int columns)
{
    const int used = PaperText::columns(row.text) * columnDots * row.widthFactor();
    return row.centred ? (columns * columnDots - used) / 2 : 0;
}

QSize ReceiptPainter::size(const ReceiptLayout &layout)
{
    int height = 0;
    for (const ReceiptRow &row : layout.rows())
        height += rowDots(row);
    return {layout.columns() * columnDots, height};
}

int ReceiptPainter::paperDots(PaperWidth paper)
{
    return (paper == PaperWidth::Mm58 ? 58 : 80) * dotsPerMm;
}

void ReceiptPainter::paint(QPainter &painter, const ReceiptLayout &layout)
{
    painter.setPen(Qt::black);
    int y = 0;
    for (const ReceiptRow &row : layout.rows()) {
        painter.save();
        painter.translate(firstDot(row, layout.columns()), y);
        painter.scale(row.widthFactor(), row.heightFactor());
        paintRow(painter, row);
        painter.restore();
        y += rowDots(row);
    }
}

QImage ReceiptPainter::image(const ReceiptLayout &layout, qreal scale)
{
    const QSize printed = size(layout);
    const QSize whole(paperDots(layout.paper()), printed.height() + 2 * endDots);
    QImage image((QSizeF(whole) * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    const int left = (whole.width() - printed.width()) / 2; // in whole dots
    painter.translate(left, endDots);
    paint(painter, layout);
    return image;
}

bool ReceiptPainter::print(QPagedPaintDevice &device, const ReceiptLayout &layout)
{
    const QSize printed = size(layout);
    const QSizeF paper(qreal(paperDots(layout.paper())) / dotsPerMm, qreal(printed.height()) / dotsPerMm + 8);
    device.setPageSize(QPageSize(paper, QPageSize::Millimeter));
    device.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const qreal scale = painter.device()->width() / (paper.width() * dotsPerMm);
    painter.scale(scale, scale);
    painter.translate((paper.width() * dotsPerMm - printed.width()) / 2, endDots);
    paint(painter, layout);
    return painter.end();
}

Result<void> ReceiptPainter::pdf(const QString &path, const ReceiptLayout &layout)
{
    QPdfWriter writer(path);
    writer.setCreator(QStringLiteral("ScanTill"));
    if (!print(writer, layout) || QFileInfo(path).size() == 0)
        return Error{ErrorCode::StoreFailure, QStringLiteral("the receipt could not be written: %1").arg(path)};
    return {};
}

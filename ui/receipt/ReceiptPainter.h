// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/ReceiptLayout.h"

#include <QImage>

class QPagedPaintDevice;
class QPainter;

/// Paints a receipt's rows in a printer's dots, 8 of them a millimetre: a column has 12, a character 24 in height, a
/// line 30 or what its characters need.
namespace ReceiptPainter {

constexpr int columnDots = 12;
constexpr int characterDots = 24;
constexpr int lineDots = 30;
constexpr int dotsPerMm = 8;

int rowDots(const ReceiptRow &row); ///< how high
int firstDot(const ReceiptRow &row, int columns); ///< where its text begins, from the left
QSize size(const ReceiptLayout &layout); ///< of what is printed, in dots
int paperDots(PaperWidth paper); ///< with the margins that nothing is printed on

/// Black, from the origin.
void paint(QPainter &painter, const ReceiptLayout &layout);
/// The whole paper, white, with its margins. scale: pixels a dot.
QImage image(const ReceiptLayout &layout, qreal scale = 1);
/// One page of the paper's width and as long as the receipt. False where the device cannot.
bool print(QPagedPaintDevice &device, const ReceiptLayout &layout);
/// StoreFailure when the file cannot be written.
Result<void> pdf(const QString &path, const ReceiptLayout &layout);

} // namespace ReceiptPainter

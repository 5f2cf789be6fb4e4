// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/Receipt.h"

/// How wide the paper is: 58 mm takes 32 columns, 80 mm 48, of 12 dots each.
enum class PaperWidth { Mm58 = 32, Mm80 = 48 };

/// One printed line. Its text is PaperText, and fits.
struct ReceiptRow
{
    /// How many times its characters are as wide and as high as plain ones.
    enum class Size { Plain, Tall, Double, Huge };

    QString text; ///< empty: a blank line
    Size size = Size::Plain;
    bool bold = false;
    bool centred = false;

    int widthFactor() const { return size == Size::Huge ? 4 : size == Size::Double ? 2 : 1; }
    int heightFactor() const { return size == Size::Huge ? 4 : size == Size::Plain ? 1 : 2; }
    friend bool operator==(const ReceiptRow &, const ReceiptRow &) = default;
};

/// A receipt laid out, once: what is previewed, painted and sent to a printer are these rows.
class ReceiptLayout
{
public:
    /// In the words of the language that is switched on.
    ReceiptLayout(const Receipt &receipt, PaperWidth paper);

    PaperWidth paper() const { return m_paper; }
    int columns() const { return int(m_paper); }
    const QList<ReceiptRow> &rows() const { return m_rows; }

private:
    void head(const Receipt &receipt);
    void goods(const Receipt &receipt);
    void line(const ReceiptLine &line);
    void sums(const Receipt &receipt);
    void payment(const Receipt &receipt);
    void refund(const Receipt &receipt);
    void numbers(const Receipt &receipt);
    void foot(const Receipt &receipt);

    void blank() { m_rows.append(ReceiptRow()); }
    void rule();
    void centred(const QString &text, ReceiptRow::Size size = ReceiptRow::Size::Plain, bool bold = false);
    void left(const QString &text);
    /// The second at the right edge, below the first where both do not fit on one line.
    void pair(const QString &left, const QString &right, ReceiptRow::Size size = ReceiptRow::Size::Plain,
              bool bold = false);

    PaperWidth m_paper;
    QList<ReceiptRow> m_rows;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/ReceiptLayout.h"

#include <QImage>
#include <QWidget>

/// A receipt as it will be printed, as a strip of paper. It takes the width it is given, up to one pixel a dot.
class ReceiptPreview : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiptPreview(QWidget *parent = nullptr);

    void show(const ReceiptLayout &layout);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void name();

    QSize m_dots; ///< of the paper
    QImage m_paper; ///< two pixels a dot
    QString m_words;
};

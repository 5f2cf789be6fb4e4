// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PracticeFrame.h"

#include <QPainter>

PracticeFrame::PracticeFrame(const Theme &theme, QWidget *window) : QWidget(window), m_theme(theme)
{
    setObjectName(QStringLiteral("practiceFrame"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setVisible(false);
}

void PracticeFrame::fit()
{
    setGeometry(parentWidget()->rect());
    setMask(QRegion(rect()) - QRegion(rect().adjusted(widthPx, widthPx, -widthPx, -widthPx)));
    raise();
}

void PracticeFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().training);
}

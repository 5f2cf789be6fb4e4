// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PracticeBadge.h"

#include "ui/Wording.h"

PracticeBadge::PracticeBadge(Reader reader, const Theme &theme, QWidget *parent)
    : Pill(QStringLiteral("practiceBadge"), reader == Reader::Customer ? 20 : 14, theme, parent), m_reader(reader)
{
    setVisible(false);
}

void PracticeBadge::show(bool training)
{
    const QString words = m_reader == Reader::Customer ? Wording::practiceBadgeForCustomer() : Wording::practiceBadge();
    setContent(words, {}, m_theme.tokens().training, m_theme.tokens().onTraining);
    setVisible(training);
}

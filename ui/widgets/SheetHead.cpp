// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SheetHead.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/TruthLine.h"

#include <QHBoxLayout>

SheetHead::SheetHead(const QString &closeName, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_says(new TruthLine(theme, this)),
      m_close(new ActionButton(closeName, QStringLiteral("plain"), QStringLiteral("Esc"), theme, this))
{
    m_says->setLift(TruthLine::Lift::Centred);
    m_close->setType(16, QFont::DemiBold);
    m_close->setCentred(true);
    connect(m_close, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Cancel}); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_says, 1);
    row->addWidget(m_close);
    fit();
}

void SheetHead::fit()
{
    m_close->setFixedSize(qMax(64, m_theme.space(120)), m_theme.control(46));
    m_says->setFixedHeight(m_theme.control(46));
    layout()->setSpacing(qMax(4, m_theme.space(12)));
}

void SheetHead::show(const TillView &view, const QString &words)
{
    m_says->show(view, words);
    m_close->setText(Wording::helpClose());
    m_close->setAccessibleName(m_close->text());
}

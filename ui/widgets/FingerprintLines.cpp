// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FingerprintLines.h"

#include "ui/Wording.h"
#include "ui/widgets/RunLine.h"

#include <QVBoxLayout>

FingerprintLines::FingerprintLines(const QString &name, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout(this)),
      m_first(new RunLine(name + QStringLiteral("1"), theme, this)),
      m_second(new RunLine(name + QStringLiteral("2"), theme, this))
{
    setObjectName(name);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_rows->addWidget(m_first);
    m_rows->addWidget(m_second);
}

void FingerprintLines::show(const QString &fingerprint, int designPx)
{
    const QColor &ink = m_theme.tokens().ink;
    m_first->setRuns({{Wording::certificateGroups(fingerprint, 0), ink, designPx, QFont::DemiBold}});
    m_second->setRuns({{Wording::certificateGroups(fingerprint, 1), ink, designPx, QFont::DemiBold}});
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Sounds.h"

Sounds::Sounds(QObject *parent) : QObject(parent)
{
    m_paid.setSource(QUrl(QStringLiteral("qrc:/sounds/paid.wav")));
    m_refused.setSource(QUrl(QStringLiteral("qrc:/sounds/refused.wav")));
}

void Sounds::paid()
{
    m_paid.play();
}

void Sounds::refused()
{
    m_refused.play();
}

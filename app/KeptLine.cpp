// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/KeptLine.h"

#include "app/OneTill.h"

const QString KeptLine::doorName = QStringLiteral("keeper");

KeptLine::KeptLine(const QString &dataDir)
{
    connect(&m_line, &QLocalSocket::readyRead, this, [this] {
        if (m_line.readAll().contains('\n')) // it has but one thing to say
            emit frontWished();
    });
    m_line.connectToServer(OneTill::socketIn(dataDir, doorName));
    m_line.waitForConnected(OneTill::answerMs);
    connect(&m_line, &QLocalSocket::disconnected, this, &KeptLine::keeperGone);
}

void KeptLine::sayUp(const QString &language)
{
    if (isUp())
        m_line.write(language.toLatin1() + '\n');
}

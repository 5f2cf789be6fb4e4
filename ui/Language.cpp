// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Language.h"

#include <QCoreApplication>

Language::Language(Tongue tongue, QObject *parent) : QObject(parent)
{
    if (!m_chinese.load(QStringLiteral(":/i18n/scantill_zh_CN.qm")))
        qFatal("the Chinese words are missing from the program");
    use(tongue);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_chinese);
}

void Language::use(Tongue tongue)
{
    if (tongue == m_tongue)
        return;
    m_tongue = tongue;
    if (tongue == Tongue::Chinese)
        QCoreApplication::installTranslator(&m_chinese);
    else
        QCoreApplication::removeTranslator(&m_chinese);
    emit changed(tongue);
}

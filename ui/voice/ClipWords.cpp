// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/ClipWords.h"

#include "ui/voice/Announcement.h"

#include <QFile>

const ClipWords &ClipWords::of(Language::Tongue tongue)
{
    static const ClipWords chinese(Language::Tongue::Chinese);
    static const ClipWords english(Language::Tongue::English);
    return tongue == Language::Tongue::Chinese ? chinese : english;
}

QString ClipWords::folder(Language::Tongue tongue)
{
    return tongue == Language::Tongue::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

ClipWords::ClipWords(Language::Tongue tongue)
{
    const bool chinese = tongue == Language::Tongue::Chinese;
    m_gap = chinese ? QString() : QStringLiteral(" ");
    m_comma = chinese ? QStringLiteral("，") : QStringLiteral(", ");
    QFile file(QStringLiteral(":/voice/%1.txt").arg(folder(tongue)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the words of the voice are missing from the program");
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QString name = line.section(u' ', 0, 0);
        m_names.append(name);
        m_words.insert(name, line.section(u' ', 1));
    }
}

QString ClipWords::sentence(const QStringList &names) const
{
    QString all;
    bool gap = false;
    for (const QString &name : names) {
        if (name == QLatin1String(Announcement::pause)) {
            all += m_comma;
            gap = false;
        } else if (m_words.contains(name)) {
            all += (gap ? m_gap : QString()) + m_words.value(name);
            gap = true;
        }
    }
    return all;
}

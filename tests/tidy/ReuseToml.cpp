// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/ReuseToml.h"

namespace {

/// "*" is anything but a slash, "**" anything.
QRegularExpression patternOf(const QString &glob)
{
    QString pattern = QRegularExpression::escape(glob);
    pattern.replace(QStringLiteral("\\*\\*"), QStringLiteral(".*"));
    pattern.replace(QStringLiteral("\\*"), QStringLiteral("[^/]*"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

} // namespace

ReuseToml ReuseToml::parse(const QString &text)
{
    static const QRegularExpression quoted("\"([^\"]*)\"");
    ReuseToml made;
    for (const QString &line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed == QLatin1String("[[annotations]]"))
            made.m_annotations.append(Annotation());
        if (made.m_annotations.isEmpty())
            continue;
        const QString member = trimmed.section(u'=', 0, 0).trimmed();
        auto values = quoted.globalMatch(trimmed.section(u'=', 1));
        while (values.hasNext()) {
            const QString value = values.next().captured(1);
            if (member == QLatin1String("path"))
                made.m_annotations.last().paths.append(patternOf(value));
            else if (member == QLatin1String("SPDX-License-Identifier"))
                made.m_annotations.last().licence = value;
        }
    }
    return made;
}

QString ReuseToml::licenceOf(const QString &path) const
{
    QString licence;
    for (const Annotation &annotation : m_annotations) {
        for (const auto &pattern : annotation.paths) {
            if (pattern.match(path).hasMatch())
                licence = annotation.licence;
        }
    }
    return licence;
}

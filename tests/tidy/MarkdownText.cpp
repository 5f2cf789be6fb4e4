// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/MarkdownText.h"

#include <QRegularExpression>

namespace {

/// The same lines, with fenced blocks and code spans turned to spaces.
QStringList linesWithoutCode(const QString &text)
{
    static const QRegularExpression span("(`+)(?!`).*?(?<!`)\\1(?!`)");
    QStringList lines = text.split(u'\n');
    bool inFence = false;
    for (QString &line : lines) {
        const bool isFence = line.trimmed().startsWith(QLatin1String("```"));
        if (isFence || inFence) {
            line.clear();
            inFence ^= isFence;
            continue;
        }
        line.replace(span, QStringLiteral(" "));
    }
    return lines;
}

QString anchorOf(const QString &heading)
{
    QString anchor;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber() || c == u'_' || c == u'-')
            anchor += c;
        else if (c == u' ')
            anchor += u'-';
    }
    return anchor;
}

} // namespace

QList<MarkdownText::Link> MarkdownText::links(const QString &text)
{
    static const QRegularExpression picture("!\\[[^\\]]*\\]\\(([^)\\s]+)[^)]*\\)");
    static const QRegularExpression link("(?<!!)\\[(?:[^\\[\\]]|!\\[[^\\]]*\\]\\([^)]*\\))*\\]\\(([^)\\s]+)[^)]*\\)");
    QList<Link> found;
    const QStringList lines = linesWithoutCode(text);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        for (const bool isPicture : {false, true}) {
            auto matches = (isPicture ? picture : link).globalMatch(lines[i]);
            while (matches.hasNext())
                found.append({matches.next().captured(1), int(i) + 1, isPicture});
        }
    }
    return found;
}

QStringList MarkdownText::anchors(const QString &text)
{
    static const QRegularExpression heading("^#{1,6} +(.+?) *#*$");
    QStringList found;
    bool inFence = false;
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().startsWith(QLatin1String("```")))
            inFence = !inFence;
        const auto match = heading.match(line);
        if (inFence || !match.hasMatch())
            continue;
        const QString anchor = anchorOf(match.captured(1));
        const auto same = found.count(anchor);
        found.append(same ? QStringLiteral("%1-%2").arg(anchor).arg(same) : anchor);
    }
    return found;
}

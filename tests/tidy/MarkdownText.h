// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// A Markdown page as somebody sees it who follows its links. No parser: enough for pages of ours.
namespace MarkdownText {

struct Link
{
    QString target; ///< "page.md#heading", "#heading", "picture.png", "https://…"
    int line = 0;
    bool isPicture = false;
};

/// What lies in code is no link.
QList<Link> links(const QString &text);

/// What a link behind a # may name: the headings, as GitHub makes anchors of them.
QStringList anchors(const QString &text);

} // namespace MarkdownText

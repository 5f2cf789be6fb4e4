// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/PaperRules.h"

#include "tests/tidy/MarkdownText.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QUrl>

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool leadsOutside(const QString &target)
{
    return target.contains(QLatin1String("://")) || target.startsWith(QLatin1String("mailto:"));
}

/// The file that a link of the page names, from the root; the page itself for "#heading".
QString fileOf(const QString &page, const QString &target)
{
    const QString name = QUrl::fromPercentEncoding(target.section(u'#', 0, 0).toUtf8());
    return name.isEmpty() ? page : QDir::cleanPath(QFileInfo(page).path() + u'/' + name);
}

QString trouble(const QDir &root, const QString &page, const MarkdownText::Link &link)
{
    const QString name = fileOf(page, link.target);
    const QFileInfo file(root.filePath(name));
    if (name.startsWith(QLatin1String("..")))
        return QStringLiteral("leads out of the tree");
    if (!file.exists() || (link.isPicture && !file.isFile()))
        return link.isPicture ? QStringLiteral("there is no such picture") : QStringLiteral("there is no such file");
    const QString anchor = QUrl::fromPercentEncoding(link.target.section(u'#', 1).toUtf8());
    if (!anchor.isEmpty() && name.endsWith(QLatin1String(".md"))
        && !MarkdownText::anchors(textOf(file.filePath())).contains(anchor))
        return QStringLiteral("there is no such heading");
    return {};
}

} // namespace

QStringList PaperRules::filesOf(const QDir &root)
{
    QStringList files;
    for (const auto &entry : root.entryInfoList(QDir::Files | QDir::Hidden, QDir::Name))
        files << entry.fileName();
    for (const auto &folder : root.entryInfoList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)) {
        if (QStringList{"build", ".cache", ".git"}.contains(folder.fileName()))
            continue;
        QDirIterator below(folder.filePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (below.hasNext())
            files << root.relativeFilePath(below.next());
    }
    files.erase(std::remove_if(files.begin(), files.end(),
                               [](const QString &file) {
                                   return file.contains(QLatin1String("/node_modules/"))
                                          || file.contains(QLatin1String("__pycache__"))
                                          || file.endsWith(QLatin1String(".user"))
                                          || file == QLatin1String("compile_commands.json")
                                          || file == QLatin1String(".git") // of a worktree
                                          || file == QLatin1String("CMakeUserPresets.json");
                               }),
                files.end());
    files.sort();
    return files;
}

QStringList PaperRules::deadLinks(const QDir &root, const QString &page)
{
    QStringList findings;
    for (const auto &link : MarkdownText::links(textOf(root.filePath(page)))) {
        if (leadsOutside(link.target))
            continue;
        const QString why = trouble(root, page, link);
        if (!why.isEmpty())
            findings << QStringLiteral("%1:%2: %3: %4").arg(page).arg(link.line).arg(link.target, why);
    }
    return findings;
}

QStringList PaperRules::unusedPictures(const QDir &root, const QString &folder)
{
    QSet<QString> named;
    QStringList unused;
    const QStringList files = filesOf(root);
    for (const auto &page : files) {
        if (!page.endsWith(QLatin1String(".md")))
            continue;
        for (const auto &link : MarkdownText::links(textOf(root.filePath(page))))
            named << fileOf(page, link.target);
    }
    for (const auto &file : files) {
        if (file.startsWith(folder + u'/') && file.endsWith(QLatin1String(".png")) && !named.contains(file))
            unused << file;
    }
    return unused;
}

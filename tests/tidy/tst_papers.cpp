// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/MarkdownText.h"
#include "tests/tidy/PaperRules.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

bool write(const QDir &folder, const QString &name, const QByteArray &text)
{
    folder.mkpath(QFileInfo(folder.filePath(name)).path());
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QStringList whyOf(const QStringList &findings)
{
    QStringList why;
    for (const auto &finding : findings)
        why << finding.section(QStringLiteral(": "), -1);
    return why;
}

} // namespace

/// Whoever follows a link of the papers comes somewhere, and every picture is there and shown.
class PapersTest : public QObject
{
    Q_OBJECT
private slots:
    void aLinkThatLeadsNowhereIsSeen_data();
    void aLinkThatLeadsNowhereIsSeen()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        const QTemporaryDir folder;
        const QDir root(folder.path());
        QVERIFY(write(root, "guide/page.md", text));
        QVERIFY(
            write(root, "guide/other.md", "# A heading, with *words*\n\n# 顾客说：“我付过了”\n## Twice\n## Twice\n"));
        QVERIFY(write(root, "guide/picture.png", "png"));
        QVERIFY(write(root, "README.md", "![a](guide/picture.png)\n"));
        QCOMPARE(whyOf(PaperRules::deadLinks(root, "guide/page.md")), why.isEmpty() ? QStringList() : QStringList{why});
    }
    void aPictureThatNobodyShowsIsSeen()
    {
        const QTemporaryDir folder;
        const QDir root(folder.path());
        QVERIFY(write(root, "page.md", "[![in a link](shots/shown.png)](page.md)\n\n`![code](shots/hidden.png)`\n"));
        QVERIFY(write(root, "shots/shown.png", "png"));
        QVERIFY(write(root, "shots/hidden.png", "png"));
        QVERIFY(write(root, "build/shots/hidden.md", "![a](../../shots/hidden.png)"));
        QCOMPARE(PaperRules::unusedPictures(root, "shots"), QStringList{"shots/hidden.png"});
    }
    void noLinkOfOursIsDead()
    {
        const QDir root(SOURCE_ROOT);
        QStringList findings;
        int pages = 0;
        for (const auto &file : PaperRules::filesOf(root)) {
            if (!file.endsWith(QLatin1String(".md")))
                continue;
            ++pages;
            findings += PaperRules::deadLinks(root, file);
        }
        QVERIFY2(pages >= 10, "the tree was not found");
        QVERIFY2(findings.isEmpty(), qPrintable('\n' + findings.join('\n')));
    }
    void everyPictureIsShown()
    {
        const QDir root(SOURCE_ROOT);
        const auto unused = PaperRules::unusedPictures(root, "resources");
        QVERIFY2(unused.isEmpty(), qPrintable('\n' + unused.join('\n')));
    }
    void bothLanguagesHaveTheSamePictures()
    {
        const auto namesIn = [](const char *folder) {
            const auto names =
                QDir(QDir(SOURCE_ROOT).filePath(QLatin1String(folder))).entryList(QDir::Files, QDir::Name);
            return names.join('\n');
        };
        const auto chinese = namesIn("resources/guide/zh");
        QCOMPARE(namesIn("resources/guide/en"), chinese);
        QVERIFY(chinese.count(".png") > 20);
    }
    void theGuidesArePaintedSmall()
    {
        qint64 bytes = 0;
        for (const auto &file : PaperRules::filesOf(QDir(SOURCE_ROOT))) {
            if (file.startsWith(QLatin1String("resources/guide/")))
                bytes += QFileInfo(QDir(SOURCE_ROOT).filePath(file)).size();
        }
        QVERIFY2(bytes < 4'000'000, qPrintable(QString::number(bytes)));
    }
};

void PapersTest::aLinkThatLeadsNowhereIsSeen_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QByteArray &text, const char *why = "") {
        QTest::newRow(name) << text << QString::fromLatin1(why);
    };
    row("no file", "see [it](nowhere.md)\n", "there is no such file");
    row("no picture", "![it](nowhere.png)\n", "there is no such picture");
    row("a folder for a picture", "![it](../guide)\n", "there is no such picture");
    row("no heading there", "[it](other.md#none)\n", "there is no such heading");
    row("no heading here", "# Here\n[it](#there)\n", "there is no such heading");
    row("a heading in code", "```\n# there\n```\n[it](#there)\n", "there is no such heading");
    row("out of the tree", "[it](../../etc/passwd)\n", "leads out of the tree");
    row("a picture in a link", "[![it](picture.png)](nowhere.md)\n", "there is no such file");
    row("the second in a line", "[a](other.md), [b](others.md)\n", "there is no such file");
    row("a file", "[it](other.md) and ![it](picture.png \"title\")\n");
    row("a heading", "[it](other.md#a-heading-with-words)\n");
    row("a Chinese heading", QByteArray("[it](other.md#顾客说我付过了)\n"));
    row("a heading that comes twice", "[it](other.md#twice-1)\n");
    row("the page itself", "# Here\n[it](#here)\n");
    row("upwards", "[it](../README.md)\n");
    row("code", "`[it](nowhere.md)`\n\n```\n[it](nowhere.md)\n```\n");
    row("the web", "[it](https://example.com/nowhere.md#none)\n");
}

QTEST_GUILESS_MAIN(PapersTest)
#include "tst_papers.moc"

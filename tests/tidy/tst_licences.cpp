// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/LicenceRules.h"
#include "tests/tidy/PaperRules.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

const QDir root(SOURCE_ROOT);

QByteArray contentOf(const QString &path)
{
    QFile file(root.filePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString textOf(const QString &path)
{
    return QString::fromUtf8(contentOf(path));
}

QString theList()
{
    return textOf("LICENSES/THIRD-PARTY.md");
}

/// The libraries that a program, or another library, needs at once.
QStringList neededBy(const QString &file)
{
    QProcess readelf;
    readelf.start("readelf", {"-d", file});
    if (!readelf.waitForFinished())
        return {};
    return LicenceRules::neededIn(QString::fromUtf8(readelf.readAllStandardOutput()));
}

/// All that it needs and we did not make.
QStringList foreignOf(const QString &program)
{
    QStringList foreign, waiting = neededBy(program);
    QSet<QString> seen;
    while (!waiting.isEmpty()) {
        const QString name = waiting.takeFirst();
        if (seen.contains(name))
            continue;
        seen.insert(name);
        const QString ours = QDir(LIBRARIES).filePath(name + ".so");
        if (QFile::exists(ours))
            waiting += neededBy(ours);
        else
            foreign << name;
    }
    return foreign;
}

} // namespace

/// All of it is under a licence that is here, and what comes from elsewhere is listed (./dev licences makes the list).
class LicencesTest : public QObject
{
    Q_OBJECT
private slots:
    void aFileSaysItItselfOrReuseTomlDoes()
    {
        const auto reuse = ReuseToml::parse("version = 1\n[[annotations]]\npath = [\"a/**\", \"*.md\"]\n"
                                            "SPDX-License-Identifier = \"MIT\"\n[[annotations]]\npath = \"a/b/*.png\"\n"
                                            "SPDX-License-Identifier = \"CC0-1.0\"\n");
        const QByteArray said = "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later OR MIT\n";
        QCOMPARE(LicenceRules::licenceOf("x/y.sh", said, reuse), "GPL-3.0-or-later OR MIT");
        QCOMPARE(LicenceRules::licenceOf("a/y.sh", said, reuse), "GPL-3.0-or-later OR MIT");
        QCOMPARE(LicenceRules::licenceOf("a/b/c.png", "png", reuse), "CC0-1.0");
        QCOMPARE(LicenceRules::licenceOf("a/b/c/d.png", "png", reuse), "MIT");
        QCOMPARE(LicenceRules::licenceOf("README.md", "# a\n", reuse), "MIT");
        QCOMPARE(LicenceRules::licenceOf("b/README.md", "# a\n", reuse), QString());
        QCOMPARE(LicenceRules::licenceOf("x/y", QByteArray(20, '\n') + said, reuse), QString());
    }
    void whatIsLinkedIsSeen()
    {
        QCOMPARE(LicenceRules::targetsIn("target_link_libraries(a PUBLIC b Qt6::Core # Qt6::Gui\n  PRIVATE X::Y_z)\n"
                                         "# target_link_libraries(a Q::R)\nadd_test(Qt6::lupdate)"),
                 (QStringList{"Qt6::Core", "X::Y_z"}));
        QCOMPARE(
            LicenceRules::neededIn(" 0x1 (NEEDED)  Shared library: [libQt6Core.so.6]\n 0x1 (NEEDED) Shared library: "
                                   "[ld-linux-x86-64.so.2]\n 0x1 (SONAME) Library soname: [libself.so.1]\n"
                                   " 0x1 (NEEDED) Shared library: [libprometheus-cpp-core.so.1.0]\n"),
            (QStringList{"libQt6Core", "libprometheus-cpp-core"}));
        QCOMPARE(LicenceRules::unlisted({"Qt6::Core", "Qt6::Gui"}, "| `Qt6::Core` | Qt6::Gui |"),
                 QStringList{"Qt6::Gui"});
        QCOMPARE(LicenceRules::licencesIn("(A-1.0 OR B) AND C WITH D-exception"),
                 (QStringList{"A-1.0", "B", "C", "D-exception"}));
    }
    void everyFileIsUnderALicenceThatIsHere()
    {
        const auto reuse = ReuseToml::parse(textOf("REUSE.toml"));
        QStringList findings;
        int looked = 0;
        for (const auto &path : PaperRules::filesOf(root)) {
            if (path == "LICENSE" || (path.startsWith("LICENSES/") && path.endsWith(".txt")))
                continue; // the texts themselves
            ++looked;
            const QString licence = LicenceRules::licenceOf(path, contentOf(path).left(4096), reuse);
            if (licence.isEmpty())
                findings << path + ": nobody says under which licence";
            for (const auto &name : LicenceRules::licencesIn(licence)) {
                if (!root.exists("LICENSES/" + name + ".txt"))
                    findings << path + ": LICENSES has no text of " + name;
            }
        }
        QVERIFY2(looked > 500, "the tree was not found");
        QVERIFY2(findings.isEmpty(), qPrintable('\n' + findings.join('\n')));
    }
    void theTextIsTheWholeOfTheGpl()
    {
        for (const QString path : {"LICENSE", "LICENSES/GPL-3.0-or-later.txt"}) {
            QVERIFY(textOf(path).contains("GNU GENERAL PUBLIC LICENSE"));
            QVERIFY(textOf(path).contains("END OF TERMS AND CONDITIONS"));
        }
    }
    void theListIsMadeOfItsTemplate() // its rows are for installer/linux/check.sh
    {
        const QString list = theList();
        qsizetype end = 0;
        for (const auto &part : textOf("installer/third_party.in").split(QRegularExpression("@[A-Z]+@"))) {
            const auto begin = list.indexOf(part, end);
            QVERIFY2(begin >= 0, qPrintable("./dev licences has not been run since this was written:\n" + part));
            end = begin + part.size();
        }
        QCOMPARE(end, list.size());
    }
    void whatTheBuildLinksIsListed()
    {
        QStringList targets;
        for (const auto &path : PaperRules::filesOf(root)) {
            const bool isOurs = path.startsWith("app/") || path.startsWith("server/") || path.startsWith("ui/");
            if (isOurs && (path.endsWith("CMakeLists.txt") || path.endsWith(".cmake")))
                targets += LicenceRules::targetsIn(textOf(path));
        }
        targets.removeDuplicates();
        QVERIFY(targets.size() > 10);
        const auto missing = LicenceRules::unlisted(targets, theList());
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(' ')));
    }
    void whatTheProgramsNeedIsListed_data()
    {
        QTest::addColumn<QString>("program");
        for (const char *name : {"scantill", "scantill-server", "scantill-simulator"})
            QTest::newRow(name) << QDir(PROGRAMS).filePath(QLatin1String(name));
    }
    void whatTheProgramsNeedIsListed()
    {
        QFETCH(QString, program);
        if (!ARE_SHIPPED || !QFile::exists(program))
            QSKIP("it is not built here as it is shipped");
        const auto needed = foreignOf(program);
        QVERIFY(needed.contains("libQt6Core") && needed.contains("libcrypto"));
        const auto missing = LicenceRules::unlisted(needed, theList());
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(' ')));
    }
    void whatIsPackedInIsListed()
    {
        QStringList folders;
        for (const auto &name : QDir(root.filePath("resources")).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders << "resources/" + name;
        QVERIFY(folders.size() > 5);
        const auto missing = LicenceRules::unlisted(folders, theList());
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(' ')));
    }
};

QTEST_GUILESS_MAIN(LicencesTest)
#include "tst_licences.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/HouseRules.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace {

const QString licence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

QStringList rulesBrokenBy(const QString &path, const QString &text)
{
    QStringList rules;
    for (const auto &finding : HouseRules::judge(path, text))
        rules << finding.rule;
    return rules;
}

void bad(const char *name, const QString &path, const QString &text, const QString &rule)
{
    QTest::newRow(name) << path << text << rule;
}

/// Every file that the house has an opinion on: its path and its text.
QList<std::pair<QString, QString>> theTree()
{
    const QDir root(SOURCE_ROOT);
    QStringList paths{"CMakeLists.txt", "dev", ".ci/run"};
    for (const QString folder : {"app", "server", "ui", "tests", "resources", "installer"}) {
        QDirIterator files(root.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths << root.relativeFilePath(files.next());
    }
    QList<std::pair<QString, QString>> tree;
    for (const auto &path : std::as_const(paths)) {
        QFile file(root.filePath(path));
        if (HouseRules::looksAt(path) && file.open(QIODevice::ReadOnly))
            tree.append({path, QString::fromUtf8(file.readAll())});
    }
    return tree;
}

} // namespace

/// The tree keeps the rules of the house, and each rule sees what breaks it.
class HouseTest : public QObject
{
    Q_OBJECT
private slots:
    void aRuleSeesWhatBreaksIt_data();
    void aRuleSeesWhatBreaksIt()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, rule);
        QCOMPARE(rulesBrokenBy(path, text), QStringList{rule});
    }
    void aRuleLeavesTheRestAlone_data();
    void aRuleLeavesTheRestAlone()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QCOMPARE(rulesBrokenBy(path, licence + text), QStringList());
    }
    void typesThatOthersSeeAreFound()
    {
        QCOMPARE(HouseRules::typesSeenFrom("class A;\nstruct B\n{\n    struct Inner\n    {\n    };\n};\n"
                                           "class C final : public D<E::F>\n{\n};\nenum class G : int { H };\n"
                                           "struct B::Inner\n{\n};\nnamespace {\nstruct I\n{\n};\n} // namespace\n"
                                           "// class J {\nstruct K {};\n"),
                 (QStringList{"B", "C", "G", "K"}));
    }
    void theTreeKeepsThem();
    void aTypesNameStandsOnce();
};

void HouseTest::aRuleSeesWhatBreaksIt_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rule");
    const auto include = [](const char *name, const QString &path, const QString &what, const QString &rule) {
        bad(name, path, licence + "#include " + what + '\n', rule);
    };
    include("the domain knows the store", "server/domain/A.cpp", "\"server/store/Database.h\"", "direction");
    include("the store knows checkout", "server/store/A.cpp", "\"server/checkout/Checkout.h\"", "direction");
    include("checkout knows WeChat Pay", "server/checkout/A.cpp", "\"server/wechatpay/WeChatPay.h\"", "direction");
    include("the simulator knows the store", "server/simulator/A.cpp", "\"server/store/Database.h\"", "direction");
    include("the relay has keys", "server/relay/A.cpp", "\"server/wechatpay/WeChatPay.h\"", "direction");
    include("a folder knows the top", "server/routes/A.cpp", "\"server/Server.h\"", "direction");
    include("the till knows the server", "ui/pages/A.cpp", "\"server/http/HttpListener.h\"", "direction");
    include("the server knows the till", "server/Server.cpp", "\"ui/MainWindow.h\"", "direction");
    include("the server knows the app", "server/Server.cpp", "\"app/ExitCode.h\"", "direction");
    include("product knows tests", "app/A.cpp", "\"tests/support/Await.h\"", "direction");
    include("a folder nobody listed", "server/novel/A.cpp", "\"server/domain/Money.h\"", "direction");
    include("beside", "server/domain/A.cpp", "\"Money.h\"", "include-root");
    include("upwards", "server/domain/A.cpp", "\"server/domain/../net/A.h\"", "include-root");
    include("QtHttpServer", "server/routes/A.cpp", "<QHttpServer>", "library");
    include("QtHttpServer by its folder", "tests/http/tst_a.cpp", "<QtHttpServer/QAbstractHttpServer>", "library");
    include("OpenSSL", "server/wechatpay/A.cpp", "<openssl/evp.h>", "library");
    include("Prometheus", "server/checkout/A.cpp", "<prometheus/counter.h>", "library");
    include("systemd", "server/Server.cpp", "<systemd/sd-daemon.h>", "library");
    include("the operator's figures know checkout", "server/ops/A.cpp", "\"server/checkout/Checkout.h\"", "direction");
    include("SQL", "server/checkout/A.cpp", "<sqlite3.h>", "library");

    bad("no licence", "server/domain/A.cpp", "int a;\n", "licence");
    bad("a mangled licence", "server/CMakeLists.txt", "#SPDX - License - Identifier : GPL - 3.0 - or -later\n",
        "licence");
    bad("no licence in a script", "installer/linux/a.sh", "#!/bin/sh\nset -e\n", "licence");
    bad("no licence in a browser's test", "tests/browser/tst_a.mjs", "# SPDX-License-Identifier: GPL-3.0-or-later\n",
        "licence");
    bad("no licence in a migration", "resources/sql/0001_a.sql", "CREATE TABLE a (b);\n", "licence");
    bad("no pragma once", "tests/support/A.h", licence + "int a;\n", "pragma");
    bad("pragma once in a comment", "server/net/A.h", licence + "/*\n#pragma once\n*/\n", "pragma");
    bad("401 lines", "ui/A.cpp", licence + QString("\n").repeated(400), "length");

    const auto code = [](const char *name, const QString &text, const QString &rule) {
        bad(name, "server/checkout/A.cpp", licence + text, rule);
    };
    code("connect to a lambda", "connect(a, &A::b, [this](int, int) { c(); });", "connect");
    code("connect to a function", "QObject::connect(a, &A::b, call);", "connect");
    code("connect of an overload", "connect(a, qOverload<int>(&A::b), [] {});", "connect");
    code("then without a context", "f.then([](int) {});", "then");
    code("then on another line", "f->history(a, b)\n    .then([this] { c(); });", "then");
    code("then with a launch policy only", "f.then(call);", "then");
    code("double", "double yuan = 1;", "floating-point");
    code("float", "static_cast<float>(fen);", "floating-point");
    code("a number read as double", "const auto fen = json[\"total\"].toDouble();", "floating-point");
    for (const QString word : {"TO"
                               "DO",
                               "FIX"
                               "ME",
                               "XX"
                               "X",
                               "HA"
                               "CK"})
        code(qPrintable(word), "// " + word + ": later", "left-over");
    code("the time", "QDateTime::currentDateTimeUtc();", "time");
    code("the time in milliseconds", "QDateTime::currentMSecsSinceEpoch();", "time");
    code("the time after a number with quotes", "1'000 + 2'000; QDateTime::currentDateTime();", "time");
    code("a nested event loop", "QEventLoop loop;", "event-loop");
    code("events by hand", "QCoreApplication::processEvents();", "event-loop");
    code("a singleton", "static Wallet &instance();", "singleton");
    code("a name of the compiler's", "int _Total = 0;", "reserved");
    code("two underscores", "int the__total = 0;", "reserved");
}

void HouseTest::aRuleLeavesTheRestAlone_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto good = [](const char *name, const QString &path, const QString &text) {
        QTest::newRow(name) << path << text;
    };
    good("its own folder", "server/store/A.cpp", "#include \"server/store/Database.h\"\n");
    good("downwards", "server/routes/A.cpp", "#include \"server/checkout/Checkout.h\"\n");
    good("the till's own", "ui/pages/A.cpp", "#include \"ui/widgets/Card.h\"\n#include \"server/domain/Order.h\"\n");
    good("moc", "tests/tidy/tst_a.cpp", "#include \"tst_a.moc\"\n");
    good("SQL in a test", "tests/store/tst_a.cpp", "#include <sqlite3.h>\n");
    good("words in strings and comments", "server/checkout/A.cpp",
         "// double connect(a, &A::b, [] {});\nconst auto a = \"QEventLoop \\\" float\"; /* QEventLoop */\n"
         "const auto raw = R\"(double \" float)\"; const auto c = u'\"'; double_entry();\n");
    good("contexts", "server/checkout/A.cpp",
         "connect(a, &A::b, this, [this] { c(); });\nf.then(this, [](int) {});\nconnect(a, &A::b, c, &C::d);\n"
         "::connect(socket, &address, sizeof(address));\n");
    good("what is a context itself", "server/domain/WhileHere.h", "#pragma once\nf.then([guard](int) {});\n");
    good("floating point in the looks", "ui/Theme.cpp", "double ratio = 1.5;\n");
    good("Qt's own singletons", "ui/A.cpp", "QCoreApplication::instance()->quit();\n");
    good("the clock", "server/domain/Clock.cpp", "QDateTime::currentMSecsSinceEpoch();\n");
    good("400 lines", "ui/A.cpp", QString("\n").repeated(399));
}

void HouseTest::theTreeKeepsThem()
{
    QStringList findings;
    const auto tree = theTree();
    for (const auto &[path, text] : tree) {
        for (const auto &finding : HouseRules::judge(path, text))
            findings << QStringLiteral("%1:%2: %3 (%4)").arg(path).arg(finding.line).arg(finding.what, finding.rule);
    }
    QVERIFY2(tree.size() > 200, "the tree was not found");
    QVERIFY2(findings.isEmpty(), qPrintable('\n' + findings.join('\n')));
}

void HouseTest::aTypesNameStandsOnce()
{
    QHash<QString, QString> owners;
    QStringList findings;
    for (const auto &[path, text] : theTree()) {
        const bool isAProgramOfItsOwn = path.section(u'/', -1).startsWith(QLatin1String("tst_"));
        if (isAProgramOfItsOwn || !(path.endsWith(QLatin1String(".h")) || path.endsWith(QLatin1String(".cpp"))))
            continue;
        for (const auto &type : HouseRules::typesSeenFrom(text)) {
            if (owners.contains(type))
                findings << QStringLiteral("%1: in %2 and in %3").arg(type, owners.value(type), path);
            owners.insert(type, path);
        }
    }
    QVERIFY2(owners.size() > 500, "the types were not found");
    QVERIFY2(findings.isEmpty(), qPrintable('\n' + findings.join('\n')));
}

QTEST_GUILESS_MAIN(HouseTest)
#include "tst_house.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/HouseRules.h"

#include "tests/tidy/SourceText.h"

#include <QHash>
#include <QRegularExpression>

namespace {

using HouseRules::Finding;

/// Who may include whom, beside itself: the one place where it is written down. A folder ends the name of what lies in
/// it at any depth, but "server" alone means what lies in it directly.
const QHash<QString, QStringList> &mayInclude()
{
    static const QStringList wholeServer{"server",           "server/domain",    "server/net",    "server/crypto",
                                         "server/runtime",   "server/http",      "server/web",    "server/store",
                                         "server/wechatpay", "server/simulator", "server/login",  "server/checkout",
                                         "server/push",      "server/relay",     "server/routes", "server/ops"};
    static const QHash<QString, QStringList> table{
        {"server/domain", {}},
        {"server/net", {"server/domain"}},
        {"server/crypto", {"server/domain"}},
        {"server/runtime", {"server/domain"}},
        {"server/http", {"server/domain", "server/net", "server/crypto"}},
        {"server/web", {"server/domain", "server/net", "server/http"}},
        {"server/store", {"server/domain"}},
        {"server/wechatpay", {"server/domain", "server/net", "server/crypto"}},
        {"server/simulator", {"server/domain", "server/net", "server/crypto", "server/http", "server/web"}},
        {"server/login", {"server/domain", "server/net", "server/crypto", "server/runtime", "server/store"}},
        {"server/checkout", {"server/domain", "server/store"}},
        {"server/push", {"server/domain", "server/net", "server/crypto"}},
        {"server/relay",
         {"server/domain", "server/net", "server/crypto", "server/runtime", "server/http", "server/store"}},
        {"server/routes",
         {"server/domain", "server/net", "server/crypto", "server/runtime", "server/http", "server/web", "server/store",
          "server/login", "server/checkout", "server/push", "server/wechatpay"}},
        {"server/ops", {"server/domain", "server/net", "server/http"}},
        {"server", wholeServer},
        {"ui", {"server/domain"}},
        {"app", wholeServer + QStringList{"ui"}},
        {"tests", wholeServer + QStringList{"ui", "app"}},
    };
    return table;
}

const QStringList isTheEventLoop{"server/runtime/EpollDispatcher.cpp", "server/runtime/EpollDispatcher.h"};
const QString isTheContext = "server/domain/WhileHere.h";
const QStringList mayAskTheTime{"server/domain/Clock.cpp", "server/runtime/Logging.cpp"};
constexpr int maxLines = 400;

QString folderOf(const QString &path)
{
    const auto top = path.section(u'/', 0, 0);
    return top == QLatin1String("server") && path.count(u'/') > 1 ? path.section(u'/', 0, 1) : top;
}

bool isIn(const QString &path, const QStringList &folders)
{
    return folders.contains(folderOf(path));
}

bool isProduct(const QString &path)
{
    return !path.startsWith(QLatin1String("tests/"));
}

bool isCpp(const QString &path)
{
    return path.endsWith(QLatin1String(".cpp")) || path.endsWith(QLatin1String(".h"));
}

/// A finding for every match.
void forbid(QList<Finding> &findings, const QString &code, const char *rule, const QString &pattern,
            const QString &what)
{
    auto matches = QRegularExpression(pattern).globalMatch(code);
    while (matches.hasNext())
        findings.append({QString::fromLatin1(rule), SourceText::lineAt(code, matches.next().capturedStart()), what});
}

void judgeFirstLine(QList<Finding> &findings, const QString &path, const QString &text)
{
    const bool slashes = isCpp(path) || path.endsWith(QLatin1String(".mjs"));
    const QString mark = slashes ? "// " : path.endsWith(QLatin1String(".sql")) ? "-- " : "# ";
    const auto line = text.section(u'\n', text.startsWith(QLatin1String("#!")) ? 1 : 0).section(u'\n', 0, 0);
    if (line != mark + "SPDX-License-Identifier: GPL-3.0-or-later")
        findings.append({"licence", 1, "the first line must be the SPDX one"});
}

void judgeQuotedInclude(QList<Finding> &findings, const QString &path, const QString &name, int line)
{
    static const QStringList roots{"app", "server", "ui", "tests"};
    if (name.endsWith(QLatin1String(".moc")) && !name.contains(u'/'))
        return;
    if (!roots.contains(name.section(u'/', 0, 0)) || name.contains(QLatin1String("..")))
        return findings.append({"include-root", line, name + " is not written from the repository's root"});
    const auto from = folderOf(path);
    const auto to = folderOf(name);
    if (from != to && !mayInclude().value(from).contains(to))
        findings.append({"direction", line, from + " must not know " + to});
}

void judgeForeignInclude(QList<Finding> &findings, const QString &path, const QString &name, int line)
{
    struct Owner
    {
        const char *pattern;
        const char *folder;
        bool testsToo;
    };
    static constexpr Owner owners[] = {{"^(QtHttpServer/|Q(Abstract)?HttpServer)", "server/http", false},
                                       {"^openssl/", "server/crypto", false},
                                       {"^sqlite3", "server/store", true},
                                       {"^prometheus/", "server/ops", false},
                                       {"^systemd/", "server/ops", false}};
    for (const auto &[pattern, folder, testsToo] : owners) {
        const bool mayHave = folderOf(path) == QLatin1String(folder) || (testsToo && !isProduct(path))
                             || path == QLatin1String("tests/bench/push/bare_qt.cpp"); // what ours is measured beside
        if (!mayHave && QRegularExpression(QLatin1String(pattern)).match(name).hasMatch())
            findings.append({"library", line, name + " belongs to " + QLatin1String(folder)});
    }
}

void judgeIncludes(QList<Finding> &findings, const QString &path, const QString &text)
{
    static const QRegularExpression include("^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"]+)[>\"]",
                                            QRegularExpression::MultilineOption);
    auto matches = include.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const int line = SourceText::lineAt(text, match.capturedStart());
        if (match.captured(1) == QLatin1String("\""))
            judgeQuotedInclude(findings, path, match.captured(2), line);
        else
            judgeForeignInclude(findings, path, match.captured(2), line);
    }
}

/// What is called later must have somebody whose life it ends with.
void judgeContexts(QList<Finding> &findings, const QString &path, const QString &code)
{
    if (path == isTheContext)
        return;
    static const QRegularExpression connecting("\\bconnect\\s*\\(");
    static const QRegularExpression signal("^(&\\w+(::\\w+)+|[qQ]Overload\\b.*)$");
    auto connects = connecting.globalMatch(code);
    while (connects.hasNext()) {
        const auto match = connects.next();
        const auto arguments = SourceText::argumentsAt(code, match.capturedEnd() - 1);
        if (arguments.size() == 3 && signal.match(arguments[1]).hasMatch())
            findings.append({"connect", SourceText::lineAt(code, match.capturedStart()), "connect without a context"});
    }
    static const QRegularExpression continuing("(\\.|->)\\s*then\\s*\\(");
    auto continuations = continuing.globalMatch(code);
    while (continuations.hasNext()) {
        const auto match = continuations.next();
        const auto arguments = SourceText::argumentsAt(code, match.capturedEnd() - 1);
        if (arguments.size() < 2 || arguments[0].startsWith(u'['))
            findings.append({"then", SourceText::lineAt(code, match.capturedStart()), "then without a context"});
    }
}

void judgeProduct(QList<Finding> &findings, const QString &path, const QString &text, const QString &code)
{
    if (text.count(u'\n') > maxLines)
        findings.append({"length", maxLines, QStringLiteral("longer than %1 lines").arg(maxLines)});
    if (isIn(path, {"server/domain", "server/checkout", "server/store", "server/wechatpay"}))
        forbid(findings, code, "floating-point", "\\b(double|float|toDouble|toFloat|qreal)\\b",
               "money has no fractions");
    if (!mayAskTheTime.contains(path))
        forbid(findings, code, "time",
               "\\bQDateTime::current\\w+|\\bQDate::currentDate\\b|\\bQTime::currentTime\\b|\\bsystem_clock::now\\b",
               "time is handed in, as a Clock");
    if (!isTheEventLoop.contains(path))
        forbid(findings, code, "event-loop", "\\bQEventLoop\\b|\\bprocessEvents\\b", "no nested event loops");
    forbid(findings, code, "reserved", "\\b(_[A-Z]|\\w*__)\\w*", "that name belongs to the compiler");
    forbid(findings, code, "singleton", "\\bstatic\\b[^;{}()]*\\binstance\\s*\\(", "no singletons");
}

} // namespace

bool HouseRules::looksAt(const QString &path)
{
    static const QRegularExpression known("\\.(cpp|h|mjs|cmake|sh|sql)$|(^|/)CMakeLists\\.txt$|^dev$|^\\.ci/run$");
    return known.match(path).hasMatch() && !path.contains(QLatin1String("/node_modules/"));
}

QStringList HouseRules::typesSeenFrom(const QString &text)
{
    static const QRegularExpression unnamed("^namespace \\{\n.*?^\\} // namespace$",
                                            QRegularExpression::MultilineOption
                                                | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression type(
        "^(?:class|struct|union|enum(?: class)?) (\\w+)(?: final)?\\s*(?::[^:;{][^;{]*)?\\{",
        QRegularExpression::MultilineOption);
    QStringList types;
    auto matches = type.globalMatch(SourceText::codeOnly(QString(text).remove(unnamed)));
    while (matches.hasNext())
        types << matches.next().captured(1);
    return types;
}

QList<Finding> HouseRules::judge(const QString &path, const QString &text)
{
    QList<Finding> findings;
    judgeFirstLine(findings, path, text);
    forbid(findings, text, "left-over",
           "\\b(TO"
           "DO|FIX"
           "ME|XX"
           "X|HA"
           "CK)\\b",
           "do it, or leave it out");
    if (!isCpp(path))
        return findings;
    const auto code = SourceText::codeOnly(text);
    judgeIncludes(findings, path, text);
    judgeContexts(findings, path, code);
    static const QRegularExpression once("^#pragma once$", QRegularExpression::MultilineOption);
    if (path.endsWith(QLatin1String(".h")) && !once.match(code).hasMatch())
        findings.append({"pragma", 1, "a header needs #pragma once"});
    if (isProduct(path))
        judgeProduct(findings, path, text, code);
    return findings;
}

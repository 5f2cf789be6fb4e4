// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/LicenceRules.h"

QString LicenceRules::licenceOf(const QString &path, const QByteArray &content, const ReuseToml &reuse)
{
    static const QRegularExpression said(
        "SPDX-License-Identifier: ([A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*)");
    constexpr int firstLines = 6;
    const auto match = said.match(QString::fromUtf8(content).section(u'\n', 0, firstLines - 1));
    return match.hasMatch() ? match.captured(1) : reuse.licenceOf(path);
}

QStringList LicenceRules::licencesIn(const QString &expression)
{
    static const QRegularExpression between("[() ]+|\\b(AND|OR|WITH)\\b");
    return expression.split(between, Qt::SkipEmptyParts);
}

QStringList LicenceRules::targetsIn(const QString &cmake)
{
    static const QRegularExpression comment("#.*"), linking("\\btarget_link_libraries\\s*\\(([^)]*)\\)"),
        target("\\b[A-Za-z0-9_]+::[A-Za-z0-9_]+\\b");
    QString code = cmake;
    code.remove(comment);
    QStringList targets;
    auto links = linking.globalMatch(code);
    while (links.hasNext()) {
        auto names = target.globalMatch(links.next().captured(1));
        while (names.hasNext())
            targets << names.next().captured();
    }
    targets.removeDuplicates();
    return targets;
}

QStringList LicenceRules::neededIn(const QString &readelf)
{
    static const QRegularExpression needed("\\(NEEDED\\).*\\[(.*?)\\.so[^\\]]*\\]");
    QStringList libraries;
    auto matches = needed.globalMatch(readelf);
    while (matches.hasNext()) {
        const QString library = matches.next().captured(1);
        if (!library.startsWith(QLatin1String("ld-linux")))
            libraries << library;
    }
    return libraries;
}

QStringList LicenceRules::unlisted(const QStringList &names, const QString &list)
{
    QStringList missing;
    for (const QString &name : names) {
        if (!list.contains(u'`' + name + u'`'))
            missing << name;
    }
    return missing;
}

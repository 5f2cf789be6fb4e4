// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/SourceText.h"

#include <QRegularExpression>

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// 1'000: the quote stands inside a number.
bool isDigitSeparator(const QString &text, qsizetype quote)
{
    qsizetype start = quote;
    while (start > 0 && (isWordCharacter(text[start - 1]) || text[start - 1] == u'\''))
        --start;
    return start < quote && text[start].isDigit();
}

/// Where the literal that opens here ends, its closing quote included.
qsizetype endOfLiteral(const QString &text, qsizetype quote)
{
    const bool isRaw = text[quote] == u'"' && quote > 0 && text[quote - 1] == u'R';
    if (isRaw) {
        const auto opening = text.indexOf(u'(', quote);
        const QString closing = u')' + text.mid(quote + 1, opening - quote - 1) + u'"';
        const auto end = text.indexOf(closing, opening);
        return end < 0 ? text.size() : end + closing.size();
    }
    qsizetype at = quote + 1;
    while (at < text.size() && text[at] != text[quote] && text[at] != u'\n')
        at += text[at] == u'\\' ? 2 : 1;
    return qMin(at + 1, text.size());
}

/// Where the comment or literal that begins here ends; the same position where neither begins.
qsizetype endOfNoCode(const QString &text, qsizetype at)
{
    const auto two = QStringView(text).mid(at, 2);
    if (two == u"//") {
        const auto end = text.indexOf(u'\n', at);
        return end < 0 ? text.size() : end;
    }
    if (two == u"/*") {
        const auto end = text.indexOf(QLatin1String("*/"), at + 2);
        return end < 0 ? text.size() : end + 2;
    }
    const bool isLiteral = text[at] == u'"' || (text[at] == u'\'' && !isDigitSeparator(text, at));
    return isLiteral ? endOfLiteral(text, at) : at;
}

} // namespace

QString SourceText::codeOnly(const QString &text)
{
    QString code = text;
    for (qsizetype at = 0; at < code.size();) {
        const auto end = endOfNoCode(text, at);
        for (auto blank = at; blank < end; ++blank) {
            const bool isEdge = text[at] != u'/' && (blank == at || blank == end - 1);
            if (text[blank] != u'\n' && !isEdge)
                code[blank] = u' ';
        }
        at = qMax(at + 1, end);
    }
    return code;
}

int SourceText::lineAt(const QString &text, qsizetype position)
{
    return 1 + int(QStringView(text).left(position).count(u'\n'));
}

QStringList SourceText::argumentsAt(const QString &code, qsizetype openingParenthesis)
{
    QStringList arguments;
    QString argument;
    int depth = 0;
    for (auto at = openingParenthesis; at < code.size(); ++at) {
        const QChar c = code[at];
        if (QStringView(u"([{").contains(c) && ++depth == 1)
            continue;
        if (QStringView(u")]}").contains(c) && --depth == 0)
            break;
        if (c == u',' && depth == 1)
            arguments << std::exchange(argument, {}).trimmed();
        else
            argument += c;
    }
    if (!argument.trimmed().isEmpty() || !arguments.isEmpty())
        arguments << argument.trimmed();
    return arguments;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/PaperText.h"

#include <QStringEncoder>

namespace {

constexpr ushort firstOfExtensionA = 0x3400;
constexpr ushort lastOfExtensionA = 0x4DBF;
constexpr ushort fullWidthYen = 0xFFE5;

bool isAscii(QChar c)
{
    return c.unicode() < 0x80;
}

QByteArray encoded(const QString &text)
{
    QStringEncoder encoder("GB18030"); // through ICU, where Qt has it
    if (!encoder.isValid())
        return {};
    const QByteArray bytes = encoder.encode(text);
    return encoder.hasError() ? QByteArray() : bytes;
}

bool canBeSet(QChar c)
{
    if (c.category() == QChar::Other_PrivateUse || c.isSurrogate())
        return false;
    const auto size = encoded(QString(c)).size();
    const bool isExtensionA = c.unicode() >= firstOfExtensionA && c.unicode() <= lastOfExtensionA;
    return size == 2 || (size == 4 && isExtensionA);
}

/// It has no place of its own: joiners, directions, accents that were left over, variation selectors.
bool isUnseen(QChar c)
{
    return c.category() == QChar::Other_Format || c.isMark();
}

bool mayNotBegin(QChar c)
{
    return QStringView(u"，。、；：？！）》」』】〉”’…·％").contains(c) || QStringView(u",.;:?!)]}%").contains(c);
}

/// How much of the line is set before it is broken: text has more columns than fit.
qsizetype breakIn(const QString &text, int columns)
{
    qsizetype fits = 0;
    for (int used = 0; fits < text.size(); ++fits) {
        used += isAscii(text[fits]) ? 1 : 2;
        if (used > columns)
            break;
    }
    for (auto at = fits; at > fits / 2; --at) { // a blank near the end is the best place
        if (text[at] == u' ')
            return at;
    }
    const auto mayBreakBefore = [&text](qsizetype at) {
        if (text[at] == u' ' || text[at - 1] == u' ')
            return true;
        return !(isAscii(text[at]) && isAscii(text[at - 1])) && !mayNotBegin(text[at]);
    };
    for (auto at = fits; at > 0; --at) {
        if (mayBreakBefore(at))
            return at;
    }
    return fits;
}

} // namespace

QString PaperText::from(const QString &text)
{
    QString set;
    const QString whole = text.normalized(QString::NormalizationForm_C);
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const QChar c = whole[at];
        if (c == QChar(0xA5))
            set += QChar(fullWidthYen);
        else if (c.isSpace() || c.unicode() < 0x20 || c.unicode() == 0x7F)
            set += c == QChar(0x3000) ? QStringLiteral("  ") : QStringLiteral(" ");
        else if (isAscii(c) || (!isUnseen(c) && canBeSet(c)))
            set += c;
        else if (!isUnseen(c)) {
            set += u'?';
            if (c.isHighSurrogate() && at + 1 < whole.size() && whole[at + 1].isLowSurrogate())
                ++at;
        }
    }
    return set;
}

QByteArray PaperText::bytes(const QString &paperText)
{
    return encoded(paperText);
}

int PaperText::columns(const QString &paperText)
{
    int sum = 0;
    for (const QChar c : paperText)
        sum += isAscii(c) ? 1 : 2;
    return sum;
}

QStringList PaperText::wrapped(const QString &text, int columns)
{
    QStringList lines;
    const auto paragraphs = text.split(u'\n');
    for (const QString &paragraph : paragraphs) {
        QString rest = from(paragraph).trimmed();
        while (PaperText::columns(rest) > columns) {
            const auto at = breakIn(rest, columns);
            lines.append(rest.first(at).trimmed());
            rest = rest.sliced(at).trimmed();
        }
        lines.append(rest);
    }
    return lines;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/AmountEntry.h"

namespace {

/// "12", "12.", "12.5" and "12.50" as fen; what is not typed yet counts as zeros. At most 7 digits get here.
qint64 fenOfText(const QString &text)
{
    const auto point = text.indexOf(u'.');
    const QString yuan = point < 0 ? text : text.left(point);
    const QString cents = point < 0 ? QString() : text.mid(point + 1);
    return yuan.toLongLong() * 100 + cents.leftJustified(2, u'0').toLongLong();
}

bool isQuantity(const QString &text)
{
    return !text.contains(u'.') && text.toInt() >= 1 && text.toInt() <= AmountEntry::maxQuantity;
}

QString withoutLonePoint(QString text)
{
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString paleAfter(const QString &text)
{
    if (text.isEmpty())
        return {};
    const auto point = text.indexOf(u'.');
    if (point < 0)
        return QStringLiteral(".00");
    return QString(2 - (text.size() - point - 1), u'0');
}

} // namespace

AmountEntry AmountEntry::of(Money amount)
{
    AmountEntry entry;
    if (!amount.isZero() && amount.fen() <= maxFen)
        entry.m_now.lines.back().first = amount.yuan();
    return entry;
}

AmountEntry AmountEntry::of(const QList<std::pair<int, Money>> &items)
{
    AmountEntry entry;
    for (const auto &[quantity, price] : items.mid(0, maxLines)) {
        Line &line = entry.m_now.lines.back();
        line.first = price.yuan();
        if (quantity > 1)
            line = {QString::number(quantity), true, price.yuan()};
        entry.closeLine();
    }
    return entry;
}

AmountEntry AmountEntry::restored() const
{
    AmountEntry entry = *this;
    entry.m_now.restored = true;
    entry.m_before.clear();
    return entry;
}

AmountEntry::Refusal AmountEntry::type(const QString &key, qint64 mostFen)
{
    m_before.append(m_now);
    if (m_before.size() > keptSteps)
        m_before.removeFirst();

    const bool anew = m_now.restored && key != u'+' && key != u'×';
    Lines lines = anew ? Lines{Line{}} : m_now.lines;
    const Refusal refusal = typed(key, lines);
    if (refusal != Refusal::None)
        return refusal;
    if (fenOf(lines) > mostFen)
        return Refusal::AmountTooLarge;
    m_now = {lines, false};
    return Refusal::None;
}

AmountEntry::Refusal AmountEntry::typed(const QString &key, Lines &lines)
{
    if (key == u'+') {
        const Line &line = lines.back();
        if (line.first.isEmpty() || (line.times && line.second.isEmpty()))
            return Refusal::NotHere;
        if (lines.size() >= maxLines)
            return Refusal::AmountTooLarge;
        lines.append(Line{});
        return Refusal::None;
    }
    if (key == u'×')
        return typeTimes(lines.back());
    if (key == u'.')
        return typePoint(lines.back());
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (key.isEmpty() || key.size() > 2 || !std::all_of(key.begin(), key.end(), isDigit))
        return Refusal::NotHere;
    return typeDigits(key, lines.back());
}

AmountEntry::Refusal AmountEntry::typeDigits(const QString &digits, Line &line)
{
    QString &text = line.times ? line.second : line.first;
    if (const auto point = text.indexOf(u'.'); point >= 0 && text.size() - point - 1 + digits.size() > 2)
        return Refusal::ThirdDecimal;
    text += digits;
    while (text.size() > 1 && text[0] == u'0' && text[1] != u'.')
        text.remove(0, 1); // 05 is 5, as on every till
    if (wantsQuantity(line) && !isQuantity(text))
        return text.toInt() > maxQuantity ? Refusal::AmountTooLarge : Refusal::NotHere;
    // Before anything is multiplied: a factor alone must fit, or seven digits and more would pile up before ×.
    return fenOfText(text) > maxFen || text.size() > 8 ? Refusal::AmountTooLarge : Refusal::None;
}

AmountEntry::Refusal AmountEntry::typePoint(Line &line)
{
    QString &text = line.times ? line.second : line.first;
    if (text.contains(u'.') || wantsQuantity(line))
        return Refusal::NotHere;
    text += text.isEmpty() ? QStringLiteral("0.") : QStringLiteral(".");
    return Refusal::None;
}

AmountEntry::Refusal AmountEntry::typeTimes(Line &line)
{
    if (line.times || fenOfText(line.first) == 0)
        return Refusal::NotHere;
    line.first = withoutLonePoint(line.first);
    line.times = true;
    return Refusal::None;
}

void AmountEntry::backspace()
{
    m_now.restored = false;
    Line &line = m_now.lines.back();
    if (!line.second.isEmpty())
        line.second.chop(1);
    else if (line.times)
        line.times = false;
    else if (!line.first.isEmpty())
        line.first.chop(1);
    else if (m_now.lines.size() > 1)
        m_now.lines.removeLast();
}

void AmountEntry::clear()
{
    m_now.restored = false;
    if (m_now.lines.back().first.isEmpty())
        m_now.lines = Lines{Line{}};
    else
        m_now.lines.back() = Line{};
}

void AmountEntry::takeBack(int keys)
{
    for (; keys > 0 && !m_before.isEmpty(); --keys)
        m_now = m_before.takeLast();
}

Money AmountEntry::total() const
{
    return *Money::fromFen(fenOf(m_now.lines)); // type() lets nothing above maxFen in
}

QList<AmountEntry::Item> AmountEntry::items() const
{
    QList<Item> items;
    for (const Line &line : m_now.lines)
        if (!line.first.isEmpty())
            items.append(itemOf(line));
    return items;
}

std::optional<int> AmountEntry::pendingQuantity() const
{
    const Line &line = m_now.lines.back();
    return line.times && line.second.isEmpty() && isQuantity(line.first) ? std::optional(line.first.toInt())
                                                                         : std::nullopt;
}

AmountEntry::Refusal AmountEntry::closeLine()
{
    Lines lines = m_now.lines;
    if (!lines.back().first.isEmpty()) {
        if (const Refusal refusal = typed(QStringLiteral("+"), lines); refusal != Refusal::None)
            return refusal;
    }
    settle(lines);
    return Refusal::None;
}

void AmountEntry::dropLine()
{
    Lines lines = m_now.lines;
    lines.back() = Line{};
    settle(lines);
}

AmountEntry::Refusal AmountEntry::setQuantity(qsizetype item, int quantity, qint64 mostFen)
{
    if (item < 0 || item >= items().size() || quantity < 1)
        return Refusal::NotHere;
    const Item was = items().at(item);
    if (!was.amount)
        return Refusal::NotHere;
    Lines lines = m_now.lines;
    lines[item] = quantity == 1 ? Line{was.price, false, {}} : Line{QString::number(quantity), true, was.price};
    if (quantity > maxQuantity || fenOf(lines) > mostFen)
        return Refusal::AmountTooLarge;
    if (!lines.back().first.isEmpty() && lines.size() < maxLines)
        lines.append(Line{});
    settle(lines);
    return Refusal::None;
}

void AmountEntry::remove(qsizetype item)
{
    if (item < 0 || item >= items().size())
        return;
    Lines lines = m_now.lines;
    lines.removeAt(item);
    if (lines.isEmpty() || !lines.back().first.isEmpty())
        lines.append(Line{}); // the next digit must not go on with another line
    settle(lines);
}

void AmountEntry::settle(const Lines &lines)
{
    m_now = {lines, false};
    m_before.clear();
}

EntryView AmountEntry::view() const
{
    const Line &line = m_now.lines.back();
    EntryView view;
    view.text = line.times ? line.second : line.first;
    view.pale = wantsQuantity(line) ? QString() : paleAfter(view.text);
    view.total = total();
    if (m_now.lines.size() > 1 || line.times) {
        QStringList texts;
        for (const Line &each : m_now.lines)
            texts.append(textOf(each));
        view.sum = texts.join(QStringLiteral(" + ")).trimmed();
    }
    return view;
}

bool AmountEntry::wantsQuantity(const Line &line)
{
    return line.times && !isQuantity(line.first);
}

AmountEntry::Item AmountEntry::itemOf(const Line &line)
{
    if (!line.times)
        return {.price = withoutLonePoint(line.first), .amount = *Money::fromFen(fenOf(line))};
    const bool quantityFirst = isQuantity(line.first);
    const QString second = withoutLonePoint(line.second);
    Item item{quantityFirst ? line.first : second, quantityFirst ? second : line.first, {}};
    if (!second.isEmpty())
        item.amount = *Money::fromFen(fenOf(line));
    return item;
}

qint64 AmountEntry::fenOf(const Lines &lines)
{
    qint64 fen = 0;
    for (const Line &line : lines)
        fen += fenOf(line);
    return fen;
}

qint64 AmountEntry::fenOf(const Line &line)
{
    if (!line.times)
        return fenOfText(line.first);
    // One of the two is a whole number of at most 999, the other at most 9,999,999 fen: no overflow.
    return isQuantity(line.first) ? line.first.toLongLong() * fenOfText(line.second)
                                  : fenOfText(line.first) * line.second.toLongLong();
}

QString AmountEntry::textOf(const Line &line)
{
    if (!line.times)
        return withoutLonePoint(line.first);
    return QStringLiteral("%1 × %2").arg(line.first, withoutLonePoint(line.second)).trimmed();
}

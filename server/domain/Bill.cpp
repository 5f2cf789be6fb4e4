// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Bill.h"

#include <algorithm>
#include <array>

namespace {

using Kind = Bill::Discount::Kind;

constexpr std::array<std::pair<Kind, const char *>, 3> kinds{
    {{Kind::Rate, "rate"}, {Kind::Minus, "minus"}, {Kind::Round, "round"}}};

Error wrongPart(const QString &where, const char *why)
{
    return {ErrorCode::InvalidInput, where + QLatin1String(": ") + QLatin1String(why)};
}

/// It is printed, shown and read again as it was: nothing that a line of text cannot hold.
bool isPrintable(const QString &text)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [](QChar c) {
               return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
                      || c.category() == QChar::Separator_Paragraph;
           });
}

bool isGoodsCode(const QString &text)
{
    return text.size() <= Bill::longestGoods && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'
                      || c == u'-';
           });
}

Result<void> judge(const Bill::Line &line, const QString &where)
{
    if (line.name.trimmed().isEmpty() || line.name.size() > Bill::longestName || !isPrintable(line.name))
        return wrongPart(where, "name must be 1 to 64 plain characters");
    if (line.price.fen() > Bill::mostFen)
        return wrongPart(where, "price must be 0 to 9999999 fen");
    if (line.quantity < 1 || line.quantity > Bill::mostPieces)
        return wrongPart(where, "quantity must be a whole number, 1 to 999");
    if (!isGoodsCode(line.goods))
        return wrongPart(where, "goods must be a code: 1 to 32 digits, letters, _ or -");
    return {};
}

Result<void> judge(const Bill::Discount &discount, const QString &where)
{
    if (discount.amount.isZero())
        return wrongPart(where, "amount must be 1 fen or more");
    if (discount.kind == Kind::Rate && (discount.rate < 1 || discount.rate > 99))
        return wrongPart(where, "rate must be a whole number, 1 to 99");
    if (discount.kind != Kind::Rate && discount.rate != 0)
        return wrongPart(where, "only the kind rate has a rate");
    return {};
}

Result<Money> sumOf(const QList<Bill::Line> &lines)
{
    Money sum;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto where = QStringLiteral("bill line %1").arg(i + 1);
        if (const auto fine = judge(lines[i], where); !fine)
            return fine.error();
        const auto line = Money::fromFen(lines[i].price.fen() * lines[i].quantity); // below 10^10: no overflow
        const auto next = line ? sum.plus(*line) : line;
        if (!next)
            return wrongPart(where, "the sum is more than a bill can hold");
        sum = *next;
    }
    return sum;
}

Result<Money> lessDiscounts(Money sum, const QList<Bill::Discount> &discounts)
{
    for (qsizetype i = 0; i < discounts.size(); ++i) {
        const auto where = QStringLiteral("bill discount %1").arg(i + 1);
        if (const auto fine = judge(discounts[i], where); !fine)
            return fine.error();
        const bool isThere = std::any_of(discounts.begin(), discounts.begin() + i,
                                         [&](const auto &other) { return other.kind == discounts[i].kind; });
        if (isThere)
            return wrongPart(where, "each kind may be there once");
        const auto rest = sum.minus(discounts[i].amount);
        if (!rest)
            return wrongPart(where, "more comes off than there is");
        sum = *rest;
    }
    return sum;
}

} // namespace

Result<Bill> Bill::of(const QList<Line> &lines, const QList<Discount> &discounts)
{
    if (lines.isEmpty() || lines.size() > mostLines)
        return wrongPart(QStringLiteral("bill"), "it must have 1 to 200 lines");
    if (discounts.size() > mostDiscounts)
        return wrongPart(QStringLiteral("bill"), "it may have at most 3 discounts");
    const auto subtotal = sumOf(lines);
    if (!subtotal)
        return subtotal.error();
    const auto total = lessDiscounts(*subtotal, discounts);
    if (!total)
        return total.error();
    return Bill(lines, discounts, *subtotal, *total);
}

QString toText(Bill::Discount::Kind kind)
{
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [kind](const auto &name) { return name.first == kind; });
    return QString::fromLatin1(found->second);
}

Result<Bill::Discount::Kind> discountKindFrom(const QString &text)
{
    for (const auto &[kind, name] : kinds) {
        if (text == QLatin1String(name))
            return kind;
    }
    return Error{ErrorCode::InvalidInput, QStringLiteral("kind must be rate, minus or round")};
}

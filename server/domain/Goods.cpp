// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Goods.h"

#include <algorithm>

namespace {

bool isCode(const QString &text, qsizetype shortest)
{
    const auto fits = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'
               || c == u'-';
    };
    return text.size() >= shortest && text.size() <= Goods::maxCodeLength
           && std::all_of(text.begin(), text.end(), fits);
}

/// A name becomes part of what the payer reads: WeChat refuses characters of four bytes (reference 1.1), and what is
/// not to be seen has no place in it.
bool isPlain(const QString &text, int longest)
{
    const auto shows = [](QChar c) {
        return !c.isSurrogate() && c.category() != QChar::Other_Control && c.category() != QChar::Other_Format
               && c.category() != QChar::Separator_Line && c.category() != QChar::Separator_Paragraph;
    };
    return !text.isEmpty() && text.size() <= longest && std::all_of(text.begin(), text.end(), shows);
}

} // namespace

Result<Goods> Goods::make(Fields fields)
{
    fields.name = fields.name.trimmed();
    fields.category = fields.category.trimmed();
    if (!isCode(fields.code, 1))
        return wrongInput("code must be 1 to 32 of: digits, letters, _ -");
    if (!fields.barcode.isEmpty() && !isCode(fields.barcode, 4))
        return wrongInput("barcode must be empty or 4 to 32 of: digits, letters, _ -");
    if (!isPlain(fields.name, maxNameLength))
        return wrongInput("name must be 1 to 64 plain characters");
    if (fields.price.isZero() || fields.price.fen() > maxPriceFen)
        return wrongInput("price must be 1 to 9999999 fen");
    if (!isPlain(fields.category, maxCategoryLength))
        return wrongInput("category must be 1 to 32 plain characters");
    if (fields.position < 0 || fields.position > maxPosition)
        return wrongInput("position must be 0 to 99999");
    return Goods(std::move(fields));
}

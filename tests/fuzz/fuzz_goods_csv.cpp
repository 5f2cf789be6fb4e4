// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/GoodsCsv.h"
#include "tests/fuzz/Fuzz.h"

#include <QSet>

namespace {

void faults(const GoodsCsv::Sheet &sheet)
{
    Fuzz::require(sheet.goods.isEmpty(), "a wrong file is not taken in part");
    Fuzz::require(sheet.wrong.size() <= GoodsCsv::mostWrongLines, "faults have an end");
    int before = 0;
    for (const auto &[line, message] : sheet.wrong) {
        Fuzz::require(line > before && !message.isEmpty(), "each wrong line is said once, in order");
        before = line;
    }
}

/// What is read, written and read again is the same, and is one line for each.
void goods(const GoodsCsv::Sheet &sheet)
{
    QSet<QString> codes;
    for (const auto &one : sheet.goods)
        codes.insert(one.code());
    Fuzz::require(codes.size() == sheet.goods.size(), "a code names one thing");
    const QByteArray written = GoodsCsv::write(sheet.goods);
    Fuzz::require(written.count('\n') == sheet.goods.size() + 1, "one line for each");
    if (!written.contains('"')) { // a comma inside quotes begins no cell
        for (const char *formula : {"\n=", "\n+", "\n-", "\n@", ",=", ",+", ",-", ",@"})
            Fuzz::require(!written.contains(formula), "no cell is a formula");
    }
    const auto again = GoodsCsv::read(written);
    Fuzz::require(again.wrong.isEmpty() && again.goods == sheet.goods, "goods read the same again");
}

} // namespace

/// A spreadsheet's file.
void fuzzOne(Fuzz::Input input)
{
    const auto sheet = GoodsCsv::read(input.rest());
    if (sheet.wrong.isEmpty())
        goods(sheet);
    else
        faults(sheet);
}

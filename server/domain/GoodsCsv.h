// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Goods.h"

/// The shop's goods as a file for a spreadsheet (server/http/API.md, "Goods"): RFC 4180, prices in yuan. A cell that a
/// spreadsheet would run as a formula is written behind an apostrophe, which reading takes off again.
namespace GoodsCsv {

/// UTF-8 with a BOM, without which Excel takes it for the machine's own encoding.
QByteArray write(const QList<Goods> &goods);

struct WrongLine
{
    int line = 0; ///< from 1
    QString message;
};
constexpr qsizetype mostWrongLines = 20;

struct Sheet
{
    QList<Goods> goods; ///< none where a line is wrong
    QList<WrongLine> wrong; ///< the first 20, in order
};
/// UTF-8 with or without a BOM, else GB18030, as Excel saves in China. No code and no barcode stands there twice.
Sheet read(const QByteArray &bytes);

} // namespace GoodsCsv

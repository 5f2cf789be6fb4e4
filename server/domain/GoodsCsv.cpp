// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/GoodsCsv.h"

#include "server/domain/CsvRecords.h"
#include "server/domain/Gb18030.h"

#include <QHash>
#include <QStringDecoder>
#include <algorithm>

namespace {

const QStringList &header()
{
    static const QStringList names{"code", "barcode", "name", "price", "category", "position", "on_sale"};
    return names;
}

std::optional<QString> textOf(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    QString utf8 = decoder.decode(bytes);
    if (decoder.hasError())
        return fromGb18030(bytes);
    if (utf8.startsWith(QChar::ByteOrderMark))
        utf8.remove(0, 1);
    return utf8;
}

bool isFormulaStart(QChar c)
{
    return c == u'=' || c == u'+' || c == u'-' || c == u'@';
}

QString guarded(const QString &cell)
{
    const bool needsIt = !cell.isEmpty() && (isFormulaStart(cell[0]) || cell[0] == u'\'');
    return needsIt ? u'\'' + cell : cell;
}

QString unguarded(const QString &cell)
{
    const bool hasIt = cell.size() > 1 && cell[0] == u'\'' && (isFormulaStart(cell[1]) || cell[1] == u'\'');
    return hasIt ? cell.sliced(1) : cell;
}

bool isDigits(QStringView text, qsizetype longest)
{
    return !text.isEmpty() && text.size() <= longest
           && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// "22", "22.5" or "22.50".
std::optional<Money> moneyOf(const QString &yuan)
{
    const qsizetype dot = yuan.indexOf(u'.');
    const QString whole = dot < 0 ? yuan : yuan.first(dot);
    const QString decimals = dot < 0 ? QStringLiteral("00") : yuan.sliced(dot + 1);
    if (!isDigits(whole, 9) || !isDigits(decimals, 2))
        return std::nullopt;
    const auto fen = Money::fromFen(whole.toLongLong() * 100 + decimals.leftJustified(2, u'0').toLongLong());
    return fen ? std::optional(*fen) : std::nullopt;
}

std::optional<bool> truthOf(const QString &text)
{
    const QString word = text.toLower();
    if (QStringList{"1", "true", "yes", QStringLiteral("是")}.contains(word))
        return true;
    if (QStringList{"0", "false", "no", QStringLiteral("否")}.contains(word))
        return false;
    return std::nullopt;
}

/// A spreadsheet shows 6901234567892 as 6.90123E+12, and saves what it shows.
bool isRounded(const QString &code)
{
    return code.contains(u'.') && code.contains(QLatin1String("E+"), Qt::CaseInsensitive);
}

Result<Goods> goodsOf(const QStringList &cells)
{
    for (const auto &code : {cells[0], cells[1]}) {
        if (isRounded(code))
            return wrongInput("a code that the spreadsheet has rounded; make its column text, and enter it again");
    }
    const auto price = moneyOf(cells[3]);
    if (!price)
        return wrongInput("price must be yuan like 22.00");
    if (!isDigits(cells[5], 5))
        return wrongInput("position must be 0 to 99999");
    const auto onSale = truthOf(cells[6]);
    if (!onSale)
        return wrongInput("on_sale must be 1 or 0");
    return Goods::make({.code = cells[0],
                        .barcode = cells[1],
                        .name = cells[2],
                        .price = *price,
                        .category = cells[4],
                        .position = cells[5].toInt(),
                        .onSale = *onSale});
}

/// Reads record after record until it has met too many that are wrong.
class SheetReader
{
public:
    GoodsCsv::Sheet read(const QString &text)
    {
        CsvRecords records(text);
        const auto first = records.next();
        if (!first || first->fault || !isHeader(cellsOf(*first)))
            fault(first ? first->line : 1, QStringLiteral("the first line must be: ") + header().join(u','));
        while (m_hasHeader && !m_isFull && m_sheet.wrong.size() < GoodsCsv::mostWrongLines) {
            const auto record = records.next();
            if (!record)
                break;
            take(*record);
        }
        if (!m_sheet.wrong.isEmpty())
            m_sheet.goods.clear();
        return m_sheet;
    }

private:
    static QStringList cellsOf(const CsvRecords::Record &record)
    {
        QStringList cells;
        for (const auto &cell : record.cells)
            cells << unguarded(cell.trimmed());
        while (cells.size() > header().size() && cells.last().isEmpty()) // columns of a spreadsheet that hold nothing
            cells.removeLast();
        return cells;
    }
    bool isHeader(const QStringList &cells)
    {
        m_hasHeader = cells.join(u',').toLower() == header().join(u',');
        return m_hasHeader;
    }
    void take(const CsvRecords::Record &record)
    {
        const auto cells = cellsOf(record);
        if (record.fault)
            return fault(record.line, QString::fromLatin1(record.fault));
        if (std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return cell.isEmpty(); }))
            return; // an emptied row of a spreadsheet
        if (cells.size() != header().size())
            return fault(record.line,
                         QStringLiteral("there are %1 cells where 7 belong").arg(qMin<qsizetype>(cells.size(), 999)));
        const auto goods = goodsOf(cells);
        if (!goods)
            return fault(record.line, goods.error().message);
        if (const int line = m_codes.value(goods->code()); line > 0)
            return fault(record.line, QStringLiteral("the code %1 is on line %2 already").arg(goods->code()).arg(line));
        if (const int line = goods->barcode().isEmpty() ? 0 : m_barcodes.value(goods->barcode()); line > 0)
            return fault(record.line,
                         QStringLiteral("the barcode %1 is on line %2 already").arg(goods->barcode()).arg(line));
        m_isFull = m_sheet.goods.size() == Goods::mostInAShop;
        if (m_isFull)
            return fault(record.line, QStringLiteral("there are more than %1 goods").arg(Goods::mostInAShop));
        m_codes.insert(goods->code(), record.line);
        m_barcodes.insert(goods->barcode(), record.line);
        m_sheet.goods.append(*goods);
    }
    void fault(int line, const QString &message) { m_sheet.wrong.append({line, message}); }

    GoodsCsv::Sheet m_sheet;
    QHash<QString, int> m_codes; ///< and on which line
    QHash<QString, int> m_barcodes;
    bool m_hasHeader = false;
    bool m_isFull = false;
};

} // namespace

QByteArray GoodsCsv::write(const QList<Goods> &goods)
{
    QString text = QChar(QChar::ByteOrderMark) + CsvRecords::write(header());
    for (const auto &one : goods)
        text += CsvRecords::write({guarded(one.code()), guarded(one.barcode()), guarded(one.name()), one.price().yuan(),
                                   guarded(one.category()), QString::number(one.position()),
                                   one.isOnSale() ? QStringLiteral("1") : QStringLiteral("0")});
    return text.toUtf8();
}

GoodsCsv::Sheet GoodsCsv::read(const QByteArray &bytes)
{
    const auto text = textOf(bytes);
    if (!text)
        return {{}, {{1, QStringLiteral("the file is neither UTF-8 nor GB18030 text")}}};
    return SheetReader().read(*text);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/EscPos.h"

#include "ui/receipt/PaperText.h"

namespace {

const QByteArray initialize("\033@", 2);
const QByteArray chineseMode("\x1C&", 2);
const QByteArray partialCut("\x1DVB\0", 4); // feeds to the blade by itself

QByteArray command(const char *name, int value)
{
    return QByteArray(name) + char(value);
}

QByteArray rowBytes(const ReceiptRow &row, ReceiptRow &before)
{
    QByteArray bytes;
    if (row.centred != before.centred)
        bytes += command("\033a", row.centred ? 1 : 0);
    if (row.bold != before.bold)
        bytes += command("\033E", row.bold ? 1 : 0);
    if (row.size != before.size)
        bytes += command("\x1D!", (row.widthFactor() - 1) << 4 | (row.heightFactor() - 1));
    before = row;
    return bytes + PaperText::bytes(row.text) + '\n';
}

} // namespace

QByteArray EscPos::receipt(const ReceiptLayout &layout, bool cut)
{
    QByteArray bytes = initialize + chineseMode;
    ReceiptRow style;
    for (const ReceiptRow &row : layout.rows())
        bytes += rowBytes(row, style);
    bytes += initialize; // whatever comes next finds it plain
    return bytes + (cut ? partialCut : command("\033d", feedToTear));
}

QByteArray EscPos::drawerKick()
{
    return QByteArray("\033p\0\x19\xFA", 5); // connector pin 2, 50 ms on, 500 ms off
}

QByteArray EscPos::statusQuestions()
{
    return QByteArray("\x10\x04\x01\x10\x04\x02\x10\x04\x04", 9); // printer, why it is offline, paper
}

PrinterTrouble EscPos::troubleIn(const QByteArray &answers)
{
    if (answers.size() != statusAnswers)
        return PrinterTrouble::Silent;
    for (const char answer : answers) {
        if ((uchar(answer) & 0x93) != 0x12) // these bits are the mark of an answer
            return PrinterTrouble::Silent;
    }
    const auto has = [&answers](int answer, int bits) { return (uchar(answers[answer]) & bits) != 0; };
    if (has(1, 0x04))
        return PrinterTrouble::Cover;
    if (has(1, 0x20) || has(2, 0x60))
        return PrinterTrouble::Paper;
    return has(0, 0x08) || has(1, 0x40) ? PrinterTrouble::Offline : PrinterTrouble::None;
}

QByteArray EscPos::endQuestion()
{
    return QByteArray("\x1Dr\x01", 3);
}

bool EscPos::isEndAnswer(char answer)
{
    return (uchar(answer) & 0x90) == 0;
}

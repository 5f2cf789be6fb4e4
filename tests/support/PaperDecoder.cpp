// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PaperDecoder.h"

#include <QPainter>
#include <QStringDecoder>

namespace {

constexpr int column = 12;
constexpr int cell = 24;
constexpr int pitch = 30;
constexpr int edge = 32;

int firstDotOf(const PaperDecoder::Line &line, int columns)
{
    return line.centred ? (columns * column - PaperDecoder::columnsOf(line.text) * column * line.width) / 2 : 0;
}

/// As a printer has it: dots, made larger by repeating them.
QImage glyph(QChar c, bool bold)
{
    const bool isWide = c.unicode() >= 0x80;
    QImage dots(isWide ? cell : column, cell, QImage::Format_Grayscale8);
    dots.fill(Qt::white);
    QFont font(isWide ? QStringLiteral("Noto Sans CJK SC") : QStringLiteral("DejaVu Sans Mono"));
    font.setPixelSize(isWide ? cell : 20);
    font.setBold(bold);
    QPainter painter(&dots);
    painter.setFont(font);
    painter.drawText(dots.rect(), Qt::AlignCenter | Qt::TextDontClip, QString(c));
    return dots;
}

} // namespace

int PaperDecoder::columnsOf(const QString &text)
{
    int sum = 0;
    for (const QChar c : text)
        sum += c.unicode() < 0x80 ? 1 : 2;
    return sum;
}

int PaperDecoder::heightOf(const Line &line)
{
    return line.text.isEmpty() ? pitch : qMax(pitch, cell * line.height);
}

PaperDecoder::Paper &PaperDecoder::paper()
{
    if (m_papers.isEmpty() || m_papers.last().cut)
        m_papers.append(Paper());
    return m_papers.last();
}

QByteArray PaperDecoder::feed(const QByteArray &bytes)
{
    m_waiting += bytes;
    QByteArray answers;
    while (!m_waiting.isEmpty()) {
        // What must be answered at once is, the rest waits until it can print.
        if (isStopped() && m_waiting[0] != 0x10)
            break;
        const auto taken = takeCommand(answers);
        if (taken == 0)
            break;
        m_waiting.remove(0, taken);
    }
    if (isStopped()) {
        for (auto at = m_waiting.indexOf("\x10\x04"); at >= 0 && at + 2 < m_waiting.size();
             at = m_waiting.indexOf("\x10\x04")) {
            answers += status(m_waiting[at + 2]);
            m_waiting.remove(at, 3);
        }
    }
    return isMute ? QByteArray() : answers;
}

qsizetype PaperDecoder::takeCommand(QByteArray &answers)
{
    switch (m_waiting[0]) {
    case 0x10:
        return takeRealTime(answers);
    case 0x1B:
        return takeEscape();
    case 0x1C:
        if (m_waiting.size() < 2)
            return 0;
        m_chinese = m_waiting[1] == '&';
        return m_chinese ? 2 : fault("FS " + m_waiting.mid(1, 1).toHex());
    case 0x1D:
        return takeGroup(answers);
    case '\n':
        endLine();
        return 1;
    default:
        return takeText();
    }
}

char PaperDecoder::status(char question) const
{
    switch (question) {
    case 1:
        return char(0x12 | (isStopped() ? 0x08 : 0));
    case 2:
        return char(0x12 | (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0));
    default:
        return char(0x12 | (paperOut ? 0x60 : 0));
    }
}

qsizetype PaperDecoder::takeRealTime(QByteArray &answers)
{
    if (m_waiting.size() < 3)
        return 0;
    if (m_waiting[1] != 0x04 || !QByteArray("\x01\x02\x04").contains(m_waiting[2]))
        return fault("DLE " + m_waiting.mid(1, 2).toHex());
    answers += status(m_waiting[2]);
    return 3;
}

qsizetype PaperDecoder::takeEscape()
{
    if (m_waiting.size() < 2)
        return 0;
    const char what = m_waiting[1];
    if (what == '@') {
        if (!m_line.text.isEmpty())
            return fault("initialized within a line");
        m_line = Line();
        return 2;
    }
    if (m_waiting.size() < 3)
        return 0;
    const char value = m_waiting[2];
    if (what == 'a' && value >= 0 && value <= 1) {
        m_line.centred = value == 1;
        return 3;
    }
    if (what == 'E' && value >= 0 && value <= 1) {
        m_line.bold = value == 1;
        return 3;
    }
    if (what == 'd' && value > 0 && value < 10) {
        paper().cut = true; // torn off by hand
        return 3;
    }
    if (what != 'p')
        return fault("ESC " + m_waiting.mid(1, 2).toHex());
    if (m_waiting.size() < 5)
        return 0;
    ++m_drawerKicks;
    return 5;
}

qsizetype PaperDecoder::takeGroup(QByteArray &answers)
{
    if (m_waiting.size() < 3)
        return 0;
    const char what = m_waiting[1];
    if (what == '!') {
        m_line.width = (m_waiting[2] >> 4 & 7) + 1;
        m_line.height = (m_waiting[2] & 7) + 1;
        return 3;
    }
    if (what == 'r' && m_waiting[2] == 1) {
        if (knowsEnd)
            answers += char(0);
        return 3;
    }
    if (what != 'V' || m_waiting[2] != 'B')
        return fault("GS " + m_waiting.mid(1, 2).toHex());
    if (m_waiting.size() < 4)
        return 0;
    paper().cut = true;
    return 4;
}

qsizetype PaperDecoder::takeText()
{
    const auto byte = uchar(m_waiting[0]);
    if (byte >= 0x20 && byte < 0x7F) {
        m_line.text += QChar(byte);
        return 1;
    }
    if (byte < 0x81 || !m_chinese)
        return fault("byte " + m_waiting.left(1).toHex());
    if (m_waiting.size() < 2)
        return 0;
    const auto size = uchar(m_waiting[1]) >= 0x30 && uchar(m_waiting[1]) <= 0x39 ? 4 : 2;
    if (m_waiting.size() < size)
        return 0;
    QStringDecoder decoder("GB18030");
    const QString text = decoder(m_waiting.left(size));
    const bool isInFont = text.size() == 1 && text[0].category() != QChar::Other_PrivateUse && text[0] != QChar(0xFFFD)
                          && (size == 2 || (text[0] >= QChar(0x3400) && text[0] <= QChar(0x4DBF)));
    if (decoder.hasError() || !isInFont)
        return fault("no such character: " + m_waiting.left(size).toHex());
    m_line.text += text;
    return size;
}

qsizetype PaperDecoder::fault(const QString &what)
{
    m_faults << what;
    return m_waiting.size(); // nothing after it can be trusted
}

void PaperDecoder::endLine()
{
    if (columnsOf(m_line.text) * m_line.width > m_columns)
        m_faults << "too long: " + m_line.text;
    paper().lines.append(m_line);
    m_line.text.clear();
    if (paperForLines > 0 && --paperForLines == 0)
        paperOut = true;
}

QStringList PaperDecoder::lines(qsizetype paper) const
{
    QStringList texts;
    for (const Line &line : m_papers.value(paper).lines)
        texts << QString(firstDotOf(line, m_columns) / column, u' ') + line.text;
    return texts;
}

QImage PaperDecoder::picture(qsizetype paper) const
{
    const auto all = m_papers.value(paper).lines;
    int height = 2 * edge;
    for (const Line &line : all)
        height += heightOf(line);
    const int width = m_columns == 32 ? 58 * 8 : 80 * 8;
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(0xFBFAF5));
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    int y = edge;
    for (const Line &line : all) {
        int x = (width - m_columns * column) / 2 + firstDotOf(line, m_columns);
        for (const QChar c : line.text) {
            const QImage dots = glyph(c, line.bold);
            const QSize size(dots.width() * line.width, dots.height() * line.height);
            painter.drawImage(QRect(QPoint(x, y), size), dots);
            x += size.width();
        }
        y += heightOf(line);
    }
    return image;
}

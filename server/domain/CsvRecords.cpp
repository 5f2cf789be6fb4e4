// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/CsvRecords.h"

#include <algorithm>

std::optional<CsvRecords::Record> CsvRecords::next()
{
    while (!isAtEnd() && isAtLineEnd())
        passLineEnd();
    if (isAtEnd())
        return std::nullopt;
    Record record{.line = m_line};
    while (!record.fault) {
        const bool opensQuote = !isAtEnd() && m_text[m_at] == u'"';
        record.cells << (opensQuote ? quoted(record.fault) : plain(record.fault));
        if (record.fault || isAtLineEnd())
            break;
        ++m_at; // the comma
    }
    passRestOfLine();
    return record;
}

QString CsvRecords::write(const QStringList &cells)
{
    QStringList written;
    for (QString cell : cells) {
        const bool needsQuotes = std::any_of(
            cell.begin(), cell.end(), [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; });
        written << (needsQuotes ? u'"' + cell.replace(u'"', QLatin1String("\"\"")) + u'"' : cell);
    }
    return written.join(u',') + QLatin1String("\r\n");
}

void CsvRecords::passLineEnd()
{
    const bool isTwo = m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n';
    m_at += isTwo ? 2 : 1;
    ++m_line;
}

void CsvRecords::passRestOfLine()
{
    while (!isAtLineEnd())
        ++m_at;
    if (!isAtEnd())
        passLineEnd();
}

QString CsvRecords::quoted(const char *&fault)
{
    QString cell;
    for (++m_at; !isAtEnd();) {
        const QChar c = m_text[m_at];
        if (c != u'"') {
            cell += c;
            if (isAtLineEnd())
                passLineEnd();
            else
                ++m_at;
        } else if (++m_at < m_text.size() && m_text[m_at] == u'"') {
            cell += c;
            ++m_at;
        } else {
            if (!isAtLineEnd() && m_text[m_at] != u',')
                fault = "something follows a closing quote";
            return cell;
        }
    }
    fault = "a quote is not closed";
    return cell;
}

QString CsvRecords::plain(const char *&fault)
{
    const qsizetype from = m_at;
    while (!isAtLineEnd() && m_text[m_at] != u',') {
        if (m_text[m_at] == u'"')
            fault = "a quote stands inside a cell without quotes";
        ++m_at;
    }
    return m_text.mid(from, m_at - from);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>

/// Comma-separated text by RFC 4180, record by record. Lines may end in CRLF, LF or CR.
class CsvRecords
{
public:
    struct Record
    {
        int line = 0; ///< where it begins, from 1
        QStringList cells;
        const char *fault = nullptr; ///< why it is none
    };

    explicit CsvRecords(const QString &text) : m_text(text) {}

    /// Nothing at the end. Lines without a character on them are passed over.
    std::optional<Record> next();

    /// One record with its CRLF; a cell is put into quotes where it needs them.
    static QString write(const QStringList &cells);

private:
    bool isAtEnd() const { return m_at >= m_text.size(); }
    bool isAtLineEnd() const { return isAtEnd() || m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    void passLineEnd();
    void passRestOfLine();
    QString quoted(const char *&fault);
    QString plain(const char *&fault);

    const QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QStringList>

/// What a stand-in receipt printer understands: ESC/POS as EscPos.h speaks it and nothing else, so that an unknown
/// command is a fault. It keeps the paper that came out, as lines and as a picture.
class PaperDecoder
{
public:
    struct Line
    {
        QString text;
        int width = 1; ///< factors of its characters
        int height = 1;
        bool bold = false;
        bool centred = false;
    };
    struct Paper
    {
        QList<Line> lines;
        bool cut = false;
    };

    explicit PaperDecoder(int columns) : m_columns(columns) {}

    /// What it answers.
    QByteArray feed(const QByteArray &bytes);

    /// What came out, whole or not.
    const QList<Paper> &papers() const { return m_papers; }
    QStringList lines(qsizetype paper = 0) const; ///< as they stand on it; a wide character takes that many columns
    QImage picture(qsizetype paper = 0) const; ///< a pixel a dot, with the paper's margins
    const QStringList &faults() const { return m_faults; }
    int drawerKicks() const { return m_drawerKicks; }

    bool paperOut = false;
    bool coverOpen = false;
    bool offline = false;
    bool isMute = false; ///< answers nothing
    bool knowsEnd = true; ///< answers GS r
    int paperForLines = -1; ///< then it runs out; -1: never

    static int columnsOf(const QString &text);
    static int heightOf(const Line &line);

private:
    bool isStopped() const { return paperOut || coverOpen || offline; }
    qsizetype takeCommand(QByteArray &answers);
    qsizetype takeRealTime(QByteArray &answers);
    qsizetype takeEscape();
    qsizetype takeGroup(QByteArray &answers);
    qsizetype takeText();
    qsizetype fault(const QString &what);
    char status(char question) const;
    void endLine();
    Paper &paper();

    int m_columns;
    QByteArray m_waiting;
    QList<Paper> m_papers;
    Line m_line;
    bool m_chinese = true;
    QStringList m_faults;
    int m_drawerKicks = 0;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/PaperText.h"

#include <QTest>

/// What a printer can set, and how wide it is.
class PaperTextTest : public QObject
{
    Q_OBJECT
private slots:
    void gb18030IsReallyThere()
    {
        // The bytes are from the standard, not from Qt.
        QCOMPARE(PaperText::bytes(QStringLiteral("练习￥·─")).toHex(), QByteArray("c1b7cfb0a3a4a1a4a9a4"));
        QCOMPARE(PaperText::bytes(QStringLiteral("啊A")).toHex(), QByteArray("b0a141"));
        QCOMPARE(PaperText::bytes(QString(QChar(0x3400))).toHex(), QByteArray("8139ee39"));
    }
    void whatItCannotSetBecomesAQuestionMark_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("set");
        QTest::newRow("words stand") << "冰拿铁 Latte (大)"
                                     << "冰拿铁 Latte (大)";
        QTest::newRow("the yen sign") << "¥36.50"
                                      << "￥36.50";
        QTest::newRow("an emoji") << "好😀喝"
                                  << "好?喝";
        QTest::newRow("an emoji with its dress") << QString::fromUtf8("☕\uFE0F!") << "?!";
        QTest::newRow("another script") << "กา"
                                        << "??";
        QTest::newRow("half a surrogate") << QString("a") + QChar(0xD83D) + "b"
                                          << "a?b";
        QTest::newRow("private use") << QString("a") + QChar(0xE000) + QChar(0xE5E5) << "a??";
        QTest::newRow("an accent it knows") << QString("cafe") + QChar(0x301) << "café";
        QTest::newRow("joiners") << QString("a") + QChar(0x200D) + QChar(0x202E) + "b"
                                 << "ab";
        QTest::newRow("a command") << QString("a\x1B") + "p" + QChar(0) + "b"
                                   << "a p b";
        QTest::newRow("blanks") << QString("a\tb\u00A0c\u3000d") << "a b c  d";
    }
    void whatItCannotSetBecomesAQuestionMark()
    {
        QFETCH(QString, text);
        QFETCH(QString, set);
        QCOMPARE(PaperText::from(text), set);
        QVERIFY(!PaperText::bytes(PaperText::from(text)).isEmpty());
    }
    void everyCharacterIsAsWideAsItsBytesSay()
    {
        for (uint code = 0; code < 0x10000; ++code) {
            const QString set = PaperText::from(QString(QChar(ushort(code))));
            if (set.isEmpty())
                continue;
            const QByteArray bytes = PaperText::bytes(set);
            QVERIFY2(!bytes.isEmpty() && uchar(bytes[0]) >= 0x20, qPrintable(QString::number(code, 16)));
            const bool isWide = uchar(bytes[0]) >= 0x80;
            QCOMPARE(PaperText::columns(set), isWide ? 2 : int(bytes.size()));
            if (isWide && bytes.size() == 4)
                QVERIFY(set[0] >= QChar(0x3400) && set[0] <= QChar(0x4DBF));
        }
    }
    void longTextWraps_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("fits") << "拿铁 L" << 6 << QStringList{"拿铁 L"};
        QTest::newRow("Chinese anywhere") << "桂花拿铁" << 6 << QStringList{"桂花拿", "铁"};
        QTest::newRow("half a column left") << "桂花拿铁" << 7 << QStringList{"桂花拿", "铁"};
        QTest::newRow("words whole") << "iced oat latte" << 9 << QStringList{"iced oat", "latte"};
        QTest::newRow("a word too long") << "abcdefgh" << 5 << QStringList{"abcde", "fgh"};
        QTest::newRow("a mark stays behind") << "拿铁，热" << 4 << QStringList{"拿", "铁，", "热"};
        QTest::newRow("lines") << "甲\n\n乙" << 8 << QStringList{"甲", "", "乙"};
        QTest::newRow("nothing") << "" << 8 << QStringList{""};
    }
    void longTextWraps()
    {
        QFETCH(QString, text);
        QFETCH(int, columns);
        QFETCH(QStringList, lines);
        QCOMPARE(PaperText::wrapped(text, columns), lines);
    }
};

QTEST_GUILESS_MAIN(PaperTextTest)
#include "tst_paper_text.moc"

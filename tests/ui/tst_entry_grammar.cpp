// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/AmountEntry.h"

#include <QTest>

using Refusal = AmountEntry::Refusal;

class EntryGrammarTest : public QObject
{
    Q_OBJECT

    /// b Backspace, c Clear, d the 00 key, * the × key; anything else is itself.
    static Refusal press(AmountEntry &entry, const QString &keys)
    {
        Refusal last = Refusal::None;
        for (const QChar key : keys) {
            if (key == u'b')
                entry.backspace();
            else if (key == u'c')
                entry.clear();
            else if (key == u'd')
                last = entry.type(QStringLiteral("00"));
            else
                last = entry.type(key == u'*' ? QStringLiteral("×") : QString(key));
        }
        return last;
    }

private slots:
    void whatKeysComeTo_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pale");
        QTest::addColumn<QString>("sum");
        QTest::addColumn<qint64>("fen");
        const auto row = [](const char *keys, const char *text, const char *pale, const char *sum, qint64 fen) {
            QTest::newRow(keys) << QString(keys) << QString(text) << QString(pale) << QString::fromUtf8(sum) << fen;
        };
        row("", "", "", "", 0);
        row("12", "12", ".00", "", 1200);
        row("12.", "12.", "00", "", 1200);
        row("12.5", "12.5", "0", "", 1250);
        row("12.50", "12.50", "", "", 1250);
        row(".", "0.", "00", "", 0);
        row(".5", "0.5", "0", "", 50);
        row(".05", "0.05", "", "", 5);
        row("0", "0", ".00", "", 0);
        row("05", "5", ".00", "", 500);
        row("0005", "5", ".00", "", 500);
        row("0.01", "0.01", "", "", 1);
        row("d", "0", ".00", "", 0);
        row("d5", "5", ".00", "", 500);
        row("1d", "100", ".00", "", 10000);
        row("12.d", "12.00", "", "", 1200);
        row("99999.99", "99999.99", "", "", 9999999);
        // Sums
        row("6+8.5+3", "3", ".00", "6 + 8.5 + 3", 1750);
        row("6+", "", "", "6 +", 600);
        row("6.+3", "3", ".00", "6 + 3", 900);
        row("6+.5", "0.5", "0", "6 + 0.5", 650);
        // Quantities, either way round
        row("3*8.5", "8.5", "0", "3 × 8.5", 2550);
        row("8.5*3", "3", "", "8.5 × 3", 2550);
        row("3*8", "8", ".00", "3 × 8", 2400);
        row("1200*3", "3", "", "1200 × 3", 360000);
        row("3*", "", "", "3 ×", 0);
        row("6+3*8.5", "8.5", "0", "6 + 3 × 8.5", 3150);
        row("3*8.5+6", "6", ".00", "3 × 8.5 + 6", 3150);
        row("999*100", "100", ".00", "999 × 100", 9990000);
        row("0.5*999", "999", "", "0.5 × 999", 49950);
        // Taking away
        row("12.5b", "12.", "00", "", 1200);
        row("12b", "1", ".00", "", 100);
        row("1b", "", "", "", 0);
        row("b", "", "", "", 0);
        row(".b", "0", ".00", "", 0);
        row("6+b", "6", ".00", "", 600);
        row("6+8b", "", "", "6 +", 600);
        row("6+8bb", "6", ".00", "", 600);
        row("3*b", "3", ".00", "", 300);
        row("3*8bb", "3", ".00", "", 300);
        row("12c", "", "", "", 0);
        row("6+8c", "", "", "6 +", 600);
        row("6+8cc", "", "", "", 0);
        row("6+3*8c", "", "", "6 +", 600);
        row("c", "", "", "", 0);
    }
    void whatKeysComeTo()
    {
        QFETCH(QString, keys);
        AmountEntry entry;
        QCOMPARE(press(entry, keys), Refusal::None);
        const EntryView view = entry.view();
        QTEST(view.text, "text");
        QTEST(view.pale, "pale");
        QTEST(view.sum, "sum");
        QTEST(view.total.fen(), "fen");
        QCOMPARE(entry.isEmpty(), view.isEmpty() && view.sum.isEmpty());
    }

    void aRefusedKeyChangesNothing_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("key");
        QTest::addColumn<Refusal>("why");
        const auto row = [](const char *before, const char *key, Refusal why) {
            QTest::addRow("%s then %s", before, key) << QString(before) << QString(key) << why;
        };
        row("12.50", "1", Refusal::ThirdDecimal);
        row("0.05", "0", Refusal::ThirdDecimal);
        row("12.5", "d", Refusal::ThirdDecimal);
        row("6+12.50", "1", Refusal::ThirdDecimal);
        row("12.5", ".", Refusal::NotHere);
        row("0.", ".", Refusal::NotHere);
        row("99999", "9", Refusal::AmountTooLarge);
        row("9999", "d", Refusal::AmountTooLarge);
        row("99999+0.99+0.0", "1", Refusal::AmountTooLarge);
        row("99999.99+0.0", "1", Refusal::AmountTooLarge);
        row("999*100", "0", Refusal::AmountTooLarge);
        row("50000*", "2", Refusal::AmountTooLarge);
        row("8.5*999", "9", Refusal::AmountTooLarge);
        row("8.5*", "0", Refusal::NotHere);
        row("8.5*", ".", Refusal::NotHere);
        row("8.5*3", ".", Refusal::NotHere);
        row("", "+", Refusal::NotHere);
        row("6+", "+", Refusal::NotHere);
        row("3*", "+", Refusal::NotHere);
        row("", "*", Refusal::NotHere);
        row("0", "*", Refusal::NotHere);
        row("3*", "*", Refusal::NotHere);
        row("3*2", "*", Refusal::NotHere);
        row("1", "x", Refusal::NotHere);
        row("1", "-", Refusal::NotHere);
    }
    void aRefusedKeyChangesNothing()
    {
        QFETCH(QString, before);
        QFETCH(QString, key);
        AmountEntry entry;
        QCOMPARE(press(entry, before), Refusal::None);
        const auto was = entry.view();
        QTEST(press(entry, key), "why");
        QCOMPARE(entry.view().text, was.text);
        QCOMPARE(entry.view().sum, was.sum);
        QCOMPARE(entry.view().total, was.total);
    }

    void aBillHasALimitOfLines()
    {
        AmountEntry entry;
        for (int line = 1; line < AmountEntry::maxLines; ++line)
            QCOMPARE(press(entry, "1+"), Refusal::None);
        QCOMPARE(press(entry, "1+"), Refusal::AmountTooLarge);
        QCOMPARE(entry.total().fen(), AmountEntry::maxLines * 100);
    }
    void aDanglingQuantityIsNotComplete()
    {
        AmountEntry entry;
        press(entry, "6+3*");
        QVERIFY(!entry.isComplete());
        press(entry, "2");
        QVERIFY(entry.isComplete());
        press(entry, "+");
        QVERIFY(entry.isComplete());
    }
    void keysAreTakenBackRefusedOnesIncluded()
    {
        AmountEntry entry;
        press(entry, "12.5");
        press(entry, "690"); // 6 fits, 9 and 0 do not
        QCOMPARE(entry.view().text, QString("12.56"));
        entry.takeBack(3);
        QCOMPARE(entry.view().text, QString("12.5"));
    }
    void aRestoredAmountIsMendedOrReplaced()
    {
        AmountEntry entry;
        press(entry, "36.5");
        AmountEntry mended = entry.restored();
        press(mended, "b8");
        QCOMPARE(mended.view().text, QString("36.8"));
        AmountEntry replaced = entry.restored();
        press(replaced, "12");
        QCOMPARE(replaced.view().text, QString("12"));
        replaced.takeBack(2);
        QCOMPARE(replaced.view().text, QString("36.5"));
        AmountEntry more = entry.restored();
        press(more, "+1");
        QCOMPARE(more.view().sum, QString("36.5 + 1"));
        QCOMPARE(AmountEntry::of(*Money::fromFen(3650)).view().text, QString("36.50"));
    }
};

QTEST_GUILESS_MAIN(EntryGrammarTest)
#include "tst_entry_grammar.moc"

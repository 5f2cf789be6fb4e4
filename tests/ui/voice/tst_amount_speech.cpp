// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/AmountSpeech.h"
#include "ui/voice/ClipWords.h"

#include <QTest>

using Tongue = Language::Tongue;

/// An amount as a cashier says it, in both languages.
class AmountSpeechTest : public QObject
{
    Q_OBJECT

    static Money fen(qint64 fen) { return *Money::fromFen(fen); }

    /// Reads Chinese back: the number of fen, or -1 for words that nobody says.
    static qint64 readBack(const QStringList &clips)
    {
        qint64 fenRead = 0;
        qint64 group = 0;
        qint64 digit = -1;
        for (const QString &clip : clips) {
            static const QHash<QString, qint64> units{{"shi", 10}, {"bai", 100}, {"qian", 1000}};
            if (units.contains(clip)) {
                group += (digit < 0 ? 1 : digit) * units.value(clip);
                digit = -1;
            } else if (clip == QLatin1String("wan")) {
                fenRead += (group + qMax<qint64>(digit, 0)) * 10'000 * 100;
                group = 0;
                digit = -1;
            } else if (clip == QLatin1String("yuan")) {
                fenRead += (group + qMax<qint64>(digit, 0)) * 100;
                group = 0;
                digit = -1;
            } else if (clip == QLatin1String("jiao") || clip == QLatin1String("fen")) {
                fenRead += digit * (clip == QLatin1String("jiao") ? 10 : 1);
                digit = -1;
            } else {
                if (digit > 0)
                    return -1; // two digits side by side
                digit = clip == QLatin1String("liang") ? 2 : clip.toLongLong();
            }
        }
        return digit == -1 && group == 0 ? fenRead : -1;
    }

private slots:
    void chinese_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("words");
        const auto row = [](qint64 amount, const char *words) {
            QTest::newRow(qPrintable(fen(amount).yuan())) << amount << QString::fromUtf8(words);
        };
        row(0, "零元");
        row(1, "一分");
        row(2, "两分");
        row(5, "五分");
        row(10, "一角");
        row(20, "两角");
        row(22, "两角二分");
        row(50, "五角");
        row(99, "九角九分");
        row(100, "一元");
        row(101, "一元零一分");
        row(120, "一元两角");
        row(200, "两元");
        row(202, "两元零二分");
        row(1000, "十元");
        row(1050, "十元五角");
        row(1100, "十一元");
        row(1200, "十二元");
        row(1205, "十二元零五分");
        row(1250, "十二元五角");
        row(2000, "二十元");
        row(2200, "二十二元");
        row(3650, "三十六元五角");
        row(3655, "三十六元五角五分");
        row(10000, "一百元");
        row(10005, "一百元零五分");
        row(10050, "一百元五角");
        row(10200, "一百零二元");
        row(10500, "一百零五元");
        row(11000, "一百一十元");
        row(11200, "一百一十二元");
        row(20000, "二百元");
        row(22000, "二百二十元");
        row(100000, "一千元");
        row(100100, "一千零一元");
        row(101000, "一千零一十元");
        row(101200, "一千零一十二元");
        row(110000, "一千一百元");
        row(200000, "两千元");
        row(222222, "两千二百二十二元两角二分");
        row(365000, "三千六百五十元");
        row(1000000, "一万元");
        row(1000100, "一万零一元");
        row(1001000, "一万零一十元");
        row(1001100, "一万零一十一元");
        row(1020000, "一万零二百元");
        row(1100000, "一万一千元");
        row(1200000, "一万二千元");
        row(2000000, "两万元");
        row(2002000, "两万零二十元");
        row(2222222, "两万二千二百二十二元两角二分");
        row(9009009, "九万零九十元零九分");
        row(9999999, "九万九千九百九十九元九角九分");
        row(10000000, "十万元");
        row(10001000, "十万零一十元");
        row(12345678, "十二万三千四百五十六元七角八分");
        row(1000000000, "一千万元");
        row(1000100000, "一千万一千元");
        row(Money::maxFen, "一亿元");
    }
    void chinese()
    {
        QFETCH(qint64, amount);
        QFETCH(QString, words);
        QCOMPARE(AmountSpeech::words(fen(amount), Tongue::Chinese), words);
    }
    /// In steps that meet every digit at every place.
    void whatIsSaidIsTheAmount()
    {
        const QStringList names = ClipWords::of(Tongue::Chinese).names();
        const QSet<QString> known(names.begin(), names.end());
        for (qint64 amount = 1; amount <= 9'999'999; amount += amount < 99'999 ? 7 : 137) {
            const QStringList clips = AmountSpeech::clips(fen(amount), Tongue::Chinese);
            if (readBack(clips) != amount || clips.contains(QStringLiteral("yi")))
                QFAIL(qPrintable(fen(amount).yuan() + u' ' + AmountSpeech::words(fen(amount), Tongue::Chinese)));
            for (const QString &clip : clips)
                QVERIFY2(known.contains(clip), qPrintable(clip));
        }
        QCOMPARE(AmountSpeech::clips(fen(9'999'999), Tongue::Chinese).size(), 14);
    }
    void english_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("words");
        const auto row = [](qint64 amount, const char *words) {
            QTest::newRow(qPrintable(fen(amount).yuan())) << amount << QString::fromUtf8(words);
        };
        row(0, "zero yuan");
        row(5, "zero point zero five yuan");
        row(50, "zero point five yuan");
        row(100, "one yuan");
        row(1205, "twelve point zero five yuan");
        row(1250, "twelve point five yuan");
        row(2000, "twenty yuan");
        row(3655, "thirty six point five five yuan");
        row(10500, "one hundred five yuan");
        row(365000, "three thousand six hundred fifty yuan");
        row(1020000, "ten thousand two hundred yuan");
        row(9999999, "ninety nine thousand nine hundred ninety nine point nine nine yuan");
        row(Money::maxFen, "one hundred million yuan");
    }
    void english()
    {
        QFETCH(qint64, amount);
        QFETCH(QString, words);
        QCOMPARE(AmountSpeech::words(fen(amount), Tongue::English), words);
    }
};

QTEST_GUILESS_MAIN(AmountSpeechTest)
#include "tst_amount_speech.moc"

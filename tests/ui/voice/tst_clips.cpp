// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/Announcement.h"
#include "ui/voice/ClipWords.h"
#include "ui/voice/Clips.h"

#include <QTest>

using Tongue = Language::Tongue;

/// The program's own clips, and what they make when they are joined.
class ClipsTest : public QObject
{
    Q_OBJECT

    static constexpr int quiet = 330;
    static int longestSilenceMs(const Pcm &pcm)
    {
        qsizetype longest = 0;
        qsizetype now = 0;
        for (const qint16 sample : pcm.samples()) {
            now = std::abs(int(sample)) > quiet ? 0 : now + 1;
            longest = qMax(longest, now);
        }
        return int(longest * 1000 / Pcm::rate);
    }
    static int peak(const Pcm &pcm)
    {
        int peak = 0;
        for (const qint16 sample : pcm.samples())
            peak = qMax(peak, std::abs(int(sample)));
        return peak;
    }
    static void eachTongue()
    {
        QTest::addColumn<Tongue>("tongue");
        QTest::newRow("zh") << Tongue::Chinese;
        QTest::newRow("en") << Tongue::English;
    }

private slots:
    void eachIsAShortLoudWord_data() { eachTongue(); }
    void eachIsAShortLoudWord()
    {
        QFETCH(Tongue, tongue);
        const Clips clips(tongue, {});
        QCOMPARE(clips.names().size(), ClipWords::of(tongue).names().size());
        QVERIFY(!clips.hasOwn());
        for (const QString &name : clips.names()) {
            const Pcm clip = clips.clip(name);
            QVERIFY2(clip.durationMs() > 80 && clip.durationMs() < 1400, qPrintable(name));
            QVERIFY2(peak(clip) > 8000 && peak(clip) <= 29'000, qPrintable(name));
            QVERIFY2(longestSilenceMs(clip) < 150, qPrintable(name));
        }
    }
    void joinedTheyStandInOrder_data() { eachTongue(); }
    void joinedTheyStandInOrder()
    {
        QFETCH(Tongue, tongue);
        const Clips clips(tongue, {});
        const Announcement payment{.amount = *Money::fromFen(1'020'035), .training = true, .till = 2};
        const QStringList phrase = payment.phrase(tongue);
        const QList<qint16> joined = clips.joined(phrase).samples();
        qsizetype at = 0;
        for (const QString &name : phrase) {
            if (name == QLatin1String(Announcement::pause))
                continue;
            const QList<qint16> wanted = clips.clip(name).samples();
            while (at + wanted.size() <= joined.size() && joined.mid(at, wanted.size()) != wanted) {
                QVERIFY2(joined[at] == 0, qPrintable(name)); // nothing but silence between them
                ++at;
            }
            QVERIFY2(at + wanted.size() <= joined.size(), qPrintable(name));
            at += wanted.size();
        }
        QCOMPARE(at, joined.size());
    }
    void aPaymentIsSaidInOneToFourSeconds_data() { eachTongue(); }
    void aPaymentIsSaidInOneToFourSeconds()
    {
        QFETCH(Tongue, tongue);
        const Clips clips(tongue, {});
        for (const qint64 fen : {1, 50, 100, 1250, 3650, 3'655, 1'205, 10'500, 365'000, 1'020'000, 9'999'999}) {
            for (const bool training : {false, true}) {
                const Announcement payment{.amount = *Money::fromFen(fen), .training = training};
                const Pcm said = clips.joined(payment.phrase(tongue));
                const QByteArray what = QByteArray::number(fen) + ' ' + QByteArray::number(said.durationMs());
                // The longest amount there is has fourteen syllables, in English fifteen, and takes what they take.
                QVERIFY2(said.durationMs() >= 1000 && said.durationMs() <= (fen < 9'000'000 ? 4000 : 6000), what);
                QVERIFY2(longestSilenceMs(said) < 300, what);
                QVERIFY2(peak(said) <= 29'000, what);
            }
        }
    }
};

QTEST_GUILESS_MAIN(ClipsTest)
#include "tst_clips.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/voice/SpeakerRig.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

/// Sounds come at once; the voice comes one phrase after the other, and only the newest wait.
class SpeakerTest : public QObject
{
    Q_OBJECT
private slots:
    void theSoundComesAtOnceAndTheVoiceRightBehindIt()
    {
        SpeakerRig rig;
        rig.speaker.paid(rig.payment(3650));
        QCOMPARE(rig.output.played.size(), 1); // before paid has returned
        QVERIFY(rig.output.played[0].pcm.durationMs() < 1000);
        rig.clock.advance(600ms);
        QVERIFY(rig.heard(0, rig.payment(3650)));
        rig.output.endLast();
        rig.clock.advance(1min);
        QCOMPARE(rig.output.played.size(), 2);
    }
    void itSaysWhenItBeginsWithAnOrder()
    {
        SpeakerRig rig;
        QSignalSpy speaking(&rig.speaker, &Speaker::speaking);
        Announcement payment = rig.payment(3650);
        payment.outTradeNo = QStringLiteral("NUMBER1");
        rig.speaker.paid(payment);
        QCOMPARE(speaking.size(), 0);
        rig.clock.advance(1s);
        rig.speaker.test(); // which is of no order
        rig.output.end(rig.phrases()[0].number);
        QCOMPARE(speaking.size(), 1);
        QCOMPARE(speaking[0][0].toString(), payment.outTradeNo);
    }
    void aVoiceIsNeitherCutNorJoinedByTheNext()
    {
        SpeakerRig rig;
        for (const qint64 fen : {100, 200, 300}) {
            rig.speaker.paid(rig.payment(fen));
            rig.clock.advance(1s);
            QCOMPARE(rig.phrasesSounding(), 1);
        }
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(rig.phrases().size(), i + 1);
            QVERIFY(rig.phrases()[i].sounds);
            QVERIFY(rig.heard(i, rig.payment((i + 1) * 100)));
            rig.output.end(rig.phrases()[i].number);
        }
        QCOMPARE(rig.phrasesSounding(), 0);
    }
    void ofThoseThatWaitTheNewestStay()
    {
        SpeakerRig rig;
        for (qint64 sale = 1; sale <= 9; ++sale) {
            rig.speaker.paid(rig.payment(sale * 100));
            rig.clock.advance(500ms);
        }
        QVERIFY(rig.heard(0, rig.payment(100)));
        for (qsizetype i = 0; i < 4; ++i)
            rig.output.end(rig.phrases()[i].number);
        QCOMPARE(rig.phrases().size(), 4);
        for (qsizetype i = 1; i < 4; ++i)
            QVERIFY(rig.heard(i, rig.payment((i + 6) * 100)));
    }
    void aPhraseThatNeverEndsDoesNotSilenceTheTill()
    {
        SpeakerRig rig;
        rig.speaker.paid(rig.payment(100));
        rig.clock.advance(1s);
        rig.speaker.paid(rig.payment(200));
        rig.clock.advance(Speaker::patience);
        QVERIFY(rig.heard(1, rig.payment(200)));
        QCOMPARE(rig.phrasesSounding(), 1); // the first was stopped
        rig.output.end(rig.phrases()[1].number);
        rig.clock.advance(2 * Speaker::patience);
        QCOMPARE(rig.phrases().size(), 2);
    }
    void eachHasItsOwnSwitchAndVolume_data()
    {
        QTest::addColumn<VoiceSettings>("settings");
        QTest::addColumn<int>("sound"); // its volume; -1: not heard
        QTest::addColumn<int>("voice");
        QTest::newRow("both") << VoiceSettings{.soundVolume = 30, .voiceVolume = 70} << 30 << 70;
        QTest::newRow("no sound") << VoiceSettings{.sound = false} << -1 << 100;
        QTest::newRow("no voice") << VoiceSettings{.voice = false} << 80 << -1;
        QTest::newRow("neither") << VoiceSettings{.sound = false, .voice = false} << -1 << -1;
        QTest::newRow("turned down") << VoiceSettings{.soundVolume = 0, .voiceVolume = 0} << -1 << -1;
    }
    void eachHasItsOwnSwitchAndVolume()
    {
        QFETCH(VoiceSettings, settings);
        QFETCH(int, sound);
        QFETCH(int, voice);
        SpeakerRig rig(settings);
        rig.speaker.paid(rig.payment(3650));
        rig.clock.advance(1s);
        const auto phrases = rig.phrases();
        QCOMPARE(phrases.size(), voice < 0 ? 0 : 1);
        QCOMPARE(rig.output.played.size() - phrases.size(), sound < 0 ? 0 : 1);
        if (sound >= 0)
            QCOMPARE(rig.output.played[0].volume, sound);
        if (voice >= 0)
            QCOMPARE(phrases[0].volume, voice);
    }
    void theThreeSoundsAreThreeSounds()
    {
        SpeakerRig rig;
        rig.speaker.paid(rig.payment(100));
        rig.speaker.refused();
        rig.speaker.attention();
        QCOMPARE(rig.output.played.size(), 3);
        QVERIFY(rig.output.played[0].pcm.samples() != rig.output.played[1].pcm.samples());
        QVERIFY(rig.output.played[2].pcm.samples() != rig.output.played[0].pcm.samples());
        QVERIFY(rig.output.played[2].pcm.durationMs() < 1000);
    }
    void theTestPhraseIsHeard()
    {
        SpeakerRig rig;
        rig.speaker.setSettings({.voiceVolume = 42});
        rig.speaker.test();
        rig.clock.advance(1s);
        QCOMPARE(rig.phrases().size(), 1);
        QCOMPARE(rig.phrases()[0].volume, 42);
    }
    void anotherLanguageIsSpokenFromTheNextOn()
    {
        SpeakerRig rig;
        rig.speaker.paid(rig.payment(3650));
        rig.voice.use(Language::Tongue::English); // before it is said
        rig.clock.advance(1s);
        QVERIFY(rig.heard(0, rig.payment(3650)));
    }
};

Q_DECLARE_METATYPE(VoiceSettings)
QTEST_GUILESS_MAIN(SpeakerTest)
#include "tst_speaker.moc"

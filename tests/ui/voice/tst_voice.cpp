// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/voice/SpeakerRig.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using Tongue = Language::Tongue;

/// Whose voice it is: the shop's, the system's or the program's.
class VoiceTest : public QObject
{
    Q_OBJECT
private slots:
    void theSystemsWhereItSpeaksTheLanguage()
    {
        SpeakerRig rig;
        rig.engine.tongues = {Tongue::Chinese};
        rig.speaker.paid(rig.payment(3650));
        rig.clock.advance(1s);
        QCOMPARE(rig.engine.said, QStringList(QStringLiteral("微信收款，三十六元五角")));
        QCOMPARE(rig.engine.lastVolume, 100);
        QCOMPARE(rig.phrases().size(), 0);
        emit rig.engine.ended();
        rig.voice.use(Tongue::English); // which that one does not speak
        rig.speaker.paid(rig.payment(100));
        rig.clock.advance(1s);
        QCOMPARE(rig.engine.said.size(), 1);
        QVERIFY(rig.heard(0, rig.payment(100)));
    }
    void oursWhereAShopWantsThem()
    {
        SpeakerRig rig({.from = VoiceSettings::From::Clips});
        rig.engine.tongues = {Tongue::Chinese, Tongue::English};
        rig.speaker.paid(rig.payment(3650));
        rig.clock.advance(1s);
        QVERIFY(rig.heard(0, rig.payment(3650)));
        QCOMPARE(rig.engine.said.size(), 0);
    }
    void theShopsOwnBeforeAny()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("zh_CN")));
        QVERIFY(QFile::copy(QStringLiteral(":/voice/zh_CN/wechat.wav"),
                            folder.filePath(QStringLiteral("zh_CN/wechat.wav"))));
        CapturedOutput output;
        ScriptedSpeech engine;
        engine.tongues = {Tongue::Chinese};
        Voice voice(output, engine, folder.path(), VoiceSettings::From::Engine, Tongue::Chinese);
        voice.say({QStringLiteral("wechat")}, 100);
        QCOMPARE(output.played.size(), 1);
        QCOMPARE(engine.said.size(), 0);
    }
    void anEngineThatFailsBeforeItSpokeIsSpokenFor()
    {
        SpeakerRig rig;
        rig.engine.tongues = {Tongue::Chinese};
        rig.speaker.paid(rig.payment(3650));
        rig.clock.advance(1s);
        emit rig.engine.failed(false);
        QVERIFY(rig.heard(0, rig.payment(3650)));
        rig.output.endLast();
        rig.speaker.paid(rig.payment(100));
        rig.clock.advance(1s);
        QCOMPARE(rig.engine.said.size(), 1); // and not asked again
        QVERIFY(rig.heard(1, rig.payment(100)));
    }
    void whatItHasBegunIsNotSaidTwice()
    {
        SpeakerRig rig;
        rig.engine.tongues = {Tongue::Chinese};
        QSignalSpy ended(&rig.voice, &Voice::ended);
        rig.speaker.paid(rig.payment(3650));
        rig.clock.advance(1s);
        emit rig.engine.failed(true);
        QCOMPARE(ended.size(), 1);
        rig.clock.advance(1min);
        QCOMPARE(rig.phrases().size(), 0);
    }
    void anEngineThatNeverEndsIsStopped()
    {
        SpeakerRig rig;
        rig.engine.tongues = {Tongue::Chinese};
        rig.speaker.paid(rig.payment(3650));
        rig.clock.advance(1s);
        rig.clock.advance(Speaker::patience);
        QCOMPARE(rig.engine.stops, 1);
        rig.speaker.paid(rig.payment(100));
        rig.clock.advance(1s);
        QCOMPARE(rig.engine.said.size(), 2);
    }
};

QTEST_GUILESS_MAIN(VoiceTest)
#include "tst_voice.moc"

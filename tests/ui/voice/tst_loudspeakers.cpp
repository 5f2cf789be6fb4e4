// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/OwnTime.h"
#include "ui/voice/AudioOutput.h"
#include "ui/voice/QtSpeechEngine.h"

#include <QSignalSpy>
#include <QTest>

/// The real loudspeakers, or rather none: the environment leads to no sound server. Whatever the machine has, each
/// sound ends, and nobody waits for it.
class LoudspeakersTest : public QObject
{
    Q_OBJECT
    static int s_warnings;
    static void count(QtMsgType type, const QMessageLogContext &context, const QString &)
    {
        s_warnings += type == QtWarningMsg && qstrcmp(context.category, "scantill.sound") == 0;
    }

private slots:
    void initTestCase() { qputenv("PULSE_SERVER", "unix:/nowhere"); }
    void withoutADeviceItIsSilentAndSaysSoOnce()
    {
        const auto before = qInstallMessageHandler(count);
        {
            OwnTime took;
            took.start();
            AudioOutput output;
            QSignalSpy ended(&output, &SoundOutput::ended);
            const int first = output.play(Pcm::silence(50), 80);
            const int second = output.play(Pcm::silence(50), 80);
            QVERIFY(first != second);
            QVERIFY2(took.elapsedMs() < 100, qPrintable(QString::number(took.elapsedMs())));
            QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 20'000);
            QCOMPARE(ended[0][0].toInt(), first);
            output.stop(second); // too late does no harm
        }
        qInstallMessageHandler(before);
        QVERIFY(s_warnings <= 1);
    }
    void aPhraseThatCannotBeSaidFails()
    {
        QtSpeechEngine engine(false);
        if (engine.speaks(Language::Tongue::Chinese))
            QSKIP("this machine has a Chinese voice");
        QSignalSpy failed(&engine, &SpeechEngine::failed);
        engine.say(QStringLiteral("微信收款"), Language::Tongue::Chinese, 0);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
        QCOMPARE(failed[0][0].toBool(), false);
    }
};

int LoudspeakersTest::s_warnings = 0;

QTEST_GUILESS_MAIN(LoudspeakersTest)
#include "tst_loudspeakers.moc"

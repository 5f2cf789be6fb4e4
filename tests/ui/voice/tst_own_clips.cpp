// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/Clips.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using Tongue = Language::Tongue;

/// A shop's own recordings in place of the program's; what is no good is left aside, and the log says so.
class OwnClipsTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    static QByteArray wav(int rate, int channels, int ms, int bits = 16, int kind = 1)
    {
        const quint32 bytes = quint32(rate * ms / 1000 * channels * bits / 8);
        QByteArray file(44, '\0');
        const auto put32 = [&file](int at, quint32 value) { qToLittleEndian(value, file.data() + at); };
        const auto put16 = [&file](int at, int value) { qToLittleEndian(quint16(value), file.data() + at); };
        file.replace(0, 4, "RIFF").replace(8, 8, "WAVEfmt ").replace(36, 4, "data");
        put32(4, 36 + bytes);
        put32(16, 16);
        put16(20, kind);
        put16(22, channels);
        put32(24, quint32(rate));
        put16(34, bits);
        put32(40, bytes);
        for (quint32 i = 0; i < bytes / 2; ++i)
            file.append(i / 20 % 2 ? "\x10\x27" : "\xf0\xd8", 2); // 10,000 up and down
        return file;
    }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("zh_CN")));
        QFile file(m_folder.filePath(QStringLiteral("zh_CN/") + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private slots:
    void init() { QDir(m_folder.filePath(QStringLiteral("zh_CN"))).removeRecursively(); }
    void aGoodOneIsTaken_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("as ours") << wav(22'050, 1, 400);
        QTest::newRow("CD") << wav(44'100, 2, 400);
        QTest::newRow("DVD") << wav(48'000, 1, 400);
        QTest::newRow("telephone") << wav(8'000, 1, 400);
        QTest::newRow("with another chunk before the sound")
            << wav(22'050, 1, 400).insert(36, QByteArray("LIST\x04\x00\x00\x00INFO", 12));
    }
    void aGoodOneIsTaken()
    {
        QFETCH(QByteArray, file);
        put(QStringLiteral("yuan.wav"), file);
        const Clips clips(Tongue::Chinese, m_folder.path());
        QVERIFY(clips.hasOwn());
        QVERIFY(qAbs(clips.clip(QStringLiteral("yuan")).durationMs() - 400) <= 1);
        QCOMPARE(clips.clip(QStringLiteral("jiao")).samples(),
                 Clips(Tongue::Chinese, {}).clip(QStringLiteral("jiao")).samples());
    }
    void aBadOneIsLeftAsideAndTold_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("said");
        QTest::newRow("empty") << QByteArray() << "no WAV file";
        QTest::newRow("MP3") << QByteArray("ID3\x03", 4).append(QByteArray(1000, 'x')) << "no WAV file";
        QTest::newRow("cut off") << wav(22'050, 1, 400).left(2000) << "broken";
        QTest::newRow("no sound chunk") << wav(22'050, 1, 400).left(36) << "broken";
        QTest::newRow("a chunk longer than the world")
            << wav(22'050, 1, 400).replace(16, 4, "\xff\xff\xff\xff") << "broken";
        QTest::newRow("eight bits") << wav(22'050, 1, 400, 8) << "16-bit";
        QTest::newRow("float") << wav(22'050, 1, 400, 16, 3) << "16-bit";
        QTest::newRow("no channel") << wav(22'050, 1, 400).replace(22, 2, QByteArray(2, '\0')) << "16-bit";
        QTest::newRow("five channels") << wav(22'050, 5, 400) << "16-bit";
        QTest::newRow("no rate") << wav(22'050, 1, 400).replace(24, 4, QByteArray(4, '\0')) << "samples a second";
        QTest::newRow("a speech") << wav(22'050, 1, 4000) << "longer than 3 seconds";
        QTest::newRow("a film") << QByteArray(3 * 1024 * 1024, 'x') << "too large";
        QTest::newRow("silence") << wav(22'050, 1, 400).left(44).append(QByteArray(17'640, '\0')) << "silent";
    }
    void aBadOneIsLeftAsideAndTold()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, said);
        put(QStringLiteral("yuan.wav"), file);
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("left aside: .*zh_CN/yuan\\.wav.*%1").arg(said)));
        const Clips clips(Tongue::Chinese, m_folder.path());
        QVERIFY(!clips.hasOwn());
        QCOMPARE(clips.clip(QStringLiteral("yuan")).samples(),
                 Clips(Tongue::Chinese, {}).clip(QStringLiteral("yuan")).samples());
    }
    void anotherNameIsNobodysClip()
    {
        put(QStringLiteral("hello.wav"), wav(22'050, 1, 400));
        QVERIFY(!Clips(Tongue::Chinese, m_folder.path()).hasOwn());
    }
};

QTEST_GUILESS_MAIN(OwnClipsTest)
#include "tst_own_clips.moc"

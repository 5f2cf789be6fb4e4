// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/PrivateFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

/// A secret is read only where nobody but its owner can have changed or read it.
class PrivateFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &content = "secret") const
    {
        const QString path = m_folder.filePath("secret");
        if (!PrivateFile::write(path, content))
            qFatal("not written");
        return path;
    }
    static Result<QByteArray> read(const QString &path) { return PrivateFile::readSecret(path, 16, "The key"); }

private slots:
    void isWrittenForItsOwnerAlone()
    {
#ifndef Q_OS_WIN // tst_private_file_win
        const auto written = QFile::permissions(file());
        QVERIFY(!(written & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser)));
#endif
        QCOMPARE(*read(file()), "secret");
    }
    void isNoLongerThanItMayBe()
    {
        QCOMPARE(read(file(QByteArray(16, 'x')))->size(), 16);
        QCOMPARE(read(file(QByteArray(17, 'x'))).error().code, ErrorCode::StoreFailure);
        QCOMPARE(read(m_folder.filePath("nowhere")).error().code, ErrorCode::NotFound);
        QCOMPARE(read(m_folder.path()).error().code, ErrorCode::StoreFailure);
    }
#ifdef Q_OS_UNIX
    void isRefusedWhenWider()
    {
        const QString path = file();
        for (int mode = 0; mode < 0100; ++mode) {
            QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode_t(0600 | mode)), 0);
            const auto content = read(path);
            QCOMPARE(content.has_value(), mode == 0);
            if (!content) {
                QCOMPARE(content.error().code, ErrorCode::Configuration);
                QCOMPARE(content.error().message,
                         QStringLiteral("The key can be read or changed by others; only its owner may (chmod 600)"));
            }
        }
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0400), 0);
        QVERIFY(read(path));
    }
    void aLinkIsWhatItLeadsTo()
    {
        const QString path = file();
        const QString link = m_folder.filePath("link");
        QVERIFY(QFile::link(path, link));
        QVERIFY(read(link));
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0640), 0);
        QCOMPARE(read(link).error().code, ErrorCode::Configuration);
    }
    void mustBeOurs()
    {
        const QString path = file();
        if (::geteuid() != 0 || ::chown(QFile::encodeName(path).constData(), 65'534, 65'534) != 0)
            QSKIP("only root can give a file away");
        QCOMPARE(read(path).error().code, ErrorCode::Configuration);
        QVERIFY2(read(path).error().message.contains("another user"), qPrintable(read(path).error().message));
    }
#endif
};

QTEST_GUILESS_MAIN(PrivateFileTest)
#include "tst_private_file.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/PrivateFile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <windows.h>

#include <sddl.h>

namespace {

/// Gives a file or folder this access list, in Windows' notation; "D:NO_ACCESS_CONTROL" is none at all.
void giveList(const QString &path, const char *notation)
{
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    const std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    const HANDLE handle =
        ::CreateFileW(name.c_str(), READ_CONTROL | WRITE_DAC, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                      nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (!::ConvertStringSecurityDescriptorToSecurityDescriptorA(notation, SDDL_REVISION_1, &descriptor, nullptr)
        || !::SetKernelObjectSecurity(handle, DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION,
                                      descriptor))
        qFatal("not given");
    ::LocalFree(descriptor);
    ::CloseHandle(handle);
}

bool isWine()
{
    return ::GetProcAddress(::GetModuleHandleA("ntdll.dll"), "wine_get_version") != nullptr;
}

} // namespace

/// On Windows a secret is read only where its access list lets in nobody but its owner and who administers the machine.
class PrivateFileWinTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file() const
    {
        const QString path = m_folder.filePath("secret");
        if (!PrivateFile::write(path, "secret"))
            qFatal("not written");
        return path;
    }
    static Result<QByteArray> read(const QString &path) { return PrivateFile::readSecret(path, 16, "The key"); }

private slots:
    void isReadWhereItWasWritten() { QCOMPARE(*read(file()), "secret"); }
    void isRefusedWhenOthersAreLetIn_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("everybody") << QByteArray("D:P(A;;FA;;;WD)");
        QTest::newRow("everybody may read") << QByteArray("D:P(A;;FR;;;WD)(A;;FA;;;SY)");
        if (!isWine()) // which takes it for a list that lets nobody in
            QTest::newRow("no list") << QByteArray("D:NO_ACCESS_CONTROL");
    }
    void isRefusedWhenOthersAreLetIn()
    {
        QFETCH(QByteArray, list);
        const QString path = file();
        QVERIFY(read(path));
        giveList(path, list.constData());
        const auto content = read(path);
        QVERIFY(!content);
        QCOMPARE(content.error().code, ErrorCode::Configuration);
        QCOMPARE(content.error().message,
                 QStringLiteral("The key can be read or changed by others; only its owner may (icacls)"));
        if (isWine() && qstrcmp(QTest::currentDataTag(), "everybody may read") == 0)
            return; // wine writes nothing in place of a file that its owner may not write
        QVERIFY(PrivateFile::write(path, "again"));
        QCOMPARE(*read(path), "again");
    }
    void aFolderKeepsOthersOut()
    {
        const QString folder = m_folder.filePath("folder");
        QVERIFY(PrivateFile::makeFolder(folder));
        QVERIFY(PrivateFile::makeFolder(folder)); // and is taken again
        giveList(folder, "D:P(A;OICI;FA;;;WD)");
        const auto wide = PrivateFile::makeFolder(folder);
        QVERIFY(!wide);
        QCOMPARE(wide.error().message,
                 QStringLiteral("the folder folder can be read or changed by others; only its owner may (icacls)"));
    }
    void whatIsMadeInAFolderTakesItsListOver()
    {
        if (isWine())
            QSKIP("wine hands no list on to new files");
        const QString folder = m_folder.filePath("heirs");
        QVERIFY(PrivateFile::makeFolder(folder));
        QFile books(folder + "/books");
        QVERIFY(books.open(QIODevice::WriteOnly));
        books.close();
        QVERIFY(read(books.fileName()));
    }
};

QTEST_GUILESS_MAIN(PrivateFileWinTest)
#include "tst_private_file_win.moc"

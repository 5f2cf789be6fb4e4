// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/Scrypt.h"

#include <QTest>

namespace {

constexpr Scrypt::Cost cheap{.log2N = 10, .r = 8, .p = 1};

QByteArray salt()
{
    QByteArray bytes(Scrypt::saltBytes, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i);
    return bytes;
}

} // namespace

/// A PIN's hash says how it was made, fits that PIN alone, and cannot make us work more than we mean to.
class ScryptTest : public QObject
{
    Q_OBJECT
private slots:
    void isTheStandardsScrypt_data()
    {
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("cheap") << QByteArray(
            "scrypt$10$8$1$AAECAwQFBgcICQoLDA0ODw==$SHDRSHLgoRZ+xZYtNStv8Am8o1wV3GuCCY3HO9V80Ak=");
        QTest::newRow("usual") << QByteArray(
            "scrypt$15$8$1$AAECAwQFBgcICQoLDA0ODw==$cSeICiMLXbnp/uPXmtzU4LUJQuVTSJArd9w40pBMonE=");
    }
    /// Made with another program's scrypt.
    void isTheStandardsScrypt()
    {
        QFETCH(QByteArray, hash);
        QVERIFY(Scrypt::matches("135790", hash));
        QVERIFY(!Scrypt::matches("135791", hash));
        const bool isCheap = hash.startsWith("scrypt$10$");
        QCOMPARE(*Scrypt::hash("135790", salt(), isCheap ? cheap : Scrypt::Cost()), hash);
    }
    void anotherSaltIsAnotherHash()
    {
        const auto one = *Scrypt::hash("135790", salt(), cheap);
        const auto two = *Scrypt::hash("135790", QByteArray(16, 'x'), cheap);
        QVERIFY(one != two);
        QVERIFY(Scrypt::matches("135790", two));
        QVERIFY(!one.contains("135790"));
    }
    void fitsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("secret");
        for (const char *secret : {"", "1", "13579", "1357900", "135790 ", " 135790"})
            QTest::newRow(*secret ? secret : "nothing") << QByteArray(secret);
    }
    void fitsNothingElse()
    {
        QFETCH(QByteArray, secret);
        QVERIFY(!Scrypt::matches(secret, *Scrypt::hash("135790", salt(), cheap)));
    }
    void refusesWhatIsNoHash_data()
    {
        QTest::addColumn<QByteArray>("hash");
        const QByteArray fine = *Scrypt::hash("135790", salt(), cheap);
        const auto with = [&fine](const char *before, const char *after) {
            QByteArray changed = fine;
            return changed.replace(before, after);
        };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("the PIN itself") << QByteArray("135790");
        QTest::newRow("another scheme") << with("scrypt$", "bcrypt$");
        QTest::newRow("a part less") << fine.left(fine.lastIndexOf('$'));
        QTest::newRow("a part more") << fine + "$";
        QTest::newRow("cut short") << fine.chopped(4);
        QTest::newRow("a gigabyte") << with("$10$8$1$", "$20$8$1$");
        QTest::newRow("too weak") << with("$10$8$1$", "$4$8$1$");
        QTest::newRow("too wide") << with("$10$8$1$", "$10$4096$1$");
        QTest::newRow("too often") << with("$10$8$1$", "$10$8$1000$");
        QTest::newRow("below nothing") << with("$10$8$1$", "$10$8$-1$");
        QTest::newRow("nothing at all") << with("$10$8$1$", "$10$8$0$");
        QTest::newRow("spelled otherwise") << with("$10$8$1$", "$010$8$1$");
        QTest::newRow("no number") << with("$10$8$1$", "$x$8$1$");
        QTest::newRow("long") << fine + QByteArray(1000, 'x');
    }
    void refusesWhatIsNoHash()
    {
        QFETCH(QByteArray, hash);
        QVERIFY(!Scrypt::matches("135790", hash));
        QVERIFY(!Scrypt::matches("", hash));
    }
    void makesNoneOutOfBounds()
    {
        QCOMPARE(Scrypt::hash("135790", "short", cheap).error().code, ErrorCode::InvalidInput);
        QCOMPARE(Scrypt::hash("135790", salt(), {.log2N = 25}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(Scrypt::hash("135790", salt(), {.log2N = 9}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(Scrypt::hash("135790", salt(), {.log2N = 17, .r = 8}).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(ScryptTest)
#include "tst_scrypt.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/BillFile.h"
#include "server/wechatpay/Gunzip.h"
#include "tests/wechatpay/Vectors.h"

#include <QCryptographicHash>
#include <QTest>

namespace {

QByteArray sha1(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex();
}

QByteArray csv()
{
    return Vectors::file("21_tradebill_ALL_2026-01-01.csv");
}

QByteArray gz()
{
    return Vectors::file("21_tradebill_ALL_2026-01-01.csv.gz");
}

/// Many zeros in few bytes, as gzip: a stored header around what qCompress makes.
QByteArray bomb(qsizetype bytes)
{
    const QByteArray zlib = qCompress(QByteArray(bytes, '\0'), 9).sliced(4); // less Qt's length
    const QByteArray deflated = zlib.sliced(2, zlib.size() - 6); // less zlib's header and checksum
    return QByteArray("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10) + deflated;
}

} // namespace

/// A downloaded bill is believed when its hash is the promised one (reference 6.2).
class BillUnpackingTest : public QObject
{
    Q_OBJECT
private slots:
    void theVectorUnpacks()
    {
        const QByteArray hash = "c3f541f5597e9af633747250748660371f415d7e";
        for (const QByteArray &bytes : {gz(), csv()}) {
            const auto text = Bills::unpack({.bytes = bytes, .sha1 = hash});
            QVERIFY2(text, text ? "" : qPrintable(text.error().message));
            QCOMPARE(text->csv, csv());
            QVERIFY(text->markIsHashed);
        }
    }
    void theHashMayLeaveOutTheMark()
    {
        const auto text = Bills::unpack({.bytes = gz(), .sha1 = sha1(csv().sliced(3))});
        QVERIFY(text);
        QCOMPARE(text->csv, csv());
        QVERIFY(!text->markIsHashed);
    }
    void anotherHashIsRefused()
    {
        QByteArray changed = csv();
        changed[200] = changed[200] == '1' ? '2' : '1';
        const QByteArray hash = sha1(csv());
        QCOMPARE(Bills::unpack({.bytes = changed, .sha1 = hash}).error().code, ErrorCode::Unverified);
        QCOMPARE(Bills::unpack({.bytes = csv(), .sha1 = {}}).error().code, ErrorCode::Unverified);
        QCOMPARE(Bills::unpack({.bytes = {}, .sha1 = hash}).error().code, ErrorCode::Unverified);
        QCOMPARE(Bills::unpack({.bytes = csv().sliced(3), .sha1 = hash}).error().code, ErrorCode::Unverified);
    }
    void aDayWithoutTradeIsEmpty()
    {
        const auto text = Bills::unpack({});
        QVERIFY(text);
        QVERIFY(text->csv.isEmpty());
    }
    void aBrokenGzipIsRefused()
    {
        for (const qsizetype length : {2, 11, 400})
            QCOMPARE(gunzip(gz().first(length), 1 << 20).error().code, ErrorCode::InvalidInput);
        QByteArray changed = gz();
        changed[changed.size() - 6] = char(changed[changed.size() - 6] ^ 1); // its checksum
        QVERIFY(!gunzip(changed, 1 << 20));
        QVERIFY(!gunzip(gz() + "more", 1 << 20));
    }
    void severalInARowAreOne()
    {
        const auto text = gunzip(gz() + gz(), 1 << 20);
        QVERIFY(text);
        QCOMPARE(*text, csv() + csv());
    }
    void whatSwellsIsStopped()
    {
        const auto text = gunzip(bomb(3'000'000), 1'000'000);
        QVERIFY(!text);
        QVERIFY2(text.error().message.contains("too much"), qPrintable(text.error().message));
        QVERIFY(gunzip(gz(), csv().size()));
        QVERIFY(!gunzip(gz(), csv().size() - 1));
    }
    void whatIsTooLongIsNotLookedAt()
    {
        const QByteArray bytes(Bills::maxPackedBytes + 1, 'x');
        QCOMPARE(Bills::unpack({.bytes = bytes, .sha1 = sha1(bytes)}).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(BillUnpackingTest)
#include "tst_bill_unpacking.moc"

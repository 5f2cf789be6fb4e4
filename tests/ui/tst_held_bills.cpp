// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/VirtualClock.h"
#include "ui/selling/HeldBills.h"

#include <QTemporaryDir>
#include <QTest>

/// The file of bills put aside, whatever befalls it.
class HeldBillsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    VirtualClock m_clock;
    QString path() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }
    std::unique_ptr<HeldBills> open() const { return std::move(HeldBills::open(path(), "商品")).value(); }
    static Basket basket(qint64 fen) { return Basket::of(*Money::fromFen(fen)); }
    static QList<qint64> totals(const HeldBills &bills)
    {
        QList<qint64> all;
        for (const auto &held : bills.list())
            all.append(held.basket.total().fen());
        return all;
    }

private slots:
    void theNewestFirstOverRestarts()
    {
        auto bills = open();
        for (const qint64 fen : {100, 200, 300})
            QVERIFY(bills->hold(basket(fen), m_clock.now()));
        QCOMPARE(totals(*bills), QList<qint64>({300, 200, 100}));
        bills = open();
        QCOMPARE(totals(*bills), QList<qint64>({300, 200, 100}));
        QCOMPARE(bills->list()[0].at, m_clock.now());
        QVERIFY(bills->take(bills->list()[1].id));
        QVERIFY(bills->hold(basket(400), m_clock.now())); // its number is new
        QCOMPARE(totals(*open()), QList<qint64>({400, 300, 200, 100}));
    }
    void oneThatIsTakenIsNotTakenTwice()
    {
        auto bills = open();
        QVERIFY(bills->hold(basket(100), m_clock.now()));
        const QString id = bills->list()[0].id;
        QVERIFY(bills->take(id));
        QCOMPARE(bills->take(id).error().code, ErrorCode::NotFound);
        QVERIFY(bills->done(id));
        QVERIFY(bills->done(id));
        QVERIFY(open()->list().isEmpty());
    }
    void aTornLineLosesNothingElse()
    {
        QVERIFY(open()->hold(basket(100), m_clock.now()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"mark\":\"held\",\"id\":\"2\",\"bi");
        file.close();
        auto bills = open();
        QCOMPARE(totals(*bills), QList<qint64>({100}));
        QVERIFY(bills->hold(basket(300), m_clock.now()));
        QCOMPARE(totals(*open()), QList<qint64>({300, 100}));
    }
    void theFileStaysSmall()
    {
        auto bills = open();
        QVERIFY(bills->hold(basket(100), m_clock.now()));
        while (QFile(path()).size() <= HeldBills::compactAboveBytes) {
            QVERIFY(bills->hold(basket(200), m_clock.now()));
            const QString id = bills->list()[0].id;
            QVERIFY(bills->take(id) && bills->done(id));
        }
        bills.reset(); // as at a start: nobody else has the file
        bills = open();
        QVERIFY(QFile(path()).size() < 1000);
        QCOMPARE(totals(*bills), QList<qint64>({100}));
        QVERIFY(bills->hold(basket(300), m_clock.now()));
        QCOMPARE(totals(*open()), QList<qint64>({300, 100}));
    }
};

QTEST_GUILESS_MAIN(HeldBillsTest)
#include "tst_held_bills.moc"

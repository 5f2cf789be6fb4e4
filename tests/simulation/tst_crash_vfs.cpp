// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "tests/simulation/CrashVfs.h"

#include <QTest>
#include <sqlite3.h>

/// The disk that a crash is tried on must lose what was not synced, and nothing else.
class CrashVfsTest : public QObject
{
    Q_OBJECT

    CrashDisk m_disk{7};
    CrashVfs m_vfs{m_disk};
    std::shared_ptr<Power> m_power;

    std::unique_ptr<Database> open(qint64 points = -1)
    {
        m_power = std::make_shared<Power>();
        m_power->cutAfter(points);
        m_disk.plugInto(m_power);
        auto opened = Database::open(QStringLiteral("books"), {.fileSystem = m_vfs.name(), .ownThread = false});
        return opened ? std::move(opened).value() : nullptr;
    }
    static bool add(Database &database, int number)
    {
        auto done = database.run<bool>([number](SqlConnection &connection) -> Result<bool> {
            if (auto added = connection.execute(
                    QStringLiteral("INSERT INTO order_marks (shop_id, out_trade_no, at_ms, source, what, "
                                   "detail) VALUES ('s', '%1', 0, 'x', 'y', '%2')")
                        .arg(number)
                        .arg(QString(3000, u'z')));
                !added)
                return added.error();
            return true;
        });
        database.drain();
        return bool(done.takeResult());
    }
    /// As SQLite reads it from what a crash would leave at least.
    int countSynced()
    {
        sqlite3 *connection = nullptr;
        const QByteArray name = "file:books?view=synced&vfs=" + m_vfs.name().toLatin1();
        int count = -1;
        if (sqlite3_open_v2(name, &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr) == SQLITE_OK) {
            const auto keep = [](void *to, int, char **values, char **) {
                *static_cast<int *>(to) = QByteArray(values[0]).toInt();
                return 0;
            };
            sqlite3_exec(connection, "SELECT COUNT(*) FROM order_marks", keep, &count, nullptr);
        }
        sqlite3_close(connection);
        return count;
    }

private slots:
    void keepsEveryCommitOverCrashesAtEveryPoint();
};

void CrashVfsTest::keepsEveryCommitOverCrashesAtEveryPoint()
{
    int committed = 0;
    int crashes = 0;
    for (qint64 points = 1; points < 400; points += 7) {
        auto database = open(points);
        while (database && m_power->isOn()) {
            if (add(*database, committed)) {
                ++committed;
                QCOMPARE(countSynced(), committed);
            }
        }
        database.reset();
        m_disk.settleAfterCrash();
        ++crashes;
        database = open();
        QVERIFY(database);
        // A commit whose answer the crash swallowed may be there; one that was answered must be.
        const int found = countSynced();
        QVERIFY2(found == committed || found == committed + 1,
                 qPrintable(QStringLiteral("%1 instead of %2, points %3").arg(found).arg(committed).arg(points)));
        committed = found;
    }
    QVERIFY(crashes > 50 && committed > 100);
}

QTEST_GUILESS_MAIN(CrashVfsTest)
#include "tst_crash_vfs.moc"

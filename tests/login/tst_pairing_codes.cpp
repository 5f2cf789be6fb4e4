// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/PairingCodes.h"
#include "tests/support/FileModes.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

/// A code pairs one till, for five minutes, and dies of ten wrong tries.
class PairingCodesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    VirtualClock m_clock;
    SeededRandom m_random;
    QString m_box;
    std::unique_ptr<PairingCodes> m_codes;

    QString taken(const QString &typed)
    {
        const auto by = m_codes->take(typed);
        return by ? *by : by.error().code == ErrorCode::Forbidden ? QStringLiteral("no") : QStringLiteral("other");
    }
    PairingCode left() { return *PairingCodes::leaveIn(m_box, m_clock, m_random); }

private slots:
    void init()
    {
        m_box = m_folder.filePath("pairing_code");
        m_codes = std::make_unique<PairingCodes>(m_clock, m_random, m_box);
    }
    void cleanup() { QFile::remove(m_box); }

    void looksAsItIsReadAloud()
    {
        static const QRegularExpression form("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$");
        for (int i = 0; i < 100; ++i)
            QVERIFY2(form.match(m_codes->make("p").text).hasMatch(), qPrintable(m_codes->make("p").text));
    }
    void isGoodOnce()
    {
        const auto code = m_codes->make("person-1");
        QCOMPARE(code.expiresAt, m_clock.now().addSecs(300));
        QCOMPARE(taken(code.text), QStringLiteral("person-1"));
        QCOMPARE(taken(code.text), QStringLiteral("no"));
    }
    void isTakenAsPeopleTypeIt()
    {
        for (int i = 0; i < 50; ++i) { // some have a 0 or a 1
            auto typed = m_codes->make("p").text.toLower().replace(u'-', u' ');
            typed.replace(u'0', u'o').replace(u'1', i % 2 ? u'l' : u'I');
            QCOMPARE(taken(u' ' + typed), QStringLiteral("p"));
        }
    }
    void isOverAfterFiveMinutes()
    {
        const auto code = m_codes->make("p");
        m_clock.advance(299'999ms);
        QCOMPARE(taken("AAAA-AAAA"), QStringLiteral("no"));
        m_clock.advance(1ms);
        QCOMPARE(taken(code.text), QStringLiteral("no"));
    }
    void diesOfTenWrongTries()
    {
        auto code = m_codes->make("p");
        for (int i = 0; i < 9; ++i)
            QCOMPARE(taken(i % 2 ? "AAAA-AAAA" : ""), QStringLiteral("no"));
        QCOMPARE(taken(code.text), QStringLiteral("p"));
        code = m_codes->make("p");
        for (int i = 0; i < 10; ++i)
            QCOMPARE(taken("AAAA-AAAA"), QStringLiteral("no"));
        QCOMPARE(taken(code.text), QStringLiteral("no"));
        QCOMPARE(taken(m_codes->make("q").text), QStringLiteral("q")); // a new one has its own
    }
    void aNewOneTakesItsPlace()
    {
        const auto first = m_codes->make("p");
        const auto second = m_codes->make("q");
        QCOMPARE(taken(first.text), QStringLiteral("no"));
        QCOMPARE(taken(second.text), QStringLiteral("q"));
    }
    void oneIsLeftInTheDataFolder()
    {
        const auto older = m_codes->make("p");
        const auto code = left();
        QVERIFY(!isOpenToOthers(m_box));
        QCOMPARE(taken(older.text), QStringLiteral("no"));
        QVERIFY(!QFile::exists(m_box)); // for its tries and its end count here
        QCOMPARE(taken(code.text), QStringLiteral("data-folder"));
        QCOMPARE(taken(code.text), QStringLiteral("no"));
    }
    void whatIsLeftIsOverAfterFiveMinutes()
    {
        const auto code = left();
        m_clock.advance(5min);
        QCOMPARE(taken(code.text), QStringLiteral("no"));
        const auto other = left();
        QCOMPARE(taken("AAAA-AAAA"), QStringLiteral("no")); // it is taken out
        m_clock.advance(5min);
        QCOMPARE(taken(other.text), QStringLiteral("no"));
    }
    void whatOthersCouldHaveLeftIsNoCode()
    {
#ifdef Q_OS_WIN
        QSKIP("modes are POSIX's; Windows' lists are tst_private_file_win's");
#endif
        const auto code = left();
        QFile::setPermissions(m_box, QFile::ReadOwner | QFile::WriteOwner | QFile::WriteGroup);
        QCOMPARE(taken(code.text), QStringLiteral("no"));
    }
    void whatIsLeftMayBeAnything()
    {
        for (const QByteArray &note : {QByteArray(), QByteArray("x"), QByteArray("{}"), QByteArray(5000, '{'),
                                       QByteArray(R"({"code":"","ends_at_ms":99999999999999})")}) {
            QFile file(m_box);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            file.write(note);
            file.close();
            QCOMPARE(taken(""), QStringLiteral("no"));
            QVERIFY(!QFile::exists(m_box));
        }
    }
    void nobodyLeavesOneForLong()
    {
        QFile file(m_box);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(R"({"code":"AAAAAAAA","ends_at_ms":99999999999999})");
        file.close();
        QCOMPARE(taken("BBBB-BBBB"), QStringLiteral("no"));
        m_clock.advance(5min);
        QCOMPARE(taken("AAAA-AAAA"), QStringLiteral("no"));
    }
    void aNewOneCountsMoreThanOneLeftBefore()
    {
        const auto older = left();
        const auto code = m_codes->make("p");
        QCOMPARE(taken(older.text), QStringLiteral("no"));
        QCOMPARE(taken(code.text), QStringLiteral("p"));
    }
};

QTEST_GUILESS_MAIN(PairingCodesTest)
#include "tst_pairing_codes.moc"

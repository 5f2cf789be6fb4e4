// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/WatchTokens.h"
#include "tests/support/Orders.h"

#include <QTest>

/// A watch token opens one order of one shop on one server, and nothing else.
class WatchTokensTest : public QObject
{
    Q_OBJECT

    const WatchTokens m_tokens{"a secret of 32 bytes, for testing", "1900000001"};
    const WatchKey m_key{Orders::number()};

private slots:
    void isTheMacOfShopAndNumber()
    {
        // By hand: printf '1900000001\nT00001' | openssl dgst -sha256 -hmac SECRET -binary | base64, URL alphabet.
        QCOMPARE(m_tokens.tokenFor(Orders::number()), QStringLiteral("Hj8cjADRT6mI-0vTJSQ2dPDCrnR2QfZSdp0X_TksQBo"));
    }
    void opensItsOwnOrder() { QVERIFY(m_tokens.opens(m_key, m_tokens.tokenFor(Orders::number()))); }
    void opensNothingElse()
    {
        const auto token = m_tokens.tokenFor(Orders::number());
        QVERIFY(!m_tokens.opens(WatchKey(Orders::number("T00002")), token));
        QVERIFY(!m_tokens.opens(*WatchKey::parse("1"), token));
        QVERIFY(!WatchTokens("a secret of 32 bytes, for testing", "1900000002").opens(m_key, token));
        QVERIFY(!WatchTokens("b secret of 32 bytes, for testing", "1900000001").opens(m_key, token));
    }
    void isNotOpenedByLess_data()
    {
        const auto token = m_tokens.tokenFor(Orders::number());
        QTest::addColumn<QString>("token");
        QTest::newRow("none") << QString();
        QTest::newRow("shorter") << token.chopped(1);
        QTest::newRow("longer") << token + '=';
        QTest::newRow("other case") << token.toUpper();
        QTest::newRow("a NUL behind it") << token + QChar(0);
        QTest::newRow("not Latin-1") << token.chopped(1) + QChar(0x4e00);
    }
    void isNotOpenedByLess()
    {
        QFETCH(QString, token);
        QVERIFY(!m_tokens.opens(m_key, token));
    }
};

QTEST_GUILESS_MAIN(WatchTokensTest)
#include "tst_watch_tokens.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QrReader.h"
#include "tests/window/OwnTime.h"
#include "tests/window/Phone.h"
#include "tests/window/TillUnderTest.h"

#include <QAbstractEventDispatcher>
#include <QLabel>

using Face = CustomerView::Face;

/// The customer's window beside the cashier's, as it is on the screen.
class WindowCustomerTest : public QObject
{
    Q_OBJECT

    struct Shop
    {
        TillUnderTest till{{1366, 768}, nullptr, nullptr, CustomerWindow::Where::Window};

        CustomerWindow &window() { return till.customer(); }
        QString code() { return QrReader::read(TillUnderTest::pictureOf(window())).text; }
        QString words(const char *name)
        {
            for (const auto *widget : window().findChildren<QWidget *>(QLatin1String(name))) {
                const auto *label = qobject_cast<const QLabel *>(widget);
                if (widget->isVisible())
                    return label ? label->text() : widget->accessibleName();
            }
            return {};
        }
        bool comesTo(Face face)
        {
            return QTest::qWaitFor([&] { return window().view().face == face; }, TillUnderTest::patienceMs);
        }
    };

private slots:
    void aSaleAsTheCustomerSeesIt()
    {
        Shop shop;
        QVERIFY(QTest::qWaitForWindowExposed(&shop.window(), TillUnderTest::patienceMs));
        QCOMPARE(shop.words("customerTitle"), QStringLiteral("晨光咖啡"));
        shop.till.hand().type(QStringLiteral("12.5"));
        QTRY_COMPARE(shop.words("amount"), QStringLiteral("¥12.50"));
        shop.till.hand().press(Qt::Key_Return);
        QVERIFY(shop.comesTo(Face::Code));
        QCOMPARE(shop.words("customerScan"), QStringLiteral("请打开微信“扫一扫”付款"));
        QTRY_VERIFY(shop.words("customerWithin").startsWith(QStringLiteral("请在 4:5")));
        QTRY_VERIFY(!shop.code().isEmpty());

        Phone phone;
        QVERIFY(phone.open(shop.code()));
        QVERIFY(phone.pay());
        QVERIFY(shop.comesTo(Face::Paid));
        QCOMPARE(shop.words("customerPaid"), QStringLiteral("练习付款成功 · 没有真的扣款"));
        QCOMPARE(shop.words("amount"), QStringLiteral("¥12.50"));
        QTRY_COMPARE(shop.code(), QString());
        QVERIFY(shop.comesTo(Face::Thanks));
        QCOMPARE(shop.words("customerTitle"), QStringLiteral("谢谢惠顾"));
        QVERIFY(shop.comesTo(Face::Shop));
    }
    void lockingKeepsTheCode()
    {
        Shop shop;
        QVERIFY(shop.till.bringUpCode(QStringLiteral("36.5")));
        QTRY_VERIFY(!shop.code().isEmpty());
        const QString code = shop.code();
        shop.till.hand().press(Qt::Key_F8);
        QTRY_VERIFY(shop.till.view().lock.locked);
        QCOMPARE(shop.code(), code);
        QCOMPARE(shop.till.server.pay(shop.till.server.newestNumber()).status, 200);
        QVERIFY(shop.comesTo(Face::Paid));
        QVERIFY(shop.comesTo(Face::Away)); // nobody is being served, and nobody can be
        QCOMPARE(shop.words("customerTitle"), QStringLiteral("本台暂停收款"));
    }
    void theCodeIsGoneAtOnce_data()
    {
        QTest::addColumn<bool>("paid");
        QTest::newRow("paid") << true;
        QTest::newRow("cancelled") << false;
    }
    /// As tst_window_sale asks of the cashier's: the first picture after the news has no code, and of three rounds
    /// (eight where the machine is busy) the best comes within 100 ms of our own time.
    void theCodeIsGoneAtOnce()
    {
        QFETCH(bool, paid);
        Shop shop;
        PaintWatch paints(shop.window());
        constexpr qint64 limitMs = 100;
        qint64 bestMs = 10'000;
        for (int round = 0; round < 3 || (bestMs >= limitMs && round < 8); ++round) {
            QVERIFY(shop.till.bringUpCode(QStringLiteral("3")));
            QTRY_VERIFY(!shop.code().isEmpty());
            SaleFlow &flow = shop.till.flow();
            OwnTime sinceAwake;
            const auto awake = QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                                                &flow, [&] { sinceAwake.start(); });
            OwnTime sinceTold;
            qint64 paintedMs = -1;
            QString seen = QStringLiteral("nothing was painted");
            const auto told = QObject::connect(&flow, &SaleFlow::changed, &flow, [&] {
                if (flow.view().codeUrl.isEmpty() && !sinceTold.isValid())
                    sinceTold = sinceAwake;
            });
            paints.painted = [&] {
                if (!sinceTold.isValid() || paintedMs >= 0)
                    return;
                paintedMs = sinceTold.elapsedMs();
                seen = shop.code();
            };
            if (paid) {
                QCOMPARE(shop.till.server.pay(shop.till.server.newestNumber()).status, 200);
            } else {
                shop.till.hand().press(Qt::Key_Escape);
                shop.till.hand().press(Qt::Key_Escape);
            }
            QTRY_VERIFY_WITH_TIMEOUT(paintedMs >= 0, TillUnderTest::patienceMs);
            QObject::disconnect(told);
            QObject::disconnect(awake);
            paints.painted = {};
            QCOMPARE(seen, QString());
            bestMs = std::min(bestMs, paintedMs);
            QVERIFY(shop.till.comesTo(paid ? PayState::Paid : PayState::Cancelled));
            QVERIFY(shop.till.comesTo(PayState::Ready));
            shop.till.hand().press(Qt::Key_Delete); // after a cancel the amount is back
        }
        QVERIFY2(bestMs < limitMs, qPrintable(QString::number(bestMs)));
    }
};

QTEST_MAIN(WindowCustomerTest)
#include "tst_window_customer.moc"

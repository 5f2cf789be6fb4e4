// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QrReader.h"
#include "tests/ui/customer/CustomerRig.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using Face = CustomerView::Face;
using Where = CustomerWindow::Where;

/// Where the customer's window is, as screens come and go, and what it shows over time.
class CustomerWindowTest : public QObject
{
    Q_OBJECT

    static CustomerView scene(const char *name)
    {
        for (const CustomerScene &each : CustomerScene::all(false)) {
            if (each.name == QLatin1String(name))
                return each.view;
        }
        qFatal("no scene %s", name);
    }

    static bool fills(const CustomerRig &rig)
    {
        return rig.window.isVisible() && rig.window.windowFlags().testFlag(Qt::FramelessWindowHint);
    }

private slots:
    void onARealScreenItIsFullScreen()
    {
        QScreen *screen = QGuiApplication::primaryScreen();
        const Screens::Place elsewhere{QStringLiteral("A"), screen->geometry().translated(5000, 0)};
        CustomerRig rig(Where::Auto, {elsewhere, {screen->name(), screen->geometry(), screen}});
        rig.open();
        QVERIFY(rig.window.isVisible() && rig.window.isFullScreen());
        QCOMPARE(rig.window.geometry(), screen->geometry());
        rig.screens.become({elsewhere});
        rig.settle();
        QVERIFY(!rig.window.isVisible());
        rig.screens.become({elsewhere, {screen->name(), screen->geometry(), screen}});
        rig.settle();
        QVERIFY(rig.window.isVisible() && rig.window.isFullScreen());
    }
    void itFillsTheSecondScreen()
    {
        CustomerRig rig;
        QVERIFY(!rig.window.isVisible());
        rig.open();
        QVERIFY(rig.window.isVisible() && fills(rig));
        QCOMPARE(rig.window.geometry(), CustomerRig::customers.area);
        QVERIFY(rig.window.windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus));
        QVERIFY(!rig.window.testAttribute(Qt::WA_QuitOnClose));
    }
    void withOneScreenItIsNowhereUnlessTheShopWantsIt_data()
    {
        QTest::addColumn<int>("where");
        QTest::addColumn<bool>("kiosk");
        QTest::addColumn<bool>("oneScreen"); // visible then
        QTest::addColumn<bool>("twoScreens");
        QTest::newRow("off") << int(Where::Off) << false << false << false;
        QTest::newRow("auto") << int(Where::Auto) << false << false << true;
        QTest::newRow("window") << int(Where::Window) << false << true << true;
        QTest::newRow("window of a kiosk") << int(Where::Window) << true << false << true;
    }
    void withOneScreenItIsNowhereUnlessTheShopWantsIt()
    {
        QFETCH(int, where);
        QFETCH(bool, kiosk);
        QFETCH(bool, oneScreen);
        QFETCH(bool, twoScreens);
        CustomerRig rig(Where(where), {CustomerRig::cashiers});
        rig.open(kiosk);
        QCOMPARE(rig.window.isVisible(), oneScreen);
        QVERIFY(!fills(rig));
        rig.screens.become({CustomerRig::cashiers, CustomerRig::customers});
        rig.settle();
        QCOMPARE(rig.window.isVisible(), twoScreens);
        QCOMPARE(fills(rig), twoScreens);
        rig.screens.become({CustomerRig::cashiers});
        rig.settle();
        QCOMPARE(rig.window.isVisible(), oneScreen);
        QVERIFY(!oneScreen || (!fills(rig) && CustomerRig::cashiers.area.contains(rig.window.geometry())));
    }
    void aScreenMayBePulledOutAndPluggedInAgain()
    {
        CustomerRig rig;
        rig.open();
        rig.show(scene("code"));
        for (int round = 0; round < 3; ++round) {
            rig.screens.become({CustomerRig::cashiers});
            rig.settle();
            QVERIFY(!rig.window.isVisible());
            rig.screens.become({CustomerRig::cashiers, CustomerRig::customers});
            rig.settle();
            QVERIFY(rig.window.isVisible());
            QCOMPARE(rig.window.geometry(), CustomerRig::customers.area);
            QCOMPARE(QrReader::read(rig.window.grab().toImage()).text, scene("code").codeUrl);
        }
    }
    void whatHappensMeanwhileIsShownThen()
    {
        CustomerRig rig;
        rig.open();
        rig.show(scene("code"));
        rig.screens.become({CustomerRig::cashiers});
        rig.show(scene("paid"));
        rig.screens.become({CustomerRig::cashiers, CustomerRig::customers});
        rig.settle();
        QCOMPARE(rig.words("customerPaid"), QStringLiteral("付款成功"));
        QCOMPARE(QrReader::read(rig.window.grab().toImage()).text, QString());
    }
    void itKeepsOffTheCashiersScreen()
    {
        CustomerRig rig;
        rig.open();
        rig.screens.cashiersAt = 1; // the cashier's window was dragged there
        emit rig.screens.changed();
        rig.settle();
        QCOMPARE(rig.window.geometry(), CustomerRig::cashiers.area);
        const Screens::Place mirrored{QStringLiteral("B"), CustomerRig::cashiers.area};
        rig.screens.cashiersAt = 0;
        rig.screens.become({CustomerRig::cashiers, mirrored}); // the same picture on both
        rig.settle();
        QVERIFY(!rig.window.isVisible());
    }
    void aScreenThatChangesItsSizeIsFilledAgain()
    {
        CustomerRig rig;
        rig.open();
        const Screens::Place turned{QStringLiteral("B"), QRect(1366, 0, 800, 480)};
        rig.screens.become({CustomerRig::cashiers, turned});
        rig.settle();
        QCOMPARE(rig.window.geometry(), turned.area);
        QVERIFY(fills(rig));
    }
    void afterPaidItThanksForFiveSeconds()
    {
        CustomerRig rig;
        rig.open();
        rig.show(scene("paid"));
        rig.show(scene("shop"));
        QCOMPARE(rig.words("customerTitle"), QStringLiteral("谢谢惠顾"));
        rig.clock.advance(4900ms);
        QCOMPARE(rig.words("customerTitle"), QStringLiteral("谢谢惠顾"));
        rig.clock.advance(200ms);
        QCOMPARE(rig.words("customerTitle"), QStringLiteral("晨光咖啡"));
    }
    void theNextCustomerEndsTheThanks()
    {
        CustomerRig rig;
        rig.open();
        rig.show(scene("paid"));
        rig.show(scene("shop"));
        rig.clock.advance(3s);
        rig.show(scene("ringing"));
        QCOMPARE(rig.words("amount"), QStringLiteral("¥36.50"));
        rig.show(scene("shop")); // cleared: nobody has paid
        QCOMPARE(rig.words("customerTitle"), QStringLiteral("晨光咖啡"));
        rig.show(scene("paid"));
        rig.show(scene("shop"));
        rig.clock.advance(3s); // the first one's end falls into the second one
        QCOMPARE(rig.words("customerTitle"), QStringLiteral("谢谢惠顾"));
    }
    void theThanksHoldNothingOfTheSale()
    {
        CustomerRig rig;
        rig.open();
        rig.show(scene("paid"));
        rig.show(scene("shop"));
        QVERIFY(!rig.visible("amount"));
        QVERIFY(rig.window.view().amount.isZero() && rig.window.view().pickupNo.isEmpty());
    }
    void theCodeIsGoneAtOnce()
    {
        for (const char *after : {"paid", "checking", "not-paid", "expired", "shop", "ask-cashier", "away"}) {
            CustomerRig rig;
            rig.open();
            rig.show(scene("code"));
            QVERIFY(!QrReader::read(rig.window.grab().toImage()).text.isEmpty());
            rig.window.show(scene(after)); // no turn of the event loop in between
            QVERIFY2(QrReader::read(rig.window.grab().toImage()).text.isEmpty(), after);
        }
    }
    void theCodeIsToldOnceWhenItIsPainted()
    {
        CustomerRig rig;
        QSignalSpy painted(&rig.window, &CustomerWindow::codePainted);
        rig.open();
        rig.show(scene("code"));
        rig.show(scene("code-last"));
        QCOMPARE(painted.size(), 1);
    }
    void itSpeaksTheOtherLanguageAtOnce()
    {
        CustomerRig rig;
        rig.open();
        rig.show(scene("checking"));
        QCOMPARE(rig.words("customerTitle"), QStringLiteral("请稍候"));
        rig.language.use(Language::Tongue::English);
        rig.settle();
        QCOMPARE(rig.words("customerTitle"), QStringLiteral("One moment, please"));
    }
};

QTEST_MAIN(CustomerWindowTest)
#include "tst_customer_window.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/widgets/PayButton.h"

#include <QSignalSpy>
#include <QTest>

Q_DECLARE_METATYPE(Wish)

class LookWishesTest : public QObject
{
    Q_OBJECT
private slots:
    void eachButtonGivesItsWish_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        using Kind = Wish::Kind;
        using Item = SettingsView::Item;
        const auto setting = [](Item item, const char *part = "") {
            return "setting" + QByteArray::number(int(item)) + part;
        };
        const auto row = [](const char *scene, const char *button, Kind kind, const char *text = "") {
            QTest::newRow(button) << QString::fromLatin1(scene) << QString::fromLatin1(button) << int(kind)
                                  << QString::fromUtf8(text);
        };
        for (const char *digit : {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "00"})
            row("ready-typing", (QByteArray("key") + digit).constData(), Kind::Type, digit);
        row("ready-typing", "keyPoint", Kind::Type, ".");
        row("ready-typing", "keyPlus", Kind::Type, "+");
        row("ready-typing", "keyTimes", Kind::Type, "×");
        row("ready-typing", "keyBackspace", Kind::Backspace);
        row("ready-typing", "keyClear", Kind::Clear);
        row("ready-typing", "payButton", Kind::Pay);
        row("ready-bill", "discountsButton", Kind::Discounts);
        row("ready-bill", "holdButton", Kind::Hold);
        row("ready-bill", "heldButton", Kind::HeldList);
        row("ready-bill", "cashButton", Kind::Cash);
        row("ready-bill", "otherTenderButton", Kind::OtherTender);
        row("ready-bill", "billRow1", Kind::Pick, "gB");
        row("ready-bill-chosen", "lineMore", Kind::LineMore, "gB");
        row("ready-bill-chosen", "lineLess", Kind::LineLess, "gB");
        row("ready-bill-chosen", "lineRemove", Kind::LineRemove, "gB");
        row("ready-bill-long", "earlierLines", Kind::MoreLines);
        row("ready-bill", "quickGoods2", Kind::Goods, "3");
        row("ready-bill", "moreGoodsButton", Kind::Layout);
        row("goods", "byAmountButton", Kind::Layout);
        row("goods", "tile5", Kind::Goods, "6");
        row("goods", "category1", Kind::Category, "面包");
        row("goods-pages", "goodsNext", Kind::MoreGoods);
        row("goods-pages", "goodsBack", Kind::MoreGoods);
        row("sheet-discounts", "rate90", Kind::Rate);
        row("sheet-discounts", "minus200", Kind::Minus);
        row("sheet-discounts", "round100", Kind::Round);
        row("sheet-discounts", "noDiscount", Kind::NoDiscount);
        row("sheet-discounts-typed", "rateTyped", Kind::Rate);
        row("sheet-discounts", "discountCloseButton", Kind::Cancel);
        row("sheet-held", "heldBill1", Kind::Pick, "2");
        row("sheet-cash", "note5000", Kind::Note);
        row("sheet-cash", "drawerButton", Kind::Drawer);
        row("sheet-other", "otherKind2", Kind::OtherKind);
        row("paid-cash", "openDrawerButton", Kind::Drawer);
        row("paid-print", "printReceiptButton", Kind::Reprint);
        row("ready-printer-3", "stripReprintButton", Kind::Reprint);
        row("waiting", "cancelButton", Kind::Cancel);
        row("waiting", "newCodeButton", Kind::NewCode);
        row("waiting", "showCustomerButton", Kind::ShowCustomer);
        row("waiting", "queryButton", Kind::Query);
        row("waiting", "mockPayButton", Kind::MockPay);
        row("paid", "nextSaleButton", Kind::NextSale);
        row("paid", "paidPanel", Kind::NextSale);
        row("customer", "customerPage", Kind::ShowCustomer);
        row("ready-typing", "lockButton", Kind::Lock);
        for (const char *digit : {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"})
            row("lock", (QByteArray("pin") + digit).constData(), Kind::Type, digit);
        row("lock", "pinClear", Kind::Clear);
        row("lock", "pinBackspace", Kind::Backspace);
        row("lock", "person1", Kind::Person, "p2");
        row("lock-scanned", "newLoginCodeButton", Kind::NewCode);
        row("lock-binding", "signInOnlyButton", Kind::SignInOnly);
        row("lock-binding", "cancelBindingButton", Kind::Cancel);
        row("ready-typing", "tabRefund", Kind::Refund);
        row("ready-typing", "tabInbox", Kind::Inbox);
        row("ready-typing", "stripInboxButton", Kind::Inbox);
        row("inbox", "tabSale", Kind::NextSale);
        row("refund-choose", "sale1", Kind::Pick, "N4820");
        row("refund-choose", "refundBackButton", Kind::Cancel);
        row("refund-choose-many", "saleMore", Kind::MoreRows);
        row("refund-amount", "reason1", Kind::Reason);
        row("refund-done", "refundDoneButton", Kind::Pay);
        row("refund-done", "refundAnotherButton", Kind::Refund);
        row("inbox", "case1", Kind::Pick, "5");
        row("inbox", "inboxDecidedButton", Kind::Decided);
        row("inbox", "inboxBackButton", Kind::Cancel);
        row("inbox", "honourButton", Kind::Honour);
        row("inbox", "giveBackButton", Kind::GiveBack);
        row("inbox-reason", "decideButton", Kind::Pay);
        row("ready-typing", "tabOrders", Kind::Find);
        row("ready-typing", "tabCheck", Kind::Check);
        row("ready-typing", "tabSettings", Kind::Settings);
        row("settings", "settingsGroup3", Kind::SettingsGroup);
        row("settings", "settingsBackButton", Kind::Cancel);
        row("settings", setting(Item::Layout, ".goods").constData(), Kind::Setting, "goods");
        row("settings", setting(Item::Pickup).constData(), Kind::Setting);
        row("settings", setting(Item::BigAmount).constData(), Kind::Setting);
        row("settings", setting(Item::PaidSeconds, "+").constData(), Kind::Setting, "+");
        row("settings", setting(Item::PaidSeconds, "-").constData(), Kind::Setting, "-");
        row("settings-sound", setting(Item::SoundVolume, "-").constData(), Kind::Setting, "-");
        row("settings-sound", setting(Item::TryPaid).constData(), Kind::Setting);
        row("settings-customer", setting(Item::CustomerScreen, ".window").constData(), Kind::Setting, "window");
        row("settings-receipt", setting(Item::PrinterKind, ".device").constData(), Kind::Setting, "device");
        row("settings-receipt", setting(Item::TryPrint).constData(), Kind::Setting);
        row("settings-shop", setting(Item::Theme, ".dark").constData(), Kind::Setting, "dark");
        row("settings-tills", setting(Item::AddTill).constData(), Kind::Setting);
        row("settings-tills", setting(Item::JoinServer).constData(), Kind::Setting);
        row("add-till", "newPairingCode", Kind::NewCode);
        row("join-address", "joinGo", Kind::Pay);
        row("join-certificate", "joinSame", Kind::Setting);
        row("join-certificate", "joinOther", Kind::Setting);
        row("join-code", "joinGo", Kind::Pay);
        row("settings-number", "number7", Kind::Type, "7");
        row("settings-number", "numberGo", Kind::Pay);
        row("history", "searchLine", Kind::Find);
        row("history", "earlierButton", Kind::Earlier);
        row("history-odd", "dayButton", Kind::Today);
        row("history-odd", "laterButton", Kind::Later);
        row("history", "filter2", Kind::Filter);
        row("history", "order1", Kind::Pick, "20261122104207abcdefghi4820");
        row("history-many", "ordersOlder", Kind::MoreRows);
        row("history-many", "ordersNewer", Kind::MoreRows);
        row("history", "orderRefundButton", Kind::Refund);
        row("history", "orderReprintButton", Kind::Reprint);
        row("history", "exportButton", Kind::Export);
        row("history-export", "exportCsvButton", Kind::Export, "csv");
        row("history-export", "exportJsonButton", Kind::Export, "json");
        row("history-export", "exportBackButton", Kind::Cancel);
        row("history-export-running", "exportStopButton", Kind::Export, "stop");
        for (const char *key : {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ":", ".", "-"})
            row("history-keys", (QByteArray("find") + key).constData(), Kind::Type, key);
        row("history-keys", "findGo", Kind::Pay);
        row("history-selling", "underWayButton", Kind::NextSale);
        row("check", "recent1", Kind::Pick, "20261122104207abcdefghi4820");
        for (const char *digit : {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"})
            row("check", (QByteArray("check") + digit).constData(), Kind::Type, digit);
        row("check", "checkBackspace", Kind::Backspace);
        row("check", "checkClear", Kind::Clear);
        row("check", "checkGo", Kind::Pay);
        row("check", "checkBackButton", Kind::Cancel);
    }
    void eachButtonGivesItsWish()
    {
        QFETCH(QString, scene);
        QFETCH(QString, button);
        LookWindow look;
        look.show(scene.toLatin1().constData(), true);
        QSignalSpy wishes(&look.window, &MainWindow::wished);
        QWidget *widget = look.visible(button.toLatin1().constData());
        QVERIFY(widget);
        QTest::mouseClick(widget, Qt::LeftButton, {}, {20, 20});
        QCOMPARE(wishes.size(), 1);
        const auto wish = wishes.first().first().value<Wish>();
        QTEST(int(wish.kind), "kind");
        QTEST(wish.text, "text");
        QVERIFY(!widget->hasFocus()); // a touch never takes the keys away
    }
    void moreWrongLinesAreAPageAwayWhereTheyDoNotFit()
    {
        LookWindow look({1024, 600});
        look.show("settings-goods-wrong", true);
        QSignalSpy wishes(&look.window, &MainWindow::wished);
        QTest::mouseClick(look.visible("wrongMore"), Qt::LeftButton, {}, {20, 20});
        QCOMPARE(wishes.size(), 1);
        QCOMPARE(wishes.first().first().value<Wish>().kind, Wish::Kind::MoreRows);
    }
    void payIsDeafWithNothingToPayAndAmberForTheSecondPress()
    {
        LookWindow look;
        look.show("ready-empty", false);
        QSignalSpy wishes(&look.window, &MainWindow::wished);
        auto *pay = look.visible<PayButton>("payButton");
        QTest::mouseClick(pay, Qt::LeftButton);
        QVERIFY(wishes.isEmpty());
        look.show("ready-typing", false);
        QCOMPARE(pay->text(), QString::fromUtf8("收款 ¥12.50"));
        QCOMPARE(pay->tone(), QStringLiteral("pay"));
        look.show("ready-confirm", false);
        QCOMPARE(pay->text(), QString::fromUtf8("金额较大，再按一次确认 ¥3,650.00"));
        QCOMPARE(pay->tone(), QStringLiteral("payAgain"));
    }
    void enterNeverPressesTheButtonThatHasTheFocus()
    {
        LookWindow look;
        look.show("waiting", true);
        QSignalSpy wishes(&look.window, &MainWindow::wished);
        auto *cancel = look.visible("cancelButton");
        look.window.activateWindow();
        cancel->setFocus(Qt::TabFocusReason);
        QTest::keyClick(cancel, Qt::Key_Return);
        QTest::keyClick(cancel, Qt::Key_Enter);
        QVERIFY(wishes.isEmpty());
        QTest::keyClick(cancel, Qt::Key_Space);
        QCOMPARE(wishes.size(), 1);
    }
    void aSlipOffTheButtonWishesNothing()
    {
        LookWindow look;
        look.show("waiting", true);
        QSignalSpy wishes(&look.window, &MainWindow::wished);
        QWidget *cancel = look.visible("cancelButton");
        QTest::mousePress(cancel, Qt::LeftButton, {}, {20, 20});
        QTest::mouseRelease(cancel, Qt::LeftButton, {}, {20, 400});
        QVERIFY(wishes.isEmpty());
    }
    void theInputMethodIsOffButInFields()
    {
        LookWindow look;
        look.show("ready-typing", true);
        for (const QWidget *widget : look.window.findChildren<QWidget *>())
            QVERIFY2(widget->inherits("TextField") == widget->testAttribute(Qt::WA_InputMethodEnabled),
                     qPrintable(widget->objectName()));
        look.show("settings-shop", true);
        QVERIFY(!look.window.focusWidget() || !look.window.focusWidget()->inherits("TextField"));
        QVERIFY(!look.window.testAttribute(Qt::WA_InputMethodEnabled));
    }
};

QTEST_MAIN(LookWishesTest)
#include "tst_look_wishes.moc"

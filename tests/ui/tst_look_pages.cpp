// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QrReader.h"
#include "tests/ui/LookWindow.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/QrView.h"

#include <QPushButton>
#include <QTest>

class LookPagesTest : public QObject
{
    Q_OBJECT

    static const char *pageOf(OfficeView::Page page)
    {
        switch (page) {
        case OfficeView::Page::Refund:
            return "refundPage";
        case OfficeView::Page::Inbox:
            return "inboxPage";
        case OfficeView::Page::History:
            return "historyPage";
        case OfficeView::Page::Check:
            return "checkPage";
        case OfficeView::Page::Settings:
            return "settingsPage";
        case OfficeView::Page::None:
            break;
        }
        return "";
    }

private slots:
    void eachStateHasItsPage_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<QString>("page");
        const auto row = [](const char *scene, const char *page) {
            QTest::newRow(scene) << QString::fromLatin1(scene) << QString::fromLatin1(page);
        };
        row("ready-empty", "salePage");
        row("creating", "waitingPage");
        row("waiting", "waitingPage");
        row("checking", "waitingPage");
        row("cancelling", "waitingPage");
        row("cancelled", "waitingPage");
        row("expired", "waitingPage");
        row("manager", "waitingPage");
        row("customer", "customerPage");
        row("paid", "paidPage");
        for (const char *scene : {"ready-bill", "goods", "sheet-discounts", "sheet-held", "sheet-cash", "sheet-other"})
            row(scene, "salePage");
        row("cash-creating", "waitingPage");
        row("paid-cash", "paidPage");
        row("paid-other", "paidPage");
        for (const LookScene &scene : LookScene::all(false))
            if (scene.view.lock.locked)
                row(scene.name.toLatin1().constData(), "lockPage");
            else if (scene.view.office.page != OfficeView::Page::None)
                row(scene.name.toLatin1().constData(), pageOf(scene.view.office.page));
    }
    void eachStateHasItsPage()
    {
        QFETCH(QString, scene);
        QFETCH(QString, page);
        LookWindow look;
        look.show(scene.toLatin1().constData(), false);
        for (const char *each : {"salePage", "waitingPage", "customerPage", "paidPage", "lockPage", "refundPage",
                                 "inboxPage", "historyPage", "checkPage", "settingsPage"})
            QCOMPARE(look.visible(each) != nullptr, page == QLatin1String(each));
    }
    void everyOfficePageSaysWhatIsUnderWayAndLeadsBack()
    {
        LookWindow look;
        for (const char *scene : {"refund-choose", "inbox", "history", "check", "settings"}) {
            look.show(scene, false);
            QVERIFY2(!look.visible("underWayButton"), scene);
            TillView view = look.window.view();
            view.state = PayState::Waiting;
            view.amount = *Money::fromFen(3650);
            look.show(view);
            auto *button = look.visible<QPushButton>("underWayButton");
            QVERIFY2(button, scene);
            QCOMPARE(button->text(), QString::fromUtf8("正在收款 ¥36.50 · 等待付款 · 返回"));
        }
        look.show("waiting", false);
        QVERIFY(!look.visible("underWayButton"));
    }
    void theQrIsGoneAtOnce()
    {
        for (const char *before : {"waiting", "customer"})
            for (const char *after : {"paid", "cancelling", "cancelled", "expired", "ready-empty"}) {
                LookWindow look;
                look.show(before, false);
                QVERIFY(!QrReader::read(look.window.grab().toImage()).text.isEmpty());
                TillView view;
                for (const LookScene &scene : LookScene::all(false))
                    if (scene.name == QLatin1String(after))
                        view = scene.view;
                look.window.show(view); // no turn of the event loop in between
                QVERIFY(QrReader::read(look.window.grab().toImage()).text.isEmpty());
            }
    }
    void theLoginCodeIsGoneAtOnce()
    {
        for (const char *after : {"lock-scanned", "lock-strange", "lock-expired", "ready-empty"}) {
            LookWindow look;
            look.show("lock", false);
            QVERIFY(QrReader::read(look.window.grab().toImage()).text.contains(QLatin1String("/m/login/")));
            TillView view;
            for (const LookScene &scene : LookScene::all(false))
                if (scene.name == QLatin1String(after))
                    view = scene.view;
            look.window.show(view);
            QVERIFY(QrReader::read(look.window.grab().toImage()).text.isEmpty());
        }
    }
    void theLockShowsNothingOfTheSaleButThatItIsUnderWay()
    {
        LookWindow look;
        look.show("waiting", false);
        TillView view = look.window.view();
        view.lock.locked = true;
        look.show(view);
        QCOMPARE(QrReader::read(look.window.grab().toImage()).text, QString());
        QCOMPARE(look.visible<Pill>("underWayPill")->text(), QString::fromUtf8("正在收款 ¥36.50 · 等待付款"));
        for (const char *none : {"amount", "keypad", "cancelButton", "countdown"})
            QVERIFY2(!look.visible(none), none);
        view.state = PayState::Ready;
        look.show(view);
        QVERIFY(!look.visible("underWayPill"));
    }
    void eachStateOfThePhoneIsAColourAndADrawingAndAWord()
    {
        LookWindow look;
        QSet<QString> words, drawings;
        for (const char *scene : {"lock", "lock-scanned", "lock-strange", "lock-cancelled", "lock-expired", "lock-off",
                                  "lock-unreachable", "lock-connecting"}) {
            look.show(scene, false);
            const auto *pill = look.visible<Pill>("phonePill");
            QVERIFY(pill && !pill->text().isEmpty());
            QVERIFY(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(pill->iconName())));
            words.insert(pill->text());
            drawings.insert(pill->iconName());
        }
        QCOMPARE(words.size(), 8);
        QCOMPARE(drawings.size(), 8);
    }
    void theCustomerSeesNothingElse()
    {
        LookWindow look;
        look.show("customer", false);
        for (const char *none : {"topBar", "statusStrip", "cancelButton", "saleCard", "helpSheet"})
            QVERIFY(!look.visible(none));
    }
    void theCountdownWarns()
    {
        LookWindow look;
        look.show("waiting", false);
        TillView view = look.window.view();
        const auto *countdown = look.visible<Countdown>("countdown");
        const auto at = [&](int seconds) {
            view.secondsLeft = seconds;
            look.show(view);
            return countdown->colour();
        };
        const ThemeTokens &tokens = look.theme.tokens();
        QCOMPARE(at(278), tokens.ink);
        QCOMPARE(countdown->text(), QStringLiteral("4:38"));
        QCOMPARE(at(31), tokens.ink);
        QCOMPARE(at(30), tokens.amber.ink);
        QCOMPARE(at(10), tokens.red.ink);
        QCOMPARE(at(0), tokens.red.ink);
        QCOMPARE(countdown->text(), QStringLiteral("0:00"));
        at(-1);
        QCOMPARE(countdown->text(), QString());
    }
    void eachStateIsAColourAndADrawingAndAWord()
    {
        LookWindow look;
        QSet<QString> words, drawings;
        for (const char *scene :
             {"ready-empty", "creating", "waiting", "checking", "cancelling", "cancelled", "expired", "manager"}) {
            look.show(scene, false);
            const auto *pill = look.visible<Pill>("statePill");
            QVERIFY(pill && !pill->text().isEmpty() && !pill->iconName().isEmpty());
            QVERIFY(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(pill->iconName())));
            QCOMPARE(pill->inkColour(), look.theme.tint(look.window.view().state).ink);
            words.insert(pill->text());
            drawings.insert(pill->iconName());
        }
        QCOMPARE(words.size(), 8);
        QCOMPARE(drawings.size(), 8);
    }
    void followsLightAndDarkAtRunTime()
    {
        LookWindow look;
        look.show("waiting", false);
        QCOMPARE(look.window.grab().toImage().pixelColor(10, 400), ThemeTokens::light().ground);
        look.theme.setMode(Theme::Mode::Dark);
        look.settle();
        QCOMPARE(look.window.grab().toImage().pixelColor(10, 400), ThemeTokens::dark().ground);
    }
};

QTEST_MAIN(LookPagesTest)
#include "tst_look_pages.moc"

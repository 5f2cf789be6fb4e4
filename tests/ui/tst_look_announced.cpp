// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/widgets/ReadAloud.h"

#include <QSignalSpy>
#include <QTest>

/// What a screen reader says by itself while a sale goes on, and that it says nothing twice.
class LookAnnouncedTest : public QObject
{
    Q_OBJECT

    static TillView view(const char *name, bool training = false)
    {
        for (const LookScene &scene : LookScene::all(training))
            if (scene.name == QLatin1String(name))
                return scene.view;
        qFatal("no scene %s", name);
    }
    /// The words of each alert.
    static QStringList heard(LookWindow &look, const TillView &view)
    {
        QSignalSpy spy(look.window.findChild<ReadAloud *>(), &ReadAloud::said);
        look.window.show(view);
        QStringList words;
        for (const auto &each : spy)
            words.append(each.front().toString());
        return words;
    }

private slots:
    void theSaleIsFollowed()
    {
        LookWindow look;
        look.show(view("ready-empty"));
        QCOMPARE(heard(look, view("creating")), QStringList{QString::fromUtf8("正在出码… ¥36.50")});
        QCOMPARE(heard(look, view("waiting")),
                 QStringList{QString::fromUtf8("等待顾客付款 ¥36.50\n10:42:07 收款码已显示")});
        const QStringList checking = heard(look, view("checking"));
        QCOMPARE(checking.size(), 1);
        QVERIFY(checking[0].startsWith(QString::fromUtf8("正在核实")));
        QVERIFY(checking[0].contains(QString::fromUtf8("请勿重复收款")));
        QCOMPARE(heard(look, view("paid")), QStringList{QString::fromUtf8("收款成功 ¥36.50")});
        QCOMPARE(heard(look, view("ready-empty")), QStringList{QString::fromUtf8("可以收款")});
    }
    void practiceIsNamedAsSuch()
    {
        LookWindow look;
        look.show(view("waiting", true));
        const QStringList paid = heard(look, view("paid", true));
        QCOMPARE(paid.size(), 1);
        QVERIFY(paid[0].contains(QString::fromUtf8("没有真的收钱")));
    }
    void aKeyThatIsRefusedIsSaid()
    {
        LookWindow look;
        look.show(view("ready-typing"));
        TillView refused = look.window.view();
        for (const auto kind : {Notice::Kind::ThirdDecimal, Notice::Kind::AmountTooLarge}) {
            refused.notice = {.kind = kind};
            const QStringList words = heard(look, refused);
            QCOMPARE(words.size(), 1);
            QVERIFY(!words[0].isEmpty());
        }
    }
    void whatAPageSaysIsSaid()
    {
        LookWindow look;
        look.show(view("check"));
        QCOMPARE(heard(look, view("check-short")).size(), 1);
        const QStringList verdict = heard(look, view("check-none"));
        QCOMPARE(verdict.size(), 1);
        look.show(view("history"));
        QCOMPARE(heard(look, view("history-none")).size(), 1);
    }
    void nothingIsSaidTwice()
    {
        LookWindow look;
        look.show(view("waiting"));
        TillView tick = look.window.view();
        for (int second = 0; second < 5; ++second) {
            --tick.secondsLeft;
            QCOMPARE(heard(look, tick), QStringList());
        }
        QSignalSpy spy(look.window.findChild<ReadAloud *>(), &ReadAloud::said);
        look.language.use(Language::Tongue::English);
        look.settle();
        look.theme.setMode(Theme::Mode::Dark);
        look.window.resize(1024, 600);
        look.settle();
        QCOMPARE(spy.size(), 0);
    }
    void theLockSaysNothingOfTheSale()
    {
        LookWindow look;
        look.show(view("waiting"));
        TillView locked = look.window.view();
        locked.lock.locked = true;
        const QStringList words = heard(look, locked);
        QCOMPARE(words.size(), 1);
        QVERIFY2(!words[0].contains(QString::fromUtf8("36.50")), qPrintable(words[0]));
        locked.state = PayState::Paid;
        locked.notice = {};
        QCOMPARE(heard(look, locked), QStringList());
    }
};

QTEST_MAIN(LookAnnouncedTest)
#include "tst_look_announced.moc"

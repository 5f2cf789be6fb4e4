// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SettingsRig.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using Item = SettingsView::Item;
using Group = SettingsView::Group;
using Step = SettingsView::Step;
using Say = SettingsView::Say;

/// Alt+S: what a press or a typed word makes of a setting.
class SettingsFlowTest : public QObject
{
    Q_OBJECT
private slots:
    void eachChangeIsKeptAlone()
    {
        SettingsRig rig;
        rig.set(Item::Pickup);
        rig.set(Item::Layout, "goods");
        rig.set(Item::PaidSeconds, "+");
        QCOMPARE(rig.kept, (QList<QJsonObject>{{{"pickup", true}}, {{"layout", "goods"}}, {{"paid_seconds", 6}}}));
        QCOMPARE(rig.view().say, Say::Kept);
        QCOMPARE(rig.value(Item::Pickup), QString("true"));
        rig.set(Item::Pickup);
        QCOMPARE(rig.kept.back(), (QJsonObject{{"pickup", false}}));
    }
    void aNumberStaysInItsRange()
    {
        SettingsRig rig;
        for (int i = 0; i < 9; ++i)
            rig.set(Item::PaidSeconds, "+");
        QCOMPARE(rig.value(Item::PaidSeconds), QString("10"));
        QCOMPARE(rig.refusals, 4);
        rig.show(Group::Sound);
        for (int i = 0; i < 12; ++i)
            rig.set(Item::SoundVolume, "-");
        QCOMPARE(rig.value(Item::SoundVolume), QString("0"));
        rig.set(Item::SoundVolume, "+");
        QCOMPARE(rig.value(Item::SoundVolume), QString("10"));
    }
    void anOddVolumeStepsOntoTheTens()
    {
        SettingsRig rig(true, {{"voice_volume", 55}});
        rig.show(Group::Sound);
        rig.set(Item::VoiceVolume, "+");
        QCOMPARE(rig.value(Item::VoiceVolume), QString("60"));
        SettingsRig down(true, {{"voice_volume", 55}});
        down.show(Group::Sound);
        down.set(Item::VoiceVolume, "-");
        QCOMPARE(down.value(Item::VoiceVolume), QString("50"));
    }
    void theBigAmountIsTypedInYuan()
    {
        SettingsRig rig;
        rig.set(Item::BigAmount);
        QCOMPARE(rig.view().step, Step::Number);
        rig.wish(Wish::Kind::Pay);
        QCOMPARE(rig.view().say, Say::NotThat); // nothing is typed
        rig.type("0800");
        rig.wish(Wish::Kind::Backspace);
        rig.wish(Wish::Kind::Type, "00");
        QCOMPARE(rig.view().typed, QString("8000"));
        rig.wish(Wish::Kind::Pay);
        QCOMPARE(rig.view().step, Step::List);
        QCOMPARE(rig.kept, (QList<QJsonObject>{{{"big_amount", 800'000}}}));
    }
    void escLeavesTheNumberAsItWas()
    {
        SettingsRig rig;
        rig.set(Item::BigAmount);
        rig.type("9");
        rig.wish(Wish::Kind::Cancel);
        QCOMPARE(rig.view().step, Step::List);
        QVERIFY(rig.flow.isOpen() && rig.kept.isEmpty());
        rig.wish(Wish::Kind::Cancel);
        QVERIFY(!rig.flow.isOpen());
    }
    void whereMoneyIsRealASupervisorSignsForTheBigAmount()
    {
        SettingsRig rig(false);
        rig.set(Item::Pickup); // which is the till's own
        QCOMPARE(rig.kept.size(), 1);
        rig.set(Item::BigAmount);
        rig.type("900");
        rig.wish(Wish::Kind::Pay);
        QCOMPARE(rig.view().step, Step::Supervisor);
        QCOMPARE(rig.kept.size(), 1);
        rig.sign();
        QCOMPARE(rig.kept.back(), (QJsonObject{{"big_amount", 90'000}}));
        QCOMPARE(rig.ended, QByteArrayList{"supervisor-1"});
        QCOMPARE(rig.view().step, Step::List);
    }
    void whoLeavesBeforeSigningHasChangedNothing()
    {
        SettingsRig rig(false);
        rig.set(Item::BigAmount);
        rig.type("900");
        rig.wish(Wish::Kind::Pay);
        rig.wish(Wish::Kind::Cancel);
        QVERIFY(rig.flow.isOpen());
        QVERIFY(rig.kept.isEmpty());
        rig.set(Item::BigAmount);
        rig.type("900");
        rig.wish(Wish::Kind::Pay);
        rig.flow.close(); // the till was locked
        rig.flow.open();
        QCOMPARE(rig.view().step, Step::List);
        QVERIFY(rig.kept.isEmpty());
    }
    void namesAreTextsOfSomeLength()
    {
        SettingsRig rig;
        rig.show(Group::Shop);
        rig.set(Item::Shop, QString::fromUtf8("  晨光  咖啡 "));
        QCOMPARE(rig.kept, (QList<QJsonObject>{{{"shop", QString::fromUtf8("晨光 咖啡")}}}));
        QCOMPARE(rig.view().say, Say::KeptForRestart);
        for (const QString &bad : {QString(), QString(" "), QString(41, u'a')}) {
            rig.set(Item::Till, bad);
            QCOMPARE(rig.view().say, Say::NotThat);
        }
        QCOMPARE(rig.kept.size(), 1);
    }
    void aPrinterIsKeptWhenItIsKnownWhereItIs()
    {
        SettingsRig rig;
        rig.show(Group::Receipt);
        rig.set(Item::PrinterKind, "network");
        QCOMPARE(rig.view().say, Say::PrinterIncomplete);
        QVERIFY(rig.kept.isEmpty());
        rig.set(Item::PrinterHost, "10.0.0.7");
        QCOMPARE(rig.kept.back(), (QJsonObject{{"printer", QJsonObject{{"kind", "network"}, {"host", "10.0.0.7"}}}}));
        QCOMPARE(rig.view().say, Say::Kept);
        rig.set(Item::PrinterPaper, "58");
        rig.set(Item::PrinterCut);
        rig.set(Item::PrinterKind, "system");
        rig.set(Item::PrinterName, "Epson");
        QCOMPARE(rig.kept.back(),
                 (QJsonObject{{"printer", QJsonObject{{"kind", "system"}, {"name", "Epson"}, {"paper", 58}}}}));
        rig.set(Item::PrinterKind, "network"); // and nothing of the other is lost
        QCOMPARE(
            rig.kept.back(),
            (QJsonObject{
                {"printer", QJsonObject{{"kind", "network"}, {"host", "10.0.0.7"}, {"paper", 58}, {"cut", false}}}}));
        rig.set(Item::PrinterKind, "serial");
        rig.set(Item::PrinterBaud, "+");
        QCOMPARE(rig.kept.back()["printer"].toObject()["path"].toString(), QString("/dev/ttyS0"));
        QCOMPARE(rig.kept.back()["printer"].toObject()["baud"].toInt(), 19200);
    }
    void onlyWhatThePrinterHasIsThere()
    {
        SettingsRig rig;
        rig.show(Group::Receipt);
        QCOMPARE(rig.value(Item::PrinterHost), QString("(not there)"));
        QCOMPARE(rig.value(Item::TryPrint), QString("(not there)"));
        rig.set(Item::PrinterKind, "network");
        QCOMPARE(rig.value(Item::PrinterPort), QString("9100"));
        QCOMPARE(rig.value(Item::PrinterBaud), QString("(not there)"));
        rig.set(Item::PrinterKind, "serial");
        QCOMPARE(rig.value(Item::PrinterHost), QString("(not there)"));
        QCOMPARE(rig.value(Item::PrinterBaud), QString("9600"));
    }
    void theReceiptsOtherMembersStay()
    {
        SettingsRig rig(true, {{"receipt", QJsonObject{{"address", "A"}, {"print", "ask"}}}});
        rig.show(Group::Receipt);
        rig.set(Item::Footer, "Bye");
        QCOMPARE(rig.kept.back(),
                 (QJsonObject{{"receipt", QJsonObject{{"address", "A"}, {"print", "ask"}, {"footer", "Bye"}}}}));
    }
    void buttonsToTryAreSignals()
    {
        SettingsRig rig;
        QSignalSpy sounds(&rig.flow, &SettingsFlow::soundWished);
        QSignalSpy prints(&rig.flow, &SettingsFlow::testPrintWished);
        for (const Item item : {Item::TryPaid, Item::TryRefused, Item::TryAttention, Item::TryPrint})
            rig.set(item);
        QCOMPARE(sounds.size(), 3);
        QCOMPARE(prints.size(), 1);
        QVERIFY(rig.kept.isEmpty());
    }
    void whatBecomesOfATestPrintIsSaid()
    {
        SettingsRig rig(true, {{"printer", QJsonObject{{"kind", "network"}, {"host", "10.0.0.7"}}}});
        rig.show(Group::Receipt);
        rig.flow.printTested(PrinterTrouble::None); // nobody asked
        QCOMPARE(rig.view().say, Say::Nothing);
        rig.set(Item::TryPrint);
        QCOMPARE(rig.view().say, Say::Printing);
        rig.flow.printTested(PrinterTrouble::Paper);
        QCOMPARE(rig.view().say, Say::NotPrinted);
        QCOMPARE(rig.view().trouble, PrinterTrouble::Paper);
        QCOMPARE(rig.refusals, 1);
        rig.set(Item::TryPrint);
        rig.flow.printTested(PrinterTrouble::None);
        QCOMPARE(rig.view().say, Say::Printed);
        rig.set(Item::TryPrint);
        rig.show(Group::Shop);
        rig.flow.printTested(PrinterTrouble::Cover);
        QCOMPARE(rig.view().say, Say::Nothing); // somebody has gone on
    }
    void theReceiptIsPreviewedAsItIsSetUp()
    {
        SettingsRig rig(true, {{"shop", "晨光咖啡"}, {"till", "1 号"}});
        rig.show(Group::Receipt);
        rig.set(Item::Footer, "再见");
        rig.set(Item::Preview);
        QCOMPARE(rig.view().step, Step::Preview);
        QCOMPARE(rig.view().shop, QString("晨光咖啡"));
        QCOMPARE(rig.value(Item::Footer), QString("再见"));
        rig.wish(Wish::Kind::Pay);
        QCOMPARE(rig.view().step, Step::List);
        rig.set(Item::Preview);
        rig.wish(Wish::Kind::Cancel);
        QVERIFY(rig.flow.isOpen());
        QCOMPARE(rig.view().step, Step::List);
    }
    void pdfFilesHaveAFolder()
    {
        SettingsRig rig;
        rig.show(Group::Receipt);
        rig.set(Item::PrinterKind, "pdf");
        QVERIFY(QDir::isAbsolutePath(rig.value(Item::PrinterPath)));
        QCOMPARE(rig.value(Item::PrinterDrawer), QString("(not there)"));
        QCOMPARE(rig.kept.back()["printer"].toObject()["kind"].toString(), QString("pdf"));
    }
    void groupsAreTurnedByKeys()
    {
        SettingsRig rig;
        rig.wish(Wish::Kind::RowUp);
        QCOMPARE(rig.refusals, 1);
        rig.wish(Wish::Kind::RowDown);
        QCOMPARE(rig.view().group, Group::Sound);
        rig.type("6");
        QCOMPARE(rig.view().group, Group::Goods);
        rig.type("7");
        QCOMPARE(rig.view().group, Group::Tills);
        rig.type("8");
        QCOMPARE(rig.view().group, Group::Tills);
    }
    void whatElseChangesIsFollowed()
    {
        SettingsRig rig;
        rig.flow.follow({{"layout", "goods"}});
        QCOMPARE(rig.value(Item::Layout), QString("goods"));
        QVERIFY(rig.kept.isEmpty());
    }
    void theOfficeBringsItUpOverASaleAndAltSTakesItDown()
    {
        OfficeRig office;
        SettingsRig rig;
        rig.flow.close();
        BackOffice till(*office.till.flow, *office.desk, office.people, *office.till.journal, office.till.clock,
                        office.random(), office.history, office.exports, &rig.flow);
        QVERIFY(till.takes({Wish::Kind::Settings}));
        till.wish({Wish::Kind::Settings});
        QCOMPARE(till.view().page, OfficeView::Page::Settings);
        QVERIFY(!till.view().settings.entries.isEmpty());
        till.wish({Wish::Kind::Settings});
        QCOMPARE(till.view().page, OfficeView::Page::None);
        till.wish({Wish::Kind::Settings});
        till.leave();
        QVERIFY(!rig.flow.isOpen());
        QVERIFY(!office.office->takes({Wish::Kind::Settings})); // a till that has none
    }
};

QTEST_GUILESS_MAIN(SettingsFlowTest)
#include "tst_settings_flow.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SettingsRig.h"

#include <QSignalSpy>
#include <QTest>

using Item = SettingsView::Item;
using Group = SettingsView::Group;
using Step = SettingsView::Step;

/// From the settings to a code for another till, and to another server; and back.
class SettingsPairingTest : public QObject
{
    Q_OBJECT

    static void settle() { QCoreApplication::processEvents(); }
    static void toTills(SettingsRig &rig) { rig.show(Group::Tills); }
    static bool offers(const SettingsRig &rig, Item item)
    {
        const auto entries = rig.view().entries;
        return std::any_of(entries.begin(), entries.end(),
                           [item](const SettingsView::Entry &entry) { return entry.item == item; });
    }

private slots:
    void aCodeIsShownUntilTheHandGoesBack()
    {
        SettingsRig rig;
        toTills(rig);
        rig.set(Item::AddTill);
        QCOMPARE(rig.view().step, Step::AddTill);
        rig.codes.codes.answer(QStringLiteral("7K3M-Q9XD"));
        settle();
        QCOMPARE(rig.view().addTill.code, QString("7K3M-Q9XD"));
        rig.wish(Wish::Kind::NewCode);
        rig.wish(Wish::Kind::NewCode); // one at a time
        QCOMPARE(rig.codes.codes.asked.size(), 2);
        rig.codes.codes.answer(QStringLiteral("AAAA-BBBB"));
        settle();
        QCOMPARE(rig.view().addTill.code, QString("AAAA-BBBB"));
        rig.wish(Wish::Kind::Cancel);
        QCOMPARE(rig.view().step, Step::List);
        QVERIFY(rig.add.view().code.isEmpty());
        QVERIFY(rig.flow.isOpen());
    }
    void aCashiersTillAsksForASupervisor()
    {
        SettingsRig rig(false);
        toTills(rig);
        rig.set(Item::AddTill);
        rig.codes.codes.answer(Error{ErrorCode::Forbidden, QStringLiteral("FORBIDDEN")});
        settle();
        QCOMPARE(rig.view().step, Step::Supervisor);
        rig.sign();
        QCOMPARE(rig.view().step, Step::AddTill);
        QCOMPARE(rig.codes.codes.asked.back(), QStringList{"supervisor-1"});
        rig.codes.codes.answer(QStringLiteral("7K3M-Q9XD"));
        settle();
        QCOMPARE(rig.view().addTill.code, QString("7K3M-Q9XD"));
        QCOMPARE(rig.ended, QByteArrayList{"supervisor-1"});
    }
    void aLockedTillShowsNoCode()
    {
        SettingsRig rig;
        toTills(rig);
        rig.set(Item::AddTill);
        rig.codes.codes.answer(QStringLiteral("7K3M-Q9XD"));
        settle();
        rig.flow.close(); // as the lock has it
        QVERIFY(rig.add.view().code.isEmpty());
        rig.flow.open();
        QCOMPARE(rig.view().step, Step::List);
    }
    void inPracticeAnybodyMayJoin()
    {
        SettingsRig rig;
        toTills(rig);
        rig.set(Item::JoinServer);
        QCOMPARE(rig.view().step, Step::Join);
        QCOMPARE(rig.view().join.step, JoinView::Step::Address);
        rig.wish(Wish::Kind::Setting, "http://127.0.0.1:8080", int(Item::JoinAddress));
        rig.wish(Wish::Kind::Pay);
        rig.servers.looks.answer(SeenServer{});
        settle();
        QCOMPARE(rig.view().join.step, JoinView::Step::Code);
        rig.wish(Wish::Kind::Cancel);
        QCOMPARE(rig.view().join.step, JoinView::Step::Address);
        QCOMPARE(rig.view().step, Step::Join);
        rig.wish(Wish::Kind::Cancel);
        QCOMPARE(rig.view().step, Step::List);
    }
    void whereMoneyIsRealASupervisorSignsFirst()
    {
        SettingsRig rig(false);
        toTills(rig);
        rig.set(Item::JoinServer);
        QCOMPARE(rig.view().step, Step::Supervisor);
        rig.sign();
        QCOMPARE(rig.view().step, Step::Join);
        QCOMPARE(rig.ended, QByteArrayList{"supervisor-1"});
        rig.wish(Wish::Kind::Cancel);
        rig.set(Item::JoinServer);
        rig.wish(Wish::Kind::Cancel); // in place of the PIN
        QCOMPARE(rig.view().step, Step::List);
        rig.set(Item::BigAmount); // what was waited for is forgotten
        rig.type("900");
        rig.wish(Wish::Kind::Pay);
        rig.sign();
        QCOMPARE(rig.view().step, Step::List);
        QCOMPARE(rig.kept.size(), 1);
    }
    void whatIsOpenKeepsTheTillHere()
    {
        SettingsRig rig;
        toTills(rig);
        rig.open = OpenBusiness::Payment;
        rig.set(Item::JoinServer);
        QCOMPARE(rig.view().step, Step::List);
        QCOMPARE(rig.view().join.say, JoinView::Say::StillOpen);
        QCOMPARE(rig.refusals, 1);
        rig.show(Group::Shop);
        toTills(rig);
        QCOMPARE(rig.view().join.say, JoinView::Say::Nothing);
    }
    void aTillWithoutOthersOffersNeither()
    {
        SettingsRig rig;
        toTills(rig);
        QVERIFY(offers(rig, Item::AddTill) && offers(rig, Item::JoinServer));
        SettingsFlow alone({{}, [](const QJsonObject &) { return Result<void>(); }, true}, rig.people, rig.sheets,
                           rig.shelf, rig.clock);
        alone.open();
        alone.wish({Wish::Kind::SettingsGroup, {}, int(Group::Tills)});
        OfficeView view;
        alone.fill(view);
        QVERIFY(view.settings.entries.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SettingsPairingTest)
#include "tst_settings_pairing.moc"

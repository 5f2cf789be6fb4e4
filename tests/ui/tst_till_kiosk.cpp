// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedPairing.h"
#include "tests/support/WholeTill.h"

#include <QFileDialog>
#include <QSignalSpy>

using namespace std::chrono_literals;
using Item = SettingsView::Item;
using Step = SettingsView::Step;

/// The whole till in a kiosk: its window is not closed but by a supervisor; and a till that has yet to join its shop.
class TillKioskTest : public QObject
{
    Q_OBJECT

    struct Elsewhere
    {
        ScriptedJoinDesk servers;
    };
    struct Rig : Elsewhere, WholeTill
    {
        explicit Rig(bool kiosk, const std::optional<ServerPlace> &toJoin = {})
            : WholeTill(true, supervisor(), at(kiosk, toJoin))
        {
            till->showWindow();
            till->start();
        }
        bool asksPin() const { return step() == Step::Supervisor && view().office.settings.leavingKiosk; }
        void sign(const QString &digits)
        {
            if (!QTest::qWaitFor([this] { return !view().office.supervisor.people.isEmpty(); }, patienceMs))
                qFatal("nobody may sign");
            type(digits);
            clock.advance(300ms);
        }

    private:
        Till::Server at(bool kiosk, const std::optional<ServerPlace> &toJoin)
        {
            Till::Server at{QUrl(), {}};
            at.reach = {{"https://a"}, false};
            at.join = &servers;
            at.kiosk = kiosk;
            at.toJoin = toJoin;
            return at;
        }
    };

private slots:
    void elsewhereTheWindowSimplyCloses()
    {
        Rig rig(false);
        QVERIFY(!rig.till->window().isFullScreen());
        QVERIFY(rig.till->window().close());
    }
    void theWindowAsksASupervisorBeforeItCloses()
    {
        Rig rig(true);
        QSignalSpy left(rig.till.get(), &Till::leaveSigned);
        QVERIFY(rig.till->window().isFullScreen());
        QVERIFY(!rig.till->window().close());
        QVERIFY(rig.till->window().isVisible() && rig.asksPin());
        rig.sign("135791");
        QTRY_COMPARE(rig.view().office.supervisor.say, LockView::Say::WrongPin);
        QCOMPARE(left.size(), 0);
        rig.sign("135790");
        QTRY_COMPARE(left.size(), 1);
    }
    void thePaymentGoesOnBehindTheQuestion()
    {
        Rig rig(true);
        rig.type("12.5");
        rig.key(Qt::Key_Return, "\r");
        QTRY_COMPARE(rig.view().state, PayState::Waiting);
        (void)rig.till->window().close();
        QVERIFY(rig.asksPin());
        QCOMPARE(rig.view().state, PayState::Waiting);
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_Escape);
        QCOMPARE(rig.view().office.page, OfficeView::Page::None);
        QCOMPARE(rig.view().state, PayState::Waiting); // Esc has cancelled nothing
    }
    void aLockedTillDoesNotEvenAsk()
    {
        Rig rig(true);
        QTRY_VERIFY(rig.server.requests.size() > 0);
        rig.key(Qt::Key_F8);
        QTRY_VERIFY(rig.view().lock.locked);
        QVERIFY(!rig.till->window().close());
        QCOMPARE(rig.view().office.page, OfficeView::Page::None);
        QVERIFY(rig.view().lock.locked && rig.till->window().isVisible());
    }
    void theButtonIsInTheSettings()
    {
        Rig rig(true);
        rig.press(Item::LeaveKiosk, 7);
        QVERIFY(rig.asksPin());
    }
    void aFileDialogLeadsToFilesAlone()
    {
        Rig rig(true);
        rig.press(Item::ExportGoods, 6);
        const auto *dialog = rig.till->window().findChild<QFileDialog *>("goodsFileDialog");
        QVERIFY(dialog);
        QVERIFY(dialog->testOption(QFileDialog::DontUseNativeDialog) && dialog->testOption(QFileDialog::ReadOnly));
    }
    void aTillOfAShopThatItHasNotJoinedAsksForTheCode()
    {
        const CertificatePin pin = ScriptedJoinDesk::pin('a');
        Rig rig(false, ServerPlace(QUrl("https://shop.local:8443"), pin));
        QCOMPARE(rig.step(), Step::Join);
        const auto &join = [&rig]() -> const JoinView & { return rig.view().office.settings.join; };
        QCOMPARE(join().address, QString("https://shop.local:8443"));
        QVERIFY(rig.servers.looks.asked.isEmpty()); // a person says when
        rig.key(Qt::Key_Return);
        rig.servers.looks.answer(SeenServer{ScriptedJoinDesk::pin('b'), true});
        QTRY_COMPARE(join().say, JoinView::Say::OtherCertificate); // whoever vouches for it
        QCOMPARE(join().step, JoinView::Step::Address);
        rig.key(Qt::Key_Return);
        rig.servers.looks.answer(SeenServer{pin, true});
        QTRY_COMPARE(join().step, JoinView::Step::Code); // the shop has compared it
        rig.type("7k3m q9xd");
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.servers.asked.size(), 1);
        QCOMPARE(rig.servers.asked[0][0], QString("https://shop.local:8443"));
        QCOMPARE(rig.servers.asked[0][1], QString(64, u'a')); // and it stays pinned
    }
    void withoutAFingerprintAPersonCompares()
    {
        Rig rig(false, ServerPlace(QUrl("https://shop.local:8443")));
        QCOMPARE(rig.step(), Step::Join);
        rig.key(Qt::Key_Return);
        rig.servers.looks.answer(SeenServer{ScriptedJoinDesk::pin('b'), false});
        QTRY_COMPARE(rig.view().office.settings.join.step, JoinView::Step::Certificate);
    }
};

QTEST_MAIN(TillKioskTest)
#include "tst_till_kiosk.moc"

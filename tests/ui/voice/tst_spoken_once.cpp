// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"
#include "tests/ui/voice/SpeakerRig.h"

using namespace std::chrono_literals;

/// A sale is told of once, whatever happens to the till: from the way through a sale to the loudspeaker.
class SpokenOnceTest : public QObject
{
    Q_OBJECT

    /// To be called after each start.
    static void wire(TillRig &till, SpeakerRig &rig)
    {
        QObject::connect(till.flow.get(), &SaleFlow::announce, &rig.speaker,
                         [&rig](Money amount, bool training, const QString &, bool parked) {
                             rig.speaker.paid({.amount = amount, .training = training, .parked = parked});
                         });
        QObject::connect(till.flow.get(), &SaleFlow::attentionSound, &rig.speaker, &Speaker::attention);
    }
    static void listen(SpeakerRig &rig)
    {
        for (int i = 0; i < 8; ++i) {
            rig.clock.advance(1s);
            for (const auto &phrase : rig.phrases()) {
                if (phrase.sounds)
                    rig.output.end(phrase.number);
            }
        }
    }

private slots:
    void howeverOftenItIsHeard()
    {
        TillRig till;
        SpeakerRig rig;
        wire(till, rig);
        till.bringUpCode();
        const Order paid = till.order(TradeState::Success, 3);
        till.desk->push(paid);
        QCOMPARE(rig.output.played.size(), 1); // the sound: in the moment of the news
        till.desk->push(paid);
        till.pass(10s);
        till.desk->push(paid);
        listen(rig);
        QCOMPARE(rig.phrases().size(), 1);
        QVERIFY(rig.heard(0, {.amount = *Money::fromFen(1250), .training = true}));
        QCOMPARE(rig.output.played.size(), 2);
    }
    void andNotAgainAfterAPowerCut()
    {
        TillRig till;
        SpeakerRig rig;
        wire(till, rig);
        till.bringUpCode();
        const Order paid = till.order(TradeState::Success, 3);
        till.desk->push(paid);
        listen(rig);
        QCOMPARE(rig.phrases().size(), 1);
        till.powerCut();
        wire(till, rig);
        till.desk->push(paid);
        listen(rig);
        QCOMPARE(rig.phrases().size(), 1);
    }
    void orOnceAfterItWhenItWasNotHeardBefore()
    {
        TillRig till;
        SpeakerRig rig;
        till.bringUpCode();
        const Order paid = till.order(TradeState::Success, 3);
        till.powerCut(); // before anybody knew
        wire(till, rig);
        till.desk->answer("order", paid);
        listen(rig);
        till.desk->push(paid);
        listen(rig);
        QCOMPARE(rig.phrases().size(), 1);
    }
    void aParkedOneIsToldAsTheLastSale()
    {
        TillRig till;
        SpeakerRig rig;
        wire(till, rig);
        till.bringUpCode();
        const auto parked = till.desk->last("place");
        till.cancelTwice();
        till.pass(10s);
        till.desk->push(till.order(parked.number, parked.amount, TradeState::Success, 3));
        listen(rig);
        QCOMPARE(rig.phrases().size(), 1);
        QVERIFY(rig.heard(0, {.amount = parked.amount, .training = true, .parked = true}));
    }
    void aParkedOneIsNotToldAgainAfterAPowerCut()
    {
        TillRig till;
        SpeakerRig rig;
        till.bringUpCode();
        const auto parked = till.desk->last("place");
        till.cancelTwice();
        till.pass(10s);
        QVERIFY(till.journal->announced(parked.number)); // the power went before its end was written down
        till.powerCut();
        wire(till, rig);
        till.desk->answer("close", till.order(parked.number, parked.amount, TradeState::Success, 3));
        listen(rig);
        QCOMPARE(rig.output.played.size(), 0);
    }
    void oddMoneyCallsAndIsNotTold()
    {
        TillRig till;
        SpeakerRig rig;
        wire(till, rig);
        till.bringUpCode();
        Order odd = till.order(TradeState::Success, 3);
        odd.total = *Money::fromFen(999);
        till.desk->push(odd);
        listen(rig);
        QCOMPARE(till.state(), PayState::CallManager);
        QCOMPARE(rig.phrases().size(), 0);
        QCOMPARE(rig.output.played.size(), 1);
        SpeakerRig other;
        other.speaker.attention();
        QCOMPARE(rig.output.played[0].pcm.samples(), other.output.played[0].pcm.samples());
    }
};

QTEST_GUILESS_MAIN(SpokenOnceTest)
#include "tst_spoken_once.moc"

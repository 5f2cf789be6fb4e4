// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

#include <QSignalSpy>

class FlowCasesTest : public QObject
{
    Q_OBJECT
private slots:
    void theStripCountsWhatTheServerTells()
    {
        TillRig rig;
        QCOMPARE(rig.view().strip.cases, 0);
        const QSignalSpy changed(rig.flow.get(), &SaleFlow::changed);
        rig.desk->openCases(3);
        QCOMPARE(rig.view().strip.cases, 3);
        QCOMPARE(changed.size(), 1);
        rig.desk->openCases(0);
        QCOMPARE(rig.view().strip.cases, 0);
    }
    void aCaseStopsNoSale()
    {
        TillRig rig;
        rig.bringUpCode();
        const int screens = rig.screens;
        rig.desk->openCases(1);
        QCOMPARE(rig.state(), PayState::Waiting);
        QCOMPARE(rig.screens, screens);
        rig.desk->push(rig.order(TradeState::Success, 3));
        QCOMPARE(rig.state(), PayState::Paid);
        QCOMPARE(rig.view().strip.cases, 1);
    }
};

QTEST_GUILESS_MAIN(FlowCasesTest)
#include "tst_flow_cases.moc"

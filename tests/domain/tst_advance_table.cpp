// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Advance.h"
#include "tests/support/Orders.h"

#include <QTest>

namespace {

/// The order that each column of the table is about. Its own payment, where there is one, is "420001".
const QStringList orders{"open", "open, wrong amount", "open, foreign", "closed", "closed, late", "paid", "refunded"};

Order orderOf(const QString &column)
{
    Order order = Orders::fresh();
    order.closing = column.startsWith("open");
    if (column.startsWith("closed"))
        order.state = TradeState::Closed;
    if (column == "paid" || column == "refunded") {
        order.state = column == "paid" ? TradeState::Success : TradeState::Refund;
        order.transactionId = "420001";
    }
    if (column.contains(", ")) {
        order.openCase = column.endsWith("amount")    ? CaseKind::AmountMismatch
                         : column.endsWith("foreign") ? CaseKind::Foreign
                                                      : CaseKind::Late;
        order.caseAmount = Orders::fen(77);
    }
    return order;
}

PaymentEvent wordOf(const QString &row)
{
    PaymentEvent seen =
        Orders::payment("T00001", row.contains("wrong") ? 5 : 1990, row.contains("another") ? "420002" : "420001");
    seen.foreign = row.contains("foreign");
    if (row.contains("refunded"))
        seen.state = TradeState::Refund;
    else if (row.contains("unpaid"))
        seen.state = TradeState::NotPay;
    else if (row.contains("closed"))
        seen.state = TradeState::Closed;
    return seen;
}

QString outcome(const Advance &advance)
{
    if (!advance.event)
        return QStringLiteral("-");
    return advance.newCase ? toText(*advance.newCase) : toText(advance.event->type);
}

} // namespace

/// Every word on every order.
class AdvanceTableTest : public QObject
{
    Q_OBJECT
private slots:
    void everyWordOnEveryOrder_data()
    {
        QTest::addColumn<bool>("saleIsPaid");
        QTest::addColumn<QStringList>("outcomes"); // as orders
        const QStringList nothing{"-", "-", "-", "-", "-", "-", "-"};
        const QStringList paid{"SUCCESS", "SUCCESS", "SUCCESS", "late", "late", "-", "-"};
        const QStringList second{"duplicate", "duplicate", "duplicate", "duplicate", "duplicate", "-", "-"};
        const QStringList third(7, "duplicate");
        const QStringList wrong{
            "amount_mismatch", "amount_mismatch", "amount_mismatch", "amount_mismatch", "amount_mismatch", "-", "-"};
        const QStringList another{"SUCCESS", "SUCCESS", "SUCCESS", "late", "late", "duplicate", "duplicate"};
        QTest::newRow("unpaid") << false << nothing;
        QTest::newRow("unpaid foreign") << false << nothing;
        QTest::newRow("closed") << false << QStringList{"CLOSED", "CLOSED", "CLOSED", "-", "-", "-", "-"};
        QTest::newRow("closed foreign") << false << nothing;
        QTest::newRow("paid") << false << paid;
        QTest::newRow("refunded") << false << paid;
        QTest::newRow("paid wrong") << false << wrong;
        QTest::newRow("refunded wrong") << false << wrong;
        QTest::newRow("paid foreign") << false << QStringList(7, "foreign");
        QTest::newRow("paid foreign wrong") << false << QStringList(7, "foreign");
        QTest::newRow("paid another") << false << another;
        QTest::newRow("paid, the sale too") << true << second;
        QTest::newRow("paid wrong, the sale too") << true << second;
        QTest::newRow("paid another, the sale too") << true << third;
        QTest::newRow("paid foreign, the sale too") << true << QStringList(7, "foreign");
        QTest::newRow("closed, the sale too") << true << QStringList{"CLOSED", "CLOSED", "CLOSED", "-", "-", "-", "-"};
    }
    void everyWordOnEveryOrder()
    {
        QFETCH(bool, saleIsPaid);
        QFETCH(QStringList, outcomes);
        const PaymentEvent word = wordOf(QString::fromLatin1(QTest::currentDataTag()));
        QStringList found;
        for (const auto &column : orders)
            found << outcome(advance(orderOf(column), word, Orders::start, saleIsPaid));
        QCOMPARE(found, outcomes);
    }
    void anEventIsTheNextOneAndNothingElseChangesAnything()
    {
        for (const auto &column : orders) {
            const Order before = orderOf(column);
            const Advance said = advance(before, wordOf("paid"), Orders::start);
            QCOMPARE(said.order.seq, before.seq + (said.event ? 1 : 0));
            QVERIFY(!said.event || said.event->seq == said.order.seq);
            QCOMPARE(said.order.openCase, said.newCase ? said.newCase : before.openCase);
            QVERIFY(!before.isPaid() || said.order.isPaid());
        }
    }
    void aCaseIsKeptOpenBesideThePayment()
    {
        const Advance paid = advance(orderOf("open, wrong amount"), wordOf("paid"), Orders::start);
        QCOMPARE(paid.order.state, TradeState::Success);
        QCOMPARE(paid.order.openCase, CaseKind::AmountMismatch);
        QCOMPARE(paid.order.caseAmount.fen(), 77);
    }
    void aCaseSaysWhatCameAndEndsTheCancel()
    {
        const Advance wrong = advance(orderOf("open"), wordOf("paid wrong"), Orders::start);
        QCOMPARE(wrong.order.caseAmount.fen(), 5);
        QVERIFY(wrong.order.isSettled() && !wrong.order.closing);
    }
    void anotherMerchantsPaymentEndsNothing()
    {
        const Advance foreign = advance(orderOf("open"), wordOf("paid foreign"), Orders::start);
        QCOMPARE(foreign.order.openCase, CaseKind::Foreign);
        QVERIFY(!foreign.order.isSettled() && foreign.order.closing);
        // It does not hide what is already to be decided.
        const Advance second = advance(orderOf("open, wrong amount"), wordOf("paid foreign"), Orders::start);
        QCOMPARE(second.order.openCase, CaseKind::AmountMismatch);
        QVERIFY(second.order.isSettled());
    }
};

QTEST_GUILESS_MAIN(AdvanceTableTest)
#include "tst_advance_table.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/DurationCounts.h"
#include "server/ops/Metrics.h"
#include "server/ops/NotifyFigures.h"
#include "server/ops/OrderFigures.h"
#include "server/ops/ProcessFigures.h"
#include "server/ops/ProviderFigures.h"
#include "tests/ops/Promtool.h"
#include "tests/support/Orders.h"

#include <QTest>

using namespace std::chrono_literals;

/// Figures as Prometheus reads them.
class MetricsTest : public QObject
{
    Q_OBJECT

    /// The value of the line that begins so; -1: there is none.
    static double valueOf(const Metrics &metrics, const QByteArray &series)
    {
        for (const auto &line : metrics.text().split('\n')) {
            if (line.startsWith(series + ' '))
                return line.mid(series.size() + 1).toDouble();
        }
        return -1;
    }

private slots:
    void countsAndAsks()
    {
        Metrics metrics;
        const auto sales = metrics.counter("scantill_sales_total", "Sales.", {{"tender", "cash"}});
        sales.add();
        metrics.counter("scantill_sales_total", "Sales.", {{"tender", "cash"}}).add(); // the same one
        double open = 3;
        metrics.ask(Metrics::Kind::Gauge, "scantill_open", "Open.", [&open] { return open; });
        metrics.ask(Metrics::Kind::Gauge, "scantill_unknown", "Not known.", [] { return QList<Metrics::Sample>(); });
        QCOMPARE(valueOf(metrics, "scantill_sales_total{tender=\"cash\"}"), 2.0);
        QCOMPARE(valueOf(metrics, "scantill_open"), 3.0);
        open = 4;
        QCOMPARE(valueOf(metrics, "scantill_open"), 4.0);
        QVERIFY(!metrics.text().contains("scantill_unknown")); // rather than a number that is none
    }
    void spansAreSummedUpByTheirBounds()
    {
        Metrics metrics;
        DurationCounts commits;
        metrics.ask("scantill_commit_seconds", "Commits.", commits);
        for (const auto took : std::initializer_list<std::chrono::nanoseconds>{100us, 250us, 251us, 7s})
            commits.add(took);
        QCOMPARE(valueOf(metrics, "scantill_commit_seconds_bucket{le=\"0.00025\"}"), 2.0);
        QCOMPARE(valueOf(metrics, "scantill_commit_seconds_bucket{le=\"0.0005\"}"), 3.0);
        QCOMPARE(valueOf(metrics, "scantill_commit_seconds_bucket{le=\"5\"}"), 3.0);
        QCOMPARE(valueOf(metrics, "scantill_commit_seconds_bucket{le=\"+Inf\"}"), 4.0);
        QCOMPARE(valueOf(metrics, "scantill_commit_seconds_count"), 4.0);
        QCOMPARE(qRound(valueOf(metrics, "scantill_commit_seconds_sum") * 1e6), 7'000'601);
    }
    void ofAnOrder()
    {
        Metrics metrics;
        const OrderFigures figures(metrics);
        Order order = Orders::fresh();
        figures.happened(order, {.type = EventType::Created});
        order.tender = Tender::Cash;
        figures.happened(order, {.type = EventType::Created});
        figures.happened(order, {.type = EventType::Success, .source = "till"});
        figures.happened(order, {.type = EventType::Success, .source = "notify"});
        figures.happened(order, {.type = EventType::Success, .source = "somebody"}); // no label of the moment
        figures.happened(order, {.type = EventType::Refund, .detail = {{"status", "SUCCESS"}}});
        figures.caseOpened(CaseKind::Late);
        QCOMPARE(valueOf(metrics, "scantill_orders_created_total{tender=\"wechatpay\"}"), 1.0);
        QCOMPARE(valueOf(metrics, "scantill_orders_created_total{tender=\"cash\"}"), 1.0);
        QCOMPARE(valueOf(metrics, "scantill_payments_settled_total{witness=\"notify\"}"), 1.0);
        QCOMPARE(valueOf(metrics, "scantill_payments_settled_total{witness=\"till\"}"), 1.0);
        QCOMPARE(valueOf(metrics, "scantill_payments_settled_total{witness=\"query\"}"), 0.0);
        QCOMPARE(valueOf(metrics, "scantill_refund_steps_total{status=\"success\"}"), 1.0);
        QCOMPARE(valueOf(metrics, "scantill_cases_opened_total{kind=\"late\"}"), 1.0);
        QVERIFY(!metrics.text().contains("somebody"));
    }
    void ofANotification()
    {
        Metrics metrics;
        NotifyFigures figures(metrics);
        const NotifyFigures::Moment then{};
        figures.verified("A", then);
        figures.verified("B", then);
        figures.pushed("A", then + 3ms);
        figures.pushed("A", then + 9ms); // a second till that is told of it
        figures.ended("A", NotifyFigures::Outcome::Verified);
        figures.ended("B", NotifyFigures::Outcome::Verified); // nobody waited
        figures.pushed("B", then + 1h); // for another reason
        QCOMPARE(valueOf(metrics, "scantill_notify_to_push_seconds_count"), 1.0);
        QCOMPARE(valueOf(metrics, "scantill_notify_to_push_seconds_sum"), 0.003);
        QCOMPARE(valueOf(metrics, "scantill_notifications_total{outcome=\"verified\"}"), 2.0);
        figures.ended(NotifyFigures::Outcome::StoreFailure);
        QCOMPARE(valueOf(metrics, "scantill_notifications_total{outcome=\"store_failure\"}"), 1.0);
    }
    void ofACallToWeChatPay()
    {
        Metrics metrics;
        const ProviderFigures figures(metrics);
        figures.ended("query", {}, 40ms);
        figures.ended("query", ErrorCode::Unknown, 20s);
        figures.ended("nonsense", {}, 1ms);
        QCOMPARE(valueOf(metrics, "scantill_provider_calls_total{call=\"query\",result=\"ok\"}"), 1.0);
        QCOMPARE(valueOf(metrics, "scantill_provider_calls_total{call=\"query\",result=\"no_answer\"}"), 1.0);
        QCOMPARE(valueOf(metrics, "scantill_provider_call_seconds_bucket{call=\"query\",le=\"0.05\"}"), 1.0);
        QCOMPARE(valueOf(metrics, "scantill_provider_call_seconds_sum{call=\"query\"}"), 20.04);
        QVERIFY(!metrics.text().contains("nonsense"));
        // What never got there tells nothing of whether it answers.
        QVERIFY(!ProviderFigures::answered(ErrorCode::Busy));
        QCOMPARE(ProviderFigures::answered(ErrorCode::ProviderRefused), std::optional(true));
        QCOMPARE(ProviderFigures::answered(ErrorCode::Unknown), std::optional(false));
    }
    void ofThisProcess()
    {
        QVERIFY(*ProcessFigures::cpuSeconds() > 0);
        QVERIFY(*ProcessFigures::residentBytes() > 1e6 && *ProcessFigures::residentBytes() < 1e10);
        QVERIFY(*ProcessFigures::virtualBytes() > *ProcessFigures::residentBytes());
        QVERIFY(*ProcessFigures::openFiles() >= 3 && *ProcessFigures::openFiles() <= *ProcessFigures::mostOpenFiles());
        const double now = double(QDateTime::currentSecsSinceEpoch());
        QVERIFY(*ProcessFigures::startedAt() <= now + 2 && *ProcessFigures::startedAt() > now - 3600);
    }
    void prometheusHasNothingAgainstThem()
    {
        if (Promtool::program().isEmpty())
            QSKIP("there is no promtool; ./dev test fetches it");
        Metrics metrics;
        const OrderFigures orders(metrics);
        const NotifyFigures notifications(metrics);
        const ProviderFigures provider(metrics);
        DurationCounts commits;
        commits.add(1ms);
        metrics.ask("scantill_store_commit_seconds", "Commits.", commits);
        QCOMPARE(Promtool::faultsIn(metrics.text()), QByteArray());
        (void)metrics.counter("scantill_badly_named", "No counter is named so.");
        QVERIFY(Promtool::faultsIn(metrics.text()).contains("scantill_badly_named")); // it does look
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"

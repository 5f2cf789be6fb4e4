// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/Metrics.h"

#include "server/domain/DurationCounts.h"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace {

std::map<std::string, std::string> labelMap(const Metrics::Labels &labels)
{
    std::map<std::string, std::string> map;
    for (const auto &[name, value] : labels)
        map.emplace(name.toStdString(), value.toStdString());
    return map;
}

prometheus::ClientMetric metricOf(prometheus::MetricType type, const Metrics::Sample &sample)
{
    prometheus::ClientMetric metric;
    for (const auto &[name, value] : sample.labels)
        metric.label.push_back({name.toStdString(), value.toStdString()});
    (type == prometheus::MetricType::Counter ? metric.counter.value : metric.gauge.value) = sample.value;
    return metric;
}

prometheus::ClientMetric metricOf(const DurationCounts &counts)
{
    const auto reading = counts.read();
    prometheus::ClientMetric metric;
    std::uint64_t sum = 0;
    for (size_t i = 0; i < reading.counts.size(); ++i) {
        sum += std::uint64_t(reading.counts[i]);
        const double bound = i < DurationCounts::bounds.size() ? double(DurationCounts::bounds[i]) / 1e6
                                                               : std::numeric_limits<double>::infinity();
        metric.histogram.bucket.push_back({sum, bound});
    }
    metric.histogram.sample_count = sum;
    metric.histogram.sample_sum = double(reading.sumNs) / 1e9;
    return metric;
}

} // namespace

struct Metrics::Private
{
    prometheus::Registry registry;
    std::vector<std::function<prometheus::MetricFamily()>> asked;
};

void Metrics::Counter::add() const
{
    m_counter->Increment();
}

void Metrics::Histogram::observe(double seconds) const
{
    m_histogram->Observe(seconds);
}

Metrics::Metrics() : d(std::make_unique<Private>()) {}
Metrics::~Metrics() = default;

Metrics::Counter Metrics::counter(const char *name, const char *help, const Labels &labels)
{
    auto &family = prometheus::BuildCounter().Name(name).Help(help).Register(d->registry);
    return Counter(family.Add(labelMap(labels)));
}

Metrics::Histogram Metrics::histogram(const char *name, const char *help, const Labels &labels,
                                      const std::vector<double> &bounds)
{
    auto &family = prometheus::BuildHistogram().Name(name).Help(help).Register(d->registry);
    return Histogram(family.Add(labelMap(labels), bounds));
}

void Metrics::ask(Kind kind, const char *name, const char *help, std::function<QList<Sample>()> samples)
{
    const auto type = kind == Kind::Counter ? prometheus::MetricType::Counter : prometheus::MetricType::Gauge;
    d->asked.emplace_back([name, help, type, samples = std::move(samples)] {
        prometheus::MetricFamily family{name, help, type, {}};
        for (const auto &sample : samples())
            family.metric.push_back(metricOf(type, sample));
        return family;
    });
}

void Metrics::ask(Kind kind, const char *name, const char *help, std::function<double()> value)
{
    ask(kind, name, help, [value = std::move(value)] { return QList<Sample>{{{}, value()}}; });
}

void Metrics::ask(const char *name, const char *help, const DurationCounts &counts)
{
    d->asked.emplace_back([name, help, &counts] {
        return prometheus::MetricFamily{name, help, prometheus::MetricType::Histogram, {metricOf(counts)}};
    });
}

QByteArray Metrics::text() const
{
    auto families = d->registry.Collect();
    for (const auto &asked : d->asked) {
        if (auto family = asked(); !family.metric.empty())
            families.push_back(std::move(family));
    }
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(families));
}

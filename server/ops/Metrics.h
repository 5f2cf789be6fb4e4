// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class DurationCounts;
namespace prometheus {
class Counter;
class Histogram;
} // namespace prometheus

/// Figures for Prometheus, in its text format 0.0.4: counted as things happen, or asked for when it asks. The only
/// user of prometheus-cpp. Names follow Prometheus's own rules (promtool checks them in the tests); a label has few
/// values, all known beforehand: never a number, a peer or a person.
class Metrics
{
public:
    using Labels = QList<std::pair<QString, QString>>; ///< names and values
    struct Sample
    {
        Labels labels;
        double value = 0;
    };
    enum class Kind { Counter, Gauge };

    /// Adding costs a few nanoseconds.
    class Counter
    {
    public:
        void add() const;

    private:
        friend class Metrics;
        explicit Counter(prometheus::Counter &counter) : m_counter(&counter) {}
        prometheus::Counter *m_counter;
    };
    class Histogram
    {
    public:
        void observe(double seconds) const;

    private:
        friend class Metrics;
        explicit Histogram(prometheus::Histogram &histogram) : m_histogram(&histogram) {}
        prometheus::Histogram *m_histogram;
    };

    Metrics();
    ~Metrics();
    Metrics(const Metrics &) = delete;
    Metrics &operator=(const Metrics &) = delete;

    /// The same name and labels again name the same one. bounds: of the buckets, in seconds.
    Counter counter(const char *name, const char *help, const Labels &labels = {});
    Histogram histogram(const char *name, const char *help, const Labels &labels, const std::vector<double> &bounds);
    /// Asked at each text(); no samples: it is left out.
    void ask(Kind kind, const char *name, const char *help, std::function<QList<Sample>()> samples);
    void ask(Kind kind, const char *name, const char *help, std::function<double()> value);
    /// In seconds; counts lives as long as this.
    void ask(const char *name, const char *help, const DurationCounts &counts);

    /// One sample, or none where nothing is known.
    static QList<Sample> maybe(std::optional<double> value)
    {
        return value ? QList<Sample>{{{}, *value}} : QList<Sample>();
    }

    QByteArray text() const;
    static QByteArray contentType() { return "text/plain; version=0.0.4; charset=utf-8"; }

private:
    struct Private;
    std::unique_ptr<Private> d;
};

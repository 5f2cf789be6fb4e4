// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/HttpFigures.h"

#include "server/http/HttpListener.h"

namespace {

using Kind = Metrics::Kind;

/// Why a request was refused, in a word; nothing for an answer that refuses nothing.
const char *reasonOf(int status)
{
    static constexpr std::pair<int, const char *> reasons[] = {
        {400, "malformed"},     {401, "unauthorized"},    {403, "forbidden"},        {404, "not_found"},
        {405, "method"},        {408, "too_slow"},        {409, "conflict"},         {411, "no_length"},
        {413, "body_too_long"}, {415, "media_type"},      {426, "not_a_web_socket"}, {429, "too_often"},
        {431, "head_too_long"}, {500, "server_failure"},  {501, "method_unknown"},   {502, "provider_refused"},
        {503, "busy"},          {504, "provider_silent"},
    };
    for (const auto &[code, reason] : reasons) {
        if (code == status)
            return reason;
    }
    return status < 400 ? nullptr : "other";
}

QList<Metrics::Sample> samplesOf(const char *label, const QMap<QString, qint64> &counts)
{
    QList<Metrics::Sample> samples;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        samples.append({{{QString::fromLatin1(label), count.key()}}, double(count.value())});
    return samples;
}

QMap<QString, qint64> refusals(const HttpFigures::Named &listeners)
{
    QMap<QString, qint64> all;
    for (const auto &[name, http] : listeners) {
        for (auto reply = http->replyCounts().begin(); reply != http->replyCounts().end(); ++reply) {
            if (const char *reason = reasonOf(reply.key()))
                all[QString::fromLatin1(reason)] += reply.value();
        }
        all[QStringLiteral("too_many_connections")] += http->turnedAwayCount();
    }
    return all;
}

} // namespace

void HttpFigures::addTo(Metrics &metrics, const Named &listeners)
{
    metrics.ask(Kind::Gauge, "scantill_http_connections", "Open connections, WebSockets too, by listener.",
                [listeners] {
                    QList<Metrics::Sample> samples;
                    for (const auto &[name, http] : listeners)
                        samples.append({{{"listener", name}}, double(http->connectionCount())});
                    return samples;
                });
    metrics.ask(Kind::Counter, "scantill_http_replies_total", "Answers, by their status.", [listeners] {
        QMap<QString, qint64> all;
        for (const auto &[name, http] : listeners) {
            for (auto reply = http->replyCounts().begin(); reply != http->replyCounts().end(); ++reply)
                all[QString::number(reply.key())] += reply.value();
        }
        return samplesOf("code", all);
    });
    metrics.ask(Kind::Counter, "scantill_http_refused_total", "Requests and connections that were refused, by why.",
                [listeners] { return samplesOf("reason", refusals(listeners)); });
}

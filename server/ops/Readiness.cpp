// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/Readiness.h"

QFuture<HttpReply> Readiness::answer()
{
    QList<QFuture<PartState>> looks;
    QStringList names;
    for (const auto &[name, look] : std::as_const(m_parts)) {
        names.append(name);
        looks.append(look());
    }
    return QtFuture::whenAll(looks.begin(), looks.end()).then(this, [names](const QList<QFuture<PartState>> &states) {
        bool isReady = true;
        QJsonObject parts;
        for (qsizetype i = 0; i < states.size(); ++i) {
            const PartState state =
                states[i].resultCount() > 0 ? states[i].result() : PartState{false, QStringLiteral("no_answer")};
            isReady = isReady && state.isReady;
            QJsonObject part = state.more;
            part[QLatin1String("ready")] = state.isReady;
            part[QLatin1String("state")] = state.state;
            parts[names[i]] = part;
        }
        return HttpReply::json(isReady ? 200 : 503, {{"ready", isReady}, {"parts", parts}});
    });
}

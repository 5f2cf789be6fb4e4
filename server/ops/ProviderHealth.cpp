// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/ProviderHealth.h"

#include "server/domain/Clock.h"

void ProviderHealth::heard(bool answered)
{
    m_lastCallMs = m_clock.steadyMs();
    m_silences = answered ? 0 : m_silences + 1;
    if (answered)
        m_lastAnswer = m_clock.now();
}

PartState ProviderHealth::look() const
{
    if (!m_lastCallMs)
        return {true, QStringLiteral("never_asked")};
    QJsonObject more;
    more[QLatin1String("last_answer")] =
        m_lastAnswer.isValid() ? QJsonValue(m_lastAnswer.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
    if (m_clock.steadyMs() - *m_lastCallMs > lately.count())
        return {true, QStringLiteral("not_asked_lately"), more};
    if (m_silences >= silencesThatCount)
        return {false, QStringLiteral("silent"), more};
    return {true, m_lastAnswer.isValid() ? QStringLiteral("answered") : QStringLiteral("no_answer_yet"), more};
}

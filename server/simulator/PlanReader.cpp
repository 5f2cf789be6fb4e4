// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/PlanReader.h"

void PlanReader::number(const char *name, double least, double most, double &into)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return;
    if (!value.isDouble() || value.toDouble() < least || value.toDouble() > most)
        complain(name);
    else
        into = value.toDouble();
}

void PlanReader::boolean(const char *name, bool &into)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isBool())
        complain(name);
    into = value.toBool(into);
}

void PlanReader::span(const char *name, qint64 mostMs, std::array<std::chrono::milliseconds, 2> &into)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return;
    const qint64 from = value.toArray().at(0).toInteger(-1);
    const qint64 to = value.toArray().at(1).toInteger(-1);
    if (value.toArray().size() != 2 || from < 0 || to < from || to > mostMs)
        complain(name);
    else
        into = {std::chrono::milliseconds(from), std::chrono::milliseconds(to)};
}

QJsonObject PlanReader::object(const char *name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isObject())
        complain(name);
    return value.toObject();
}

Result<void> PlanReader::end() const
{
    const QString wrong = !m_wrong.isEmpty() ? m_wrong : m_json.isEmpty() ? QString() : m_json.begin().key();
    if (wrong.isEmpty())
        return {};
    return Error{ErrorCode::InvalidInput, QStringLiteral("unknown or impossible: %1%2").arg(m_prefix, wrong)};
}

QJsonValue PlanReader::take(const char *name)
{
    return m_json.contains(QLatin1String(name)) ? m_json.take(QLatin1String(name)) : QJsonValue(QJsonValue::Undefined);
}

void PlanReader::complain(const char *name)
{
    if (m_wrong.isEmpty())
        m_wrong = QLatin1String(name);
}

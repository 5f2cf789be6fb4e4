// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/Faults.h"

#include <QJsonArray>

namespace {

constexpr double largestScale = 100;

/// Reads the members it is asked for and remembers the first one that is wrong, and which names it knows.
class Reader
{
public:
    Reader(QJsonObject json, QString prefix) : m_json(std::move(json)), m_prefix(std::move(prefix)) {}

    void number(const char *name, double least, double most, double &into)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined())
            return;
        if (!value.isDouble() || value.toDouble() < least || value.toDouble() > most)
            complain(name);
        else
            into = value.toDouble();
    }
    template <class Integer> void integer(const char *name, qint64 least, qint64 most, Integer &into)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined())
            return;
        if (value.toInteger(least - 1) < least || value.toInteger() > most)
            complain(name);
        else
            into = Integer(value.toInteger());
    }
    void boolean(const char *name, bool &into)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isBool())
            complain(name);
        into = value.toBool(into);
    }
    void span(const char *name, FaultPlan::Span &into)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined())
            return;
        const qint64 from = value.toArray().at(0).toInteger(-1);
        const qint64 to = value.toArray().at(1).toInteger(-1);
        if (value.toArray().size() != 2 || from < 0 || to < from || to > FaultPlan::longestDelayMs)
            complain(name);
        else
            into = {std::chrono::milliseconds(from), std::chrono::milliseconds(to)};
    }
    QJsonObject object(const char *name)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isObject())
            complain(name);
        return value.toObject();
    }
    /// Whatever nobody asked for is a slip of the pen that would otherwise stay unseen.
    Result<void> end() const
    {
        const QString wrong = !m_wrong.isEmpty() ? m_wrong : m_json.isEmpty() ? QString() : m_json.begin().key();
        if (wrong.isEmpty())
            return {};
        return Error{ErrorCode::InvalidInput, QStringLiteral("unknown or impossible: %1%2").arg(m_prefix, wrong)};
    }

private:
    QJsonValue take(const char *name)
    {
        return m_json.contains(QLatin1String(name)) ? m_json.take(QLatin1String(name))
                                                    : QJsonValue(QJsonValue::Undefined);
    }
    void complain(const char *name)
    {
        if (m_wrong.isEmpty())
            m_wrong = QLatin1String(name);
    }

    QJsonObject m_json;
    QString m_prefix;
    QString m_wrong;
};

} // namespace

Result<FaultPlan> FaultPlan::fromJson(const QJsonObject &json)
{
    FaultPlan plan;
    Reader all(json, {});
    Reader notify(all.object("notify"), QStringLiteral("notify."));
    notify.number("drop", 0, 1, plan.notifyDrop);
    notify.number("duplicate", 0, 1, plan.notifyDuplicate);
    notify.number("corrupt", 0, 1, plan.notifyCorrupt);
    notify.span("delay_ms", plan.notifyDelay);
    notify.boolean("reorder", plan.notifyReorder);
    Reader api(all.object("api"), QStringLiteral("api."));
    api.number("error_rate", 0, 1, plan.apiErrorRate);
    api.integer("status", 400, 599, plan.apiErrorStatus);
    api.number("lose_reply", 0, 1, plan.apiLoseReply);
    api.span("delay_ms", plan.apiDelay);
    all.number("schedule_scale", 0, largestScale, plan.scheduleScale);
    all.integer("seed", 0, std::numeric_limits<qint64>::max(), plan.seed);
    for (const auto &reader : {all, notify, api}) {
        if (const auto ended = reader.end(); !ended)
            return ended.error();
    }
    return plan;
}

void Faults::set(const FaultPlan &plan)
{
    m_plan = plan;
    m_dice.seed(plan.seed);
}

bool Faults::happens(double chance)
{
    if (chance <= 0)
        return false; // a plan without this fault must not use up a throw of the dice
    constexpr double steps = 9007199254740992.0; // 2^53, all that a double tells apart between 0 and 1
    return double(m_dice() >> 11) / steps < chance;
}

std::chrono::milliseconds Faults::within(const FaultPlan::Span &span)
{
    const auto width = quint64((span[1] - span[0]).count());
    return width == 0 ? span[0] : span[0] + std::chrono::milliseconds(m_dice() % (width + 1));
}

CorruptKind Faults::drawCorruption()
{
    return happens(m_plan.notifyCorrupt) ? CorruptKind(1 + m_dice() % 4) : CorruptKind::None;
}

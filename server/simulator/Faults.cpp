// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/Faults.h"

#include "server/simulator/PlanReader.h"

namespace {

constexpr double largestScale = 100;

constexpr std::array<std::pair<const char *, CorruptKind>, 4> corruptNames{{
    {"bad_signature", CorruptKind::BadSignature},
    {"tampered_ciphertext", CorruptKind::TamperedCiphertext},
    {"stale_timestamp", CorruptKind::StaleTimestamp},
    {"signature_probe", CorruptKind::SignatureProbe},
}};

constexpr std::array<std::pair<const char *, RefundStatus>, 3> outcomeNames{{
    {"SUCCESS", RefundStatus::Success},
    {"ABNORMAL", RefundStatus::Abnormal},
    {"CLOSED", RefundStatus::Closed},
}};

PlanReader notifyPart(PlanReader &all, FaultPlan &plan)
{
    PlanReader notify(all.object("notify"), QStringLiteral("notify."));
    notify.number("drop", 0, 1, plan.notifyDrop);
    notify.number("lose", 0, 1, plan.notifyLose);
    notify.number("duplicate", 0, 1, plan.notifyDuplicate);
    notify.number("corrupt", 0, 1, plan.notifyCorrupt);
    notify.someOf("corrupt_kinds", corruptNames, plan.corruptKinds);
    notify.number("signtest", 0, 1, plan.notifySigntest);
    notify.span("delay_ms", FaultPlan::longestNotifyDelayMs, plan.notifyDelay);
    notify.boolean("reorder", plan.notifyReorder);
    notify.boolean("refund_first", plan.notifyRefundFirst);
    notify.number("wrong_total", 0, 1, plan.wrongTotal);
    notify.number("foreign", 0, 1, plan.foreign);
    notify.number("foreign_currency", 0, 1, plan.foreignCurrency);
    return notify;
}

PlanReader apiPart(PlanReader &all, FaultPlan &plan)
{
    PlanReader api(all.object("api"), QStringLiteral("api."));
    api.number("error_rate", 0, 1, plan.apiErrorRate);
    api.integer("status", 400, 599, plan.apiErrorStatus);
    api.number("lose_reply", 0, 1, plan.apiLoseReply);
    api.number("signtest", 0, 1, plan.apiSigntest);
    api.span("delay_ms", FaultPlan::longestDelayMs, plan.apiDelay);
    return api;
}

PlanReader refundPart(PlanReader &all, FaultPlan &plan)
{
    PlanReader refund(all.object("refund"), QStringLiteral("refund."));
    refund.oneOf("outcome", outcomeNames, plan.refundOutcome);
    refund.integer("after_ms", 0, FaultPlan::longestRefundMs, plan.refundAfterMs);
    refund.number("not_enough", 0, 1, plan.refundNotEnough);
    return refund;
}

} // namespace

const char *toText(CorruptKind kind)
{
    for (const auto &[name, meant] : corruptNames) {
        if (meant == kind)
            return name;
    }
    return "none";
}

Result<FaultPlan> FaultPlan::fromJson(const QJsonObject &json)
{
    FaultPlan plan;
    PlanReader all(json, {});
    const PlanReader notify = notifyPart(all, plan);
    const PlanReader api = apiPart(all, plan);
    const PlanReader refund = refundPart(all, plan);
    all.boolean("pay_after_close", plan.payAfterClose);
    all.boolean("pay_twice", plan.payTwice);
    if (json.contains(QLatin1String("cents")))
        all.boolean("cents", plan.cents.emplace());
    all.number("schedule_scale", 0, largestScale, plan.scheduleScale);
    all.integer("seed", 0, std::numeric_limits<qint64>::max(), plan.seed);
    for (const auto &reader : {all, notify, api, refund}) {
        if (const auto ended = reader.end(); !ended)
            return ended.error();
    }
    return plan;
}

bool FaultPlan::isCalm() const
{
    FaultPlan calm;
    calm.cents = cents;
    calm.scheduleScale = scheduleScale;
    calm.seed = seed;
    return *this == calm;
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
    if (happens(m_plan.notifySigntest))
        return CorruptKind::SignatureProbe;
    if (!happens(m_plan.notifyCorrupt))
        return CorruptKind::None;
    return m_plan.corruptKinds[qsizetype(m_dice() % quint64(m_plan.corruptKinds.size()))];
}

NotifyFate Faults::drawPaymentFate(Money total)
{
    NotifyFate fate = drawRefundFate();
    const BadDay day = dayOf(total);
    fate.lost = fate.lost || day == BadDay::NotifyLost;
    fate.twice = day == BadDay::NotifyTwice;
    fate.probeFirst = day == BadDay::ProbeFirst;
    if (day == BadDay::NotifyLate)
        fate.delay = lateBy;
    return fate;
}

NotifyFate Faults::drawRefundFate()
{
    return {.lost = happens(m_plan.notifyLose), .delay = within(m_plan.notifyDelay)};
}

BadDay Faults::dayOf(Money total) const
{
    const bool count = m_plan.cents.value_or(m_centsByDefault && m_plan.isCalm());
    return count ? badDayOf(total) : BadDay::None;
}

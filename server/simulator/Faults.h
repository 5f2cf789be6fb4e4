// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QJsonObject>
#include <array>
#include <chrono>
#include <random>

/// What goes wrong from now on, as `PUT /sim/faults` says it (api.md, "The simulator"). Chances are 0 to 1.
struct FaultPlan
{
    using Span = std::array<std::chrono::milliseconds, 2>; ///< from, to (including)

    static constexpr qint64 longestDelayMs = 600'000;

    double notifyDrop = 0; ///< a delivery gets lost on its way and counts as failed
    double notifyDuplicate = 0; ///< a delivery goes out twice
    double notifyCorrupt = 0; ///< one of CorruptKind
    Span notifyDelay{};
    bool notifyReorder = false; ///< a notification overtakes the one before it
    double apiErrorRate = 0; ///< answered with apiErrorStatus, and nothing is done
    int apiErrorStatus = 500;
    double apiLoseReply = 0; ///< done, but never answered
    Span apiDelay{}; ///< done at once, answered late
    double scheduleScale = 1; ///< factor on the repetition schedule of notifications
    quint64 seed = 1;

    /// Members left out are as in a plan without faults; unknown or impossible ones are InvalidInput.
    static Result<FaultPlan> fromJson(const QJsonObject &json);
};

enum class CorruptKind { None, BadSignature, TamperedCiphertext, StaleTimestamp, SignatureProbe };

/// A plan and the dice for it: the same seed and the same calls give the same faults.
class Faults
{
public:
    void set(const FaultPlan &plan);
    const FaultPlan &plan() const { return m_plan; }

    bool happens(double chance);
    std::chrono::milliseconds within(const FaultPlan::Span &span);
    CorruptKind drawCorruption();

private:
    FaultPlan m_plan;
    std::mt19937_64 m_dice{1};
};

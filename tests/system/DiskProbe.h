// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

/// The memory that a test shares with disk_probe, the library between a program and its disk: what happened there in
/// which order, and what shall go wrong from now on. Only the files of the books are meant.
struct DiskProbeMemory
{
    static constexpr int64_t mostEvents = 65'536; ///< later ones are counted only

    enum Kind : int32_t { Nothing, Sync, Answer204 };
    struct Event
    {
        std::atomic<int32_t> kind; ///< written last
        int32_t port; ///< Answer204: of the one that was answered
        int64_t beginNs; ///< CLOCK_MONOTONIC, the same in all processes
        int64_t endNs;
    };

    std::atomic<int32_t> writeFails; ///< errno of each write; 0: none fails
    std::atomic<int32_t> syncFails; ///< errno of each sync
    std::atomic<int32_t> openFails; ///< errno of each opening of the books themselves for writing
    std::atomic<int64_t> count;
    Event events[mostEvents];
};

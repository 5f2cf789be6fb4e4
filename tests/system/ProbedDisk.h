// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/Child.h"
#include "tests/system/DiskProbe.h"

#include <QFile>
#include <QTemporaryDir>

/// A program's disk as a test sees it: every sync of the books, and trouble on demand.
class ProbedDisk
{
public:
    /// From the program's next start on.
    explicit ProbedDisk(Child &program) : m_file(m_folder.filePath(QStringLiteral("probe")))
    {
        if (!m_file.open(QIODevice::ReadWrite) || !m_file.resize(sizeof(DiskProbeMemory)))
            qFatal("no memory to share");
        m_memory = reinterpret_cast<DiskProbeMemory *>(m_file.map(0, sizeof(DiskProbeMemory)));
        if (!m_memory)
            qFatal("no memory to share");
        program.setVariable(QStringLiteral("SCANTILL_DISK_PROBE"), m_file.fileName());
        program.setVariable(QStringLiteral("LD_PRELOAD"), QStringLiteral(DISK_PROBE));
    }

    /// What goes wrong from now on; see errno(3), 0: nothing.
    void failWrites(int error) { m_memory->writeFails = error; }
    void failSyncs(int error) { m_memory->syncFails = error; }
    void failOpening(int error) { m_memory->openFails = error; }

    int syncs() const { return count(DiskProbeMemory::Sync); }
    /// When the peer of that port was answered 204, not before a moment; -1: it was not.
    qint64 answeredNs(int port, qint64 notBeforeNs) const
    {
        for (const auto &event : events()) {
            if (event.kind == DiskProbeMemory::Answer204 && event.port == port && event.beginNs >= notBeforeNs)
                return event.beginNs;
        }
        return -1;
    }
    /// A sync began and ended between these moments.
    bool hasSyncWithin(qint64 fromNs, qint64 toNs) const
    {
        const auto all = events();
        return std::any_of(all.begin(), all.end(), [=](const auto &event) {
            return event.kind == DiskProbeMemory::Sync && event.beginNs >= fromNs && event.endNs <= toNs;
        });
    }

private:
    struct Range
    {
        const DiskProbeMemory::Event *first;
        const DiskProbeMemory::Event *last;
        const DiskProbeMemory::Event *begin() const { return first; }
        const DiskProbeMemory::Event *end() const { return last; }
    };
    Range events() const
    {
        const auto count = std::min<qint64>(m_memory->count, DiskProbeMemory::mostEvents);
        return {m_memory->events, m_memory->events + count};
    }
    int count(DiskProbeMemory::Kind kind) const
    {
        const auto all = events();
        return int(std::count_if(all.begin(), all.end(), [kind](const auto &event) { return event.kind == kind; }));
    }

    QTemporaryDir m_folder;
    QFile m_file;
    DiskProbeMemory *m_memory = nullptr;
};

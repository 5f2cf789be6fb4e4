// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Dice.h"
#include "tests/simulation/Power.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <memory>
#include <vector>

/// A disk in memory that knows what has reached the platter. A crash keeps what was synced; of what was written since,
/// each write may be there, be missing, or be there up to some sector. Every write, sync and removal is a point of the
/// machine's power.
class CrashDisk
{
public:
    enum class Outcome { Done, Full, Dead };
    enum class Image { Written, Synced };

    explicit CrashDisk(quint64 seed) : m_dice(seed, "disk") {}

    /// The machine that uses it from now on.
    void plugInto(std::shared_ptr<Power> power) { m_power = std::move(power); }
    bool isOn() const { return m_power && m_power->isOn(); }
    /// While it is full no file grows.
    void setFull(bool full) { m_full = full; }

    bool exists(const QString &name, Image image = Image::Written) const;
    Outcome make(const QString &name);
    Outcome write(const QString &name, qint64 offset, QByteArrayView bytes);
    Outcome truncate(const QString &name, qint64 size);
    Outcome sync(const QString &name);
    Outcome remove(const QString &name);
    /// Fewer bytes than asked for at the end of the file.
    QByteArrayView read(const QString &name, qint64 offset, qint64 count, Image image) const;
    qint64 size(const QString &name, Image image) const;

    /// After the power has gone: what a new start finds.
    void settleAfterCrash();

    /// Syncs so far: what a commit costs, and whether there was one.
    qint64 syncs() const { return m_syncs; }

private:
    struct Change
    {
        qint64 offset = 0; ///< where a write begins, or the new size
        QByteArray bytes;
        bool isTruncation = false;
    };
    struct File
    {
        QByteArray written;
        QByteArray synced;
        std::vector<Change> unsynced;
        bool isDurable = false; ///< its name is on the platter
        bool isRemoved = false; ///< gone for its users; a crash before the next sync may bring it back
    };
    static void apply(QByteArray &image, const Change &change);
    QByteArray afterCrash(const File &file);
    File *find(const QString &name);
    const File *find(const QString &name) const;
    Outcome change(const QString &name, const Change &change);

    Dice m_dice;
    std::shared_ptr<Power> m_power;
    QMap<QString, File> m_files;
    bool m_full = false;
    qint64 m_syncs = 0;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/CrashDisk.h"

namespace {
constexpr qint64 sectorBytes = 512;
}

bool CrashDisk::exists(const QString &name, Image image) const
{
    const auto *file = find(name);
    return file && (image == Image::Written || file->isDurable);
}

CrashDisk::Outcome CrashDisk::make(const QString &name)
{
    if (!m_power->point())
        return Outcome::Dead;
    auto &file = m_files[name];
    if (file.isRemoved)
        file = {};
    return Outcome::Done;
}

CrashDisk::Outcome CrashDisk::write(const QString &name, qint64 offset, QByteArrayView bytes)
{
    if (m_full && offset + bytes.size() > size(name, Image::Written))
        return Outcome::Full;
    return change(name, {offset, bytes.toByteArray(), false});
}

CrashDisk::Outcome CrashDisk::truncate(const QString &name, qint64 size)
{
    return change(name, {size, {}, true});
}

CrashDisk::Outcome CrashDisk::change(const QString &name, const Change &change)
{
    auto *file = find(name);
    if (!file || !isOn())
        return Outcome::Dead;
    // The write in whose midst the power goes may be there in part, so it is kept before the point.
    file->unsynced.push_back(change);
    if (!m_power->point())
        return Outcome::Dead;
    apply(file->written, change);
    return Outcome::Done;
}

CrashDisk::Outcome CrashDisk::sync(const QString &name)
{
    auto *file = find(name);
    if (!file || !m_power->point())
        return Outcome::Dead;
    ++m_syncs;
    for (const auto &change : file->unsynced)
        apply(file->synced, change);
    file->unsynced.clear();
    file->isDurable = true;
    // File systems keep changes of names in order, so one that reaches the platter takes earlier ones along.
    m_files.removeIf([](const auto &entry) { return entry.value().isRemoved; });
    return Outcome::Done;
}

CrashDisk::Outcome CrashDisk::remove(const QString &name)
{
    auto *file = find(name);
    if (!m_power->point())
        return Outcome::Dead;
    if (file)
        file->isRemoved = true;
    return Outcome::Done;
}

QByteArrayView CrashDisk::read(const QString &name, qint64 offset, qint64 count, Image image) const
{
    const auto *file = find(name);
    if (!file)
        return {};
    const QByteArray &bytes = image == Image::Written ? file->written : file->synced;
    if (offset >= bytes.size())
        return {};
    return QByteArrayView(bytes).sliced(offset, std::min<qint64>(count, bytes.size() - offset));
}

qint64 CrashDisk::size(const QString &name, Image image) const
{
    const auto *file = find(name);
    return !file ? 0 : image == Image::Written ? file->written.size() : file->synced.size();
}

void CrashDisk::settleAfterCrash()
{
    for (auto entry = m_files.begin(); entry != m_files.end();) {
        File &file = *entry;
        const bool isThere = (file.isDurable || m_dice.happens(0.5)) && !(file.isRemoved && m_dice.happens(0.5));
        if (!isThere) {
            entry = m_files.erase(entry);
            continue;
        }
        const QByteArray found = afterCrash(file);
        file = {.written = found, .synced = found, .unsynced = {}, .isDurable = true};
        ++entry;
    }
}

QByteArray CrashDisk::afterCrash(const File &file)
{
    QByteArray image = file.synced;
    const double share = double(m_dice.between(0, 2)) / 2; // none, some or all of it got through
    for (Change change : file.unsynced) {
        if (!m_dice.happens(share))
            continue;
        const qint64 sectors = change.bytes.size() / sectorBytes;
        if (sectors > 0 && m_dice.happens(0.3))
            change.bytes.truncate(m_dice.between(0, sectors) * sectorBytes);
        apply(image, change);
    }
    return image;
}

void CrashDisk::apply(QByteArray &image, const Change &change)
{
    if (change.isTruncation)
        return image.truncate(change.offset);
    const qint64 end = change.offset + change.bytes.size();
    if (image.size() < end) {
        image.reserve(std::max<qint64>(end, image.capacity()));
        image.append(end - image.size(), '\0');
    }
    std::copy(change.bytes.begin(), change.bytes.end(), image.data() + change.offset);
}

CrashDisk::File *CrashDisk::find(const QString &name)
{
    const auto found = m_files.find(name);
    return found == m_files.end() || found->isRemoved ? nullptr : &*found;
}

const CrashDisk::File *CrashDisk::find(const QString &name) const
{
    const auto found = m_files.constFind(name);
    return found == m_files.cend() || found->isRemoved ? nullptr : &*found;
}

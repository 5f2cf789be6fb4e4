// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/CrashVfs.h"

#include <array>
#include <cstring>
#include <new>
#include <sqlite3.h>

using Image = CrashDisk::Image;
using Outcome = CrashDisk::Outcome;

namespace {

/// SQLite's handle of one open file. It is made and ended by hand in memory that SQLite gives.
struct Handle
{
    sqlite3_file base; ///< first: SQLite sees only this
    CrashDisk *disk = nullptr;
    QString name;
    Image image = Image::Written;
    QByteArray temporary; ///< a file without a name lives here
    std::vector<std::unique_ptr<std::array<char, 32768>>> shared; ///< what connections would share, were there several

    bool isTemporary() const { return name.isEmpty(); }
    bool isView() const { return image == Image::Synced; }
    bool isDead() const { return !isTemporary() && !isView() && !disk->isOn(); }
};

Handle &of(sqlite3_file *file)
{
    return *reinterpret_cast<Handle *>(file);
}

CrashDisk &diskOf(sqlite3_vfs *vfs)
{
    return *static_cast<CrashDisk *>(vfs->pAppData);
}

int codeOf(Outcome outcome, int dead)
{
    return outcome == Outcome::Done ? SQLITE_OK : outcome == Outcome::Full ? SQLITE_FULL : dead;
}

int closeFile(sqlite3_file *file)
{
    of(file).~Handle();
    return SQLITE_OK;
}

int readFile(sqlite3_file *file, void *to, int count, sqlite3_int64 offset)
{
    const Handle &handle = of(file);
    if (handle.isDead())
        return SQLITE_IOERR_READ;
    QByteArrayView bytes;
    if (!handle.isTemporary())
        bytes = handle.disk->read(handle.name, offset, count, handle.image);
    else if (offset < handle.temporary.size())
        bytes =
            QByteArrayView(handle.temporary).sliced(offset, std::min<qint64>(count, handle.temporary.size() - offset));
    std::memcpy(to, bytes.data(), size_t(bytes.size()));
    if (bytes.size() == count)
        return SQLITE_OK;
    std::memset(static_cast<char *>(to) + bytes.size(), 0, size_t(count - bytes.size()));
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file *file, const void *from, int count, sqlite3_int64 offset)
{
    Handle &handle = of(file);
    const QByteArrayView bytes(static_cast<const char *>(from), count);
    if (handle.isView() && !handle.isTemporary())
        return SQLITE_READONLY;
    if (!handle.isTemporary())
        return codeOf(handle.disk->write(handle.name, offset, bytes), SQLITE_IOERR_WRITE);
    if (handle.temporary.size() < offset + count)
        handle.temporary.append(offset + count - handle.temporary.size(), '\0');
    std::copy(bytes.begin(), bytes.end(), handle.temporary.data() + offset);
    return SQLITE_OK;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    Handle &handle = of(file);
    if (handle.isView() && !handle.isTemporary())
        return SQLITE_READONLY;
    if (!handle.isTemporary())
        return codeOf(handle.disk->truncate(handle.name, size), SQLITE_IOERR_TRUNCATE);
    handle.temporary.truncate(size);
    return SQLITE_OK;
}

int syncFile(sqlite3_file *file, int)
{
    const Handle &handle = of(file);
    if (handle.isTemporary() || handle.isView())
        return SQLITE_OK;
    return codeOf(handle.disk->sync(handle.name), SQLITE_IOERR_FSYNC);
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    const Handle &handle = of(file);
    if (handle.isDead())
        return SQLITE_IOERR_FSTAT;
    *size = handle.isTemporary() ? handle.temporary.size() : handle.disk->size(handle.name, handle.image);
    return SQLITE_OK;
}

int lockFile(sqlite3_file *, int)
{
    return SQLITE_OK; // nobody else is there
}

int isReserved(sqlite3_file *, int *reserved)
{
    *reserved = 0;
    return SQLITE_OK;
}

int control(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file *)
{
    return 4096;
}

/// A torn write damages nothing beside it, as of every disk SQLite counts on by default.
int characteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    Handle &handle = of(file);
    *memory = nullptr;
    if (size != 32768)
        return SQLITE_IOERR_SHMMAP;
    while (extend && int(handle.shared.size()) <= region)
        handle.shared.push_back(std::make_unique<std::array<char, 32768>>(std::array<char, 32768>{}));
    if (region < int(handle.shared.size()))
        *memory = handle.shared[size_t(region)]->data();
    return SQLITE_OK;
}

int lockShared(sqlite3_file *, int, int, int)
{
    return SQLITE_OK;
}

void barrier(sqlite3_file *) {}

int unmapShared(sqlite3_file *file, int)
{
    of(file).shared.clear();
    return SQLITE_OK;
}

const sqlite3_io_methods &methods()
{
    static const sqlite3_io_methods all = [] {
        sqlite3_io_methods made{};
        made.iVersion = 2;
        made.xClose = closeFile;
        made.xRead = readFile;
        made.xWrite = writeFile;
        made.xTruncate = truncateFile;
        made.xSync = syncFile;
        made.xFileSize = sizeOfFile;
        made.xLock = lockFile;
        made.xUnlock = lockFile;
        made.xCheckReservedLock = isReserved;
        made.xFileControl = control;
        made.xSectorSize = sectorSize;
        made.xDeviceCharacteristics = characteristics;
        made.xShmMap = mapShared;
        made.xShmLock = lockShared;
        made.xShmBarrier = barrier;
        made.xShmUnmap = unmapShared;
        return made;
    }();
    return all;
}

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *handle = new (file) Handle;
    handle->base.pMethods = nullptr; // SQLite does not close what was not opened
    handle->disk = &diskOf(vfs);
    handle->name = QString::fromUtf8(name);
    if (name && sqlite3_uri_parameter(name, "view"))
        handle->image = Image::Synced;
    const bool mayMake = (flags & SQLITE_OPEN_CREATE) != 0;
    if (handle->isView() && mayMake && !handle->disk->exists(handle->name, Image::Synced))
        handle->name.clear(); // a view makes nothing on the disk
    const bool isThere = handle->isTemporary() || handle->disk->exists(handle->name, handle->image);
    if (handle->isDead() || (!isThere && (!mayMake || handle->disk->make(handle->name) != Outcome::Done))) {
        handle->~Handle();
        file->pMethods = nullptr;
        return SQLITE_CANTOPEN;
    }
    if (outFlags)
        *outFlags =
            handle->isView() ? (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY : flags;
    handle->base.pMethods = &methods();
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs *vfs, const char *name, int)
{
    if (sqlite3_uri_parameter(name, "view"))
        return SQLITE_READONLY; // the real one is somebody else's
    const QString path = QString::fromUtf8(name);
    if (!diskOf(vfs).exists(path))
        return SQLITE_IOERR_DELETE_NOENT;
    return codeOf(diskOf(vfs).remove(path), SQLITE_IOERR_DELETE);
}

int accessFile(sqlite3_vfs *vfs, const char *name, int, int *result)
{
    const Image image = sqlite3_uri_parameter(name, "view") ? Image::Synced : Image::Written;
    *result = diskOf(vfs).exists(QString::fromUtf8(name), image) ? 1 : 0;
    return SQLITE_OK;
}

int fullName(sqlite3_vfs *, const char *name, int size, char *full)
{
    sqlite3_snprintf(size, full, "%s", name);
    return SQLITE_OK;
}

int randomBytes(sqlite3_vfs *, int count, char *bytes)
{
    std::memset(bytes, 7, size_t(count));
    return count;
}

int sleepNot(sqlite3_vfs *, int microseconds)
{
    return microseconds;
}

int timeNow(sqlite3_vfs *, double *julianDay)
{
    *julianDay = 2461041.5; // no statement of ours asks SQLite for the time
    return SQLITE_OK;
}

} // namespace

CrashVfs::CrashVfs(CrashDisk &disk) : m_vfs(std::make_unique<sqlite3_vfs>())
{
    static int made = 0;
    m_name = "crash" + QByteArray::number(++made);
    *m_vfs = {};
    m_vfs->iVersion = 1;
    m_vfs->szOsFile = sizeof(Handle);
    m_vfs->mxPathname = 512;
    m_vfs->zName = m_name.constData();
    m_vfs->pAppData = &disk;
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = removeFile;
    m_vfs->xAccess = accessFile;
    m_vfs->xFullPathname = fullName;
    m_vfs->xRandomness = randomBytes;
    m_vfs->xSleep = sleepNot;
    m_vfs->xCurrentTime = timeNow;
    sqlite3_vfs_register(m_vfs.get(), 0);
}

CrashVfs::~CrashVfs()
{
    sqlite3_vfs_unregister(m_vfs.get());
}

QString CrashVfs::name() const
{
    return QString::fromLatin1(m_name);
}

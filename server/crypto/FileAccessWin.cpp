// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/FileAccess.h"

#include <QDir>
#include <QFileInfo>
#include <memory>

#define WIN32_LEAN_AND_MEAN // its cryptography takes names of OpenSSL's
#include <windows.h>

#include <aclapi.h>
#include <io.h>
#include <sddl.h>

namespace {

struct LocalFreer
{
    void operator()(void *memory) const { ::LocalFree(memory); }
};
using LocalMemory = std::unique_ptr<void, LocalFreer>;

struct Closer
{
    void operator()(void *handle) const { ::CloseHandle(handle); }
};
using Handle = std::unique_ptr<void, Closer>;

constexpr DWORD shareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

HANDLE opened(HANDLE handle)
{
    return handle == INVALID_HANDLE_VALUE ? nullptr : handle;
}

HANDLE openFolder(const QString &path, DWORD rights)
{
    const QString native = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    return opened(::CreateFileW(reinterpret_cast<const wchar_t *>(native.utf16()), rights, shareAll, nullptr,
                                OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
}

HANDLE handleOf(const QFileDevice &file)
{
    return reinterpret_cast<HANDLE>(::_get_osfhandle(file.handle()));
}

/// This process's user, as bytes that hold a TOKEN_USER; empty: not to be found out.
QByteArray tokenUser()
{
    HANDLE asked = nullptr;
    if (!::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &asked))
        return {};
    const Handle token(asked);
    DWORD size = 0;
    ::GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    QByteArray user(qsizetype(size), '\0');
    const bool known = size != 0 && ::GetTokenInformation(token.get(), TokenUser, user.data(), size, &size);
    return known ? user : QByteArray();
}

PSID sidIn(const QByteArray &user)
{
    return reinterpret_cast<const TOKEN_USER *>(user.constData())->User.Sid;
}

/// The user himself, the system, or the administrators, who can read everything anyway.
bool isTrusted(PSID sid, const QByteArray &user)
{
    return ::EqualSid(sid, sidIn(user)) || ::IsWellKnownSid(sid, WinLocalSystemSid)
           || ::IsWellKnownSid(sid, WinBuiltinAdministratorsSid);
}

/// A list without anything inherited, with these three in it. inherit: the flags of each of them.
LocalMemory narrowList(const wchar_t *inherit)
{
    const QByteArray user = tokenUser();
    wchar_t *name = nullptr;
    if (user.isEmpty() || !::ConvertSidToStringSidW(sidIn(user), &name))
        return {};
    const LocalMemory nameMemory(name);
    QString text = QStringLiteral("D:P");
    for (const QString &who : {QStringLiteral("SY"), QStringLiteral("BA"), QString::fromWCharArray(name)})
        text += QStringLiteral("(A;%1;FA;;;%2)").arg(QString::fromWCharArray(inherit), who);
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!::ConvertStringSecurityDescriptorToSecurityDescriptorW(reinterpret_cast<const wchar_t *>(text.utf16()),
                                                                SDDL_REVISION_1, &descriptor, nullptr))
        return {};
    return LocalMemory(descriptor);
}

/// As it is: SetSecurityInfo would add what the folder hands on, at least under wine.
bool putList(HANDLE handle, const LocalMemory &descriptor)
{
    return descriptor
           && ::SetKernelObjectSecurity(handle, DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION,
                                        descriptor.get());
}

/// Whether nobody gets anything from the list but whom we trust. A missing list lets everybody in.
bool isNarrow(PACL list, const QByteArray &user)
{
    if (!list)
        return false;
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void *entry = nullptr;
        if (!::GetAce(list, i, &entry))
            return false;
        const auto *head = static_cast<const ACE_HEADER *>(entry);
        if (head->AceType == ACCESS_DENIED_ACE_TYPE)
            continue;
        if (head->AceType != ACCESS_ALLOWED_ACE_TYPE) // conditions and objects: nothing that belongs on such a file
            return false;
        auto *allowed = static_cast<ACCESS_ALLOWED_ACE *>(entry);
        const bool isMakers = (head->AceFlags & INHERIT_ONLY_ACE) != 0 // of what will be made here, to who makes it
                              && ::IsWellKnownSid(&allowed->SidStart, WinCreatorOwnerSid);
        if (allowed->Mask != 0 && !isMakers && !isTrusted(&allowed->SidStart, user))
            return false;
    }
    return true;
}

Result<void> judge(HANDLE handle, const QString &what)
{
    const QByteArray user = tokenUser();
    PSID owner = nullptr;
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!handle || user.isEmpty()
        || ::GetSecurityInfo(handle, SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner,
                             nullptr, &list, nullptr, &descriptor)
               != ERROR_SUCCESS)
        return Error{ErrorCode::Configuration, QStringLiteral("%1 cannot be looked at").arg(what)};
    const LocalMemory memory(descriptor);
    if (!isNarrow(list, user))
        return Error{ErrorCode::Configuration,
                     QStringLiteral("%1 can be read or changed by others; only its owner may (icacls)").arg(what)};
    if (!owner || !isTrusted(owner, user))
        return Error{
            ErrorCode::Configuration,
            QStringLiteral("%1 belongs to another user, who can change it; make it your own (takeown)").arg(what)};
    return {};
}

} // namespace

bool FileAccess::narrow(QFileDevice &file)
{
    // Qt's handle may not change the list; another one on the same open file may.
    const Handle handle(opened(::ReOpenFile(handleOf(file), READ_CONTROL | WRITE_DAC, shareAll, 0)));
    return handle && putList(handle.get(), narrowList(L""));
}

Result<void> FileAccess::requireNarrow(const QFileDevice &file, const QString &what)
{
    return judge(handleOf(file), what);
}

Result<void> FileAccess::requireNarrowFolder(const QString &path)
{
    const Handle handle(openFolder(path, READ_CONTROL));
    return judge(handle.get(), QStringLiteral("the folder %1").arg(QDir(path).dirName()));
}

bool FileAccess::narrowFolder(const QString &path)
{
    const Handle handle(openFolder(path, READ_CONTROL | WRITE_DAC));
    return handle && putList(handle.get(), narrowList(L"OICI"));
}

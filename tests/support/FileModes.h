// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

/// Whether that file's mode lets others in. Windows' files have none: there the folder keeps others out, and
/// tst_private_file_win tells of lists.
inline bool isOpenToOthers(const QString &path)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path)
    return false;
#else
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return bool(QFile::permissions(path) & others);
#endif
}

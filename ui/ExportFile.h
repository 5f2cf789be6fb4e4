// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/OrderSheet.h"

#include <QSaveFile>

/// One file of orders while it is written, its owner's alone to read. Under its name there is the whole of it or
/// nothing. For one thread at a time; every call may wait for the disk.
class ExportFile
{
public:
    ExportFile(const QString &path, OrderSheet sheet) : m_path(path), m_sheet(std::move(sheet)), m_file(path) {}

    const QString &path() const { return m_path; }
    /// False: the folder or the file cannot be made.
    bool open();
    bool append(const QList<Order> &orders);
    bool commit();

private:
    bool write(const QByteArray &bytes) { return m_file.write(bytes) == bytes.size(); }

    const QString m_path;
    OrderSheet m_sheet;
    QSaveFile m_file;
    bool m_isFirst = true;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ExportFile.h"

#include <QDir>
#include <QFileInfo>

bool ExportFile::open()
{
    const QDir folder = QFileInfo(m_path).dir();
    if (!folder.mkpath(QStringLiteral(".")) || !m_file.open(QIODevice::WriteOnly))
        return false;
    return m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && write(m_sheet.begin());
}

bool ExportFile::append(const QList<Order> &orders)
{
    const bool first = m_isFirst;
    m_isFirst = m_isFirst && orders.isEmpty();
    return write(m_sheet.lines(orders, first));
}

bool ExportFile::commit()
{
    return write(m_sheet.end()) && m_file.commit();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// The bytes as a .gz file; empty when there is no memory for it.
QByteArray gzipped(const QByteArray &bytes);

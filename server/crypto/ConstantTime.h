// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

/// Whether two secrets are equal, in a time that does not tell where they differ.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

/// What Chinese spreadsheets save in (GB 18030). Nothing when the bytes are not text in it, as a whole.
std::optional<QString> fromGb18030(const QByteArray &bytes);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

class QLabel;
class QWidget;

/// Words that take as many lines as they need. A label's role is what the style sheet matches.
namespace Labels {

constexpr int leftWrapped = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap; ///< for who paints them itself

QLabel *wrapped(const char *name, const char *role, QWidget *parent);
QLabel *centred(const char *name, const char *role, QWidget *parent);

} // namespace Labels

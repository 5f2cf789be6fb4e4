// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QDialog>

/// Why the till did not start, for whoever pressed its icon and sees no terminal.
class StartRefusal final : public QDialog
{
    Q_OBJECT
public:
    /// words: the sentence that the program ends with.
    explicit StartRefusal(const QString &words);

private:
    Theme m_theme;
};

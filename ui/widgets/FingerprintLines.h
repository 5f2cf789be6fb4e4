// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

class RunLine;
class QVBoxLayout;

/// A certificate's fingerprint in groups of four that the eye can compare, on two lines.
class FingerprintLines : public QWidget
{
    Q_OBJECT
public:
    FingerprintLines(const QString &name, const Theme &theme, QWidget *parent);

    void show(const QString &fingerprint, int designPx);
    using QWidget::show;

private:
    const Theme &m_theme;
    QVBoxLayout *m_rows;
    RunLine *m_first;
    RunLine *m_second;
};

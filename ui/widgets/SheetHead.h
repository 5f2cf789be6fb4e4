// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/TillView.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class Theme;
class TruthLine;

/// What a sheet over the bill is for, or what was wrong just now, and the way back.
class SheetHead : public QWidget
{
    Q_OBJECT
public:
    SheetHead(const QString &closeName, const Theme &theme, QWidget *parent);

    void show(const TillView &view, const QString &words);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    const Theme &m_theme;
    TruthLine *m_says;
    ActionButton *m_close;
};

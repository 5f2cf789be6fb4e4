// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Labels.h"

#include <QLabel>

QLabel *Labels::wrapped(const char *name, const char *role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setProperty("role", role);
    label->setWordWrap(true);
    return label;
}

QLabel *Labels::centred(const char *name, const char *role, QWidget *parent)
{
    auto *label = wrapped(name, role, parent);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

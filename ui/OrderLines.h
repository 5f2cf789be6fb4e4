// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/HistoryView.h"

#include <QJsonObject>

/// Orders and their timelines as cashiers read them.
namespace OrderLines {

OrderLine of(const Order &order);

/// What a cashier has to know of a timeline (API.md, "Timeline"), each step once, in order of time; the rest is F12's.
QList<HistoryView::Moment> storyOf(const QJsonObject &timeline);

} // namespace OrderLines

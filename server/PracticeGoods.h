// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Goods.h"

/// What a shop sells in training until it has goods of its own: a coffee shop's list.
QList<Goods> practiceGoods();

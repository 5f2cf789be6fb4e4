// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/People.h"

#include <QJsonObject>

/// The body of POST (isNew: name and role are needed) and PUT /api/v1/people. InvalidInput says which member is at
/// fault.
Result<PersonWish> readPersonWish(const QJsonObject &body, bool isNew);

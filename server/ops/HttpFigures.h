// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ops/Metrics.h"

class HttpListener;

/// What the listeners have to do: connections, answers, and what was refused.
namespace HttpFigures {

using Named = QList<std::pair<QString, const HttpListener *>>;
/// The listeners live as long as the metrics are asked.
void addTo(Metrics &metrics, const Named &listeners);

} // namespace HttpFigures

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

class Metrics;

/// What the kernel says of this process; nothing where it does not (outside Linux).
namespace ProcessFigures {

std::optional<double> cpuSeconds();
std::optional<double> residentBytes();
std::optional<double> virtualBytes();
std::optional<double> openFiles();
std::optional<double> mostOpenFiles();
std::optional<double> startedAt(); ///< seconds since the epoch

void addTo(Metrics &metrics);

} // namespace ProcessFigures

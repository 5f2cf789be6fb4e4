// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tidy/ReuseToml.h"

#include <QStringList>

/// Under which licences all of it is, and what has to be listed.
namespace LicenceRules {

/// What a file's own first lines say, else what REUSE.toml does; empty where nobody says it.
QString licenceOf(const QString &path, const QByteArray &content, const ReuseToml &reuse);

/// Every licence of an SPDX expression: "A OR B WITH C" names A, B and C.
QStringList licencesIn(const QString &expression);

/// Imported targets that a CMake file links, "Qt6::Core", in the order they come.
QStringList targetsIn(const QString &cmake);

/// Libraries that `readelf -d` says a program needs, without their versions: "libQt6Core". The loader is none.
QStringList neededIn(const QString &readelf);

/// Those of the names that the list has in no `code span`.
QStringList unlisted(const QStringList &names, const QString &list);

} // namespace LicenceRules

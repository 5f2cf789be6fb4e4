// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QStringList>

/// What has to be true of the papers: README, guides and the like.
namespace PaperRules {

/// The files below root that somebody keeps, from there; none that is built, fetched or git's.
QStringList filesOf(const QDir &root);

/// "page.md:12: …" for every link of the page that leads nowhere in this tree.
QStringList deadLinks(const QDir &root, const QString &page);

/// The pictures below folder that no page names.
QStringList unusedPictures(const QDir &root, const QString &folder);

} // namespace PaperRules

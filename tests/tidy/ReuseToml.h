// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

/// What REUSE.toml says of files that cannot name their licence themselves (reuse.software, version 3.3): as much of
/// that format as ours uses.
class ReuseToml
{
public:
    static ReuseToml parse(const QString &text);

    /// The SPDX expression for that path from the root; empty where nothing is said of it. What comes later counts.
    QString licenceOf(const QString &path) const;

private:
    struct Annotation
    {
        QList<QRegularExpression> paths;
        QString licence;
    };
    QList<Annotation> m_annotations;
};

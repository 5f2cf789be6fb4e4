// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Language.h"
#include "ui/voice/Pcm.h"

#include <QHash>
#include <QStringList>

/// The spoken clips of one language: the program's, and in their place a shop's own from FOLDER/zh_CN or FOLDER/en,
/// under the same names. A file of the shop's that is no good is left aside, and the log says why.
class Clips
{
public:
    static constexpr int betweenMs = 12; ///< two clips
    static constexpr int pauseMs = 130; ///< a comma

    Clips(Language::Tongue tongue, const QString &folder);

    bool hasOwn() const { return m_own > 0; } ///< some are the shop's
    QStringList names() const { return m_clips.keys(); }
    Pcm clip(const QString &name) const { return m_clips.value(name); }
    /// One stream of a phrase (Announcement).
    Pcm joined(const QStringList &phrase) const;

private:
    void takeOwn(const QString &name, const QString &file);

    QHash<QString, Pcm> m_clips;
    int m_own = 0;
};

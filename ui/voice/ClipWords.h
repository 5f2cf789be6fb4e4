// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Language.h"

#include <QHash>
#include <QStringList>

/// The clips there are in a language, and their words (resources/voice). What a system's own voice reads is made of
/// the same ones.
class ClipWords
{
public:
    static const ClipWords &of(Language::Tongue tongue);
    /// "zh_CN" or "en": of the clips' folder.
    static QString folder(Language::Tongue tongue);

    QStringList names() const { return m_names; }
    /// "微信收款，三十六元五角"; a name that is none is left out.
    QString sentence(const QStringList &names) const;

private:
    explicit ClipWords(Language::Tongue tongue);

    QStringList m_names; ///< as in the file
    QHash<QString, QString> m_words;
    QString m_gap; ///< between two words
    QString m_comma;
};

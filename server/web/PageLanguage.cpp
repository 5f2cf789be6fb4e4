// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web/PageLanguage.h"

#include <QList>

namespace {

/// How much a language is wanted: 0 to 1000, -1 when it is not named.
int weightOf(const QByteArray &acceptLanguage, const char *language)
{
    int best = -1;
    for (const QByteArray &entry : acceptLanguage.split(',')) {
        const QList<QByteArray> parts = entry.split(';');
        if (!parts[0].trimmed().startsWith(language))
            continue;
        int weight = 1000;
        for (const QByteArray &part : parts.mid(1)) {
            if (part.trimmed().startsWith("q="))
                weight = int(part.trimmed().mid(2).toDouble() * 1000);
        }
        best = qMax(best, weight);
    }
    return best;
}

} // namespace

PageLanguage pageLanguage(const QByteArray &acceptLanguage)
{
    const QByteArray bounded = acceptLanguage.left(256).toLower();
    const int chinese = weightOf(bounded, "zh");
    const int english = weightOf(bounded, "en");
    // Named alike, the first one counts; neither named, Chinese.
    const bool englishFirst = english >= 0 && bounded.indexOf("en") < bounded.indexOf("zh");
    const bool wantsEnglish = english > chinese || (english == chinese && englishFirst);
    return wantsEnglish ? PageLanguage::English : PageLanguage::Chinese;
}

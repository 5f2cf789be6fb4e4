// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/Clips.h"

#include "ui/voice/Announcement.h"
#include "ui/voice/ClipWords.h"

#include <QDir>
#include <QLoggingCategory>

namespace {
Q_LOGGING_CATEGORY(lcVoice, "scantill.voice")
}

Clips::Clips(Language::Tongue tongue, const QString &folder)
{
    const QString language = ClipWords::folder(tongue);
    for (const QString &name : ClipWords::of(tongue).names()) {
        QFile file(QStringLiteral(":/voice/%1/%2.wav").arg(language, name));
        const auto clip = file.open(QIODevice::ReadOnly) ? Pcm::fromWav(file.readAll()) : Pcm();
        if (!clip || clip->isEmpty())
            qFatal("the clip %s/%s is missing from the program", qPrintable(language), qPrintable(name));
        m_clips.insert(name, clip->trimmed().levelled());
        if (!folder.isEmpty())
            takeOwn(name, QDir(folder).filePath(QStringLiteral("%1/%2.wav").arg(language, name)));
    }
}

void Clips::takeOwn(const QString &name, const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcVoice).noquote() << "left aside:" << path << "cannot be read";
        return;
    }
    const auto clip = Pcm::fromWav(file.read(Pcm::maxWavBytes + 1));
    const Pcm trimmed = clip ? clip->trimmed() : Pcm();
    if (trimmed.isEmpty()) {
        qCWarning(lcVoice).noquote() << "left aside:" << path << (clip ? "is silent" : clip.error().message);
        return;
    }
    m_clips.insert(name, trimmed);
    ++m_own;
}

Pcm Clips::joined(const QStringList &phrase) const
{
    Pcm all;
    int gapMs = 0;
    for (const QString &name : phrase) {
        if (name == QLatin1String(Announcement::pause)) {
            gapMs = pauseMs;
            continue;
        }
        all.append(Pcm::silence(all.isEmpty() ? 0 : gapMs));
        all.append(clip(name));
        gapMs = betweenMs;
    }
    return all;
}

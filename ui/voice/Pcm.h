// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QByteArray>
#include <QList>

/// Sound as it is played: 16 bits, one channel, 22,050 samples a second.
class Pcm
{
public:
    static constexpr int rate = 22'050;
    static constexpr qsizetype maxWavBytes = 2 * 1024 * 1024;
    static constexpr int maxMs = 3000; ///< of one file

    /// A RIFF/WAVE file of 16-bit PCM, one or two channels, 8,000 to 96,000 samples a second; InvalidInput else.
    static Result<Pcm> fromWav(const QByteArray &file);
    static Pcm silence(int ms) { return Pcm(QList<qint16>(samplesOf(ms), 0)); }

    Pcm() = default;
    explicit Pcm(QList<qint16> samples) : m_samples(std::move(samples)) {}
    const QList<qint16> &samples() const { return m_samples; }
    bool isEmpty() const { return m_samples.isEmpty(); }
    int durationMs() const { return int(m_samples.size() * 1000 / rate); }
    void append(const Pcm &more) { m_samples += more.m_samples; }

    /// Without the silence before and behind it.
    Pcm trimmed() const;
    /// As loud as the others: the same mean, and clear of clipping.
    Pcm levelled() const;
    /// For a device that takes nothing else. The same samples, interleaved.
    QByteArray bytes(int atRate, int channels) const;

private:
    static constexpr qsizetype samplesOf(int ms) { return qsizetype(ms) * rate / 1000; }
    static QList<qint16> resampled(const QList<qint16> &samples, int from, int to);

    QList<qint16> m_samples;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/Pcm.h"

#include <QtEndian>
#include <cmath>

namespace {

constexpr int quiet = 330; ///< 40 dB under full scale
constexpr int usualMean = 4'600;
constexpr int loudest = 29'000;

Error wrong(const char *what)
{
    return {ErrorCode::InvalidInput, QLatin1String(what)};
}

template <class T> T at(const QByteArray &bytes, qsizetype offset)
{
    return qFromLittleEndian<T>(bytes.constData() + offset);
}

/// The chunk of that name; nothing where there is none or it reaches beyond the file.
QByteArray chunk(const QByteArray &file, const char *name)
{
    qsizetype offset = 12;
    while (offset + 8 <= file.size()) {
        const qsizetype size = at<quint32>(file, offset + 4);
        if (file.mid(offset, 4) == name)
            return offset + 8 + size <= file.size() ? file.mid(offset + 8, size) : QByteArray();
        offset += 8 + size + (size & 1);
    }
    return {};
}

} // namespace

Result<Pcm> Pcm::fromWav(const QByteArray &file)
{
    if (file.size() > maxWavBytes)
        return wrong("too large");
    if (file.size() < 12 || !file.startsWith("RIFF") || file.mid(8, 4) != "WAVE")
        return wrong("no WAV file");
    const QByteArray format = chunk(file, "fmt ");
    const QByteArray data = chunk(file, "data");
    if (format.size() < 16 || data.isEmpty())
        return wrong("a broken WAV file");
    const int channels = at<quint16>(format, 2);
    const qint64 from = at<quint32>(format, 4);
    if (at<quint16>(format, 0) != 1 || at<quint16>(format, 14) != 16 || channels < 1 || channels > 2)
        return wrong("not 16-bit PCM of one or two channels");
    if (from < 8'000 || from > 96'000)
        return wrong("not 8,000 to 96,000 samples a second");
    const qsizetype frames = data.size() / (2 * channels);
    if (frames == 0 || frames > from * maxMs / 1000)
        return wrong("empty, or longer than 3 seconds");
    QList<qint16> samples(frames);
    for (qsizetype i = 0; i < frames; ++i) {
        const int left = at<qint16>(data, i * 2 * channels);
        const int right = channels == 2 ? at<qint16>(data, i * 4 + 2) : left;
        samples[i] = qint16((left + right) / 2);
    }
    return Pcm(resampled(samples, int(from), rate));
}

QList<qint16> Pcm::resampled(const QList<qint16> &samples, int from, int to)
{
    if (from == to || samples.isEmpty())
        return samples;
    QList<qint16> result(qMax<qsizetype>(1, samples.size() * to / from));
    for (qsizetype i = 0; i < result.size(); ++i) {
        const qint64 place = i * from;
        const qsizetype before = qMin<qsizetype>(place / to, samples.size() - 1);
        const qsizetype behind = qMin<qsizetype>(before + 1, samples.size() - 1);
        result[i] = qint16(samples[before] + (samples[behind] - samples[before]) * (place % to) / to);
    }
    return result;
}

Pcm Pcm::trimmed() const
{
    const auto loud = [](qint16 sample) { return std::abs(int(sample)) > quiet; };
    const auto first = std::find_if(m_samples.begin(), m_samples.end(), loud);
    const auto last = std::find_if(m_samples.rbegin(), m_samples.rend(), loud).base();
    return first == m_samples.end() ? Pcm() : Pcm(QList<qint16>(first, last));
}

Pcm Pcm::levelled() const
{
    double squares = 0;
    int peak = 0;
    for (const qint16 sample : m_samples) {
        squares += double(sample) * sample;
        peak = qMax(peak, std::abs(int(sample)));
    }
    if (peak == 0)
        return *this;
    const double gain = qMin(usualMean / std::sqrt(squares / double(m_samples.size())), double(loudest) / peak);
    Pcm louder(m_samples);
    for (qint16 &sample : louder.m_samples)
        sample = qint16(std::lround(sample * gain));
    return louder;
}

QByteArray Pcm::bytes(int atRate, int channels) const
{
    const QList<qint16> samples = resampled(m_samples, rate, atRate);
    QByteArray bytes(samples.size() * 2 * channels, Qt::Uninitialized);
    auto *out = reinterpret_cast<qint16 *>(bytes.data());
    for (const qint16 sample : samples)
        out = std::fill_n(out, channels, sample);
    return bytes;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/AudioWorker.h"

#include <QAudioSink>
#include <QBuffer>
#include <QLoggingCategory>
#include <QMediaDevices>

namespace {

Q_LOGGING_CATEGORY(lcSound, "scantill.sound")

/// Ours where the device takes it, else the nearest that it takes.
QAudioFormat formatFor(const QAudioDevice &device)
{
    QAudioFormat format;
    format.setSampleRate(Pcm::rate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (!device.isFormatSupported(format)) {
        format.setSampleRate(device.preferredFormat().sampleRate());
        format.setChannelCount(device.preferredFormat().channelCount());
    }
    return format;
}

} // namespace

void AudioWorker::open()
{
    if (QMediaDevices::defaultAudioOutput().isNull())
        sayOnce(QStringLiteral("there is no sound device; the till stays silent"));
}

void AudioWorker::play(int number, const Pcm &pcm, int volume)
{
    // Loudspeakers may come and go: each sound takes those of its time.
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull() || pcm.isEmpty() || m_sinks.size() >= mostAtOnce) {
        if (device.isNull())
            sayOnce(QStringLiteral("there is no sound device; the till stays silent"));
        return end(number);
    }
    const QAudioFormat format = formatFor(device);
    auto *sink = new QAudioSink(device, format, this);
    auto *source = new QBuffer(sink);
    source->setData(pcm.bytes(format.sampleRate(), format.channelCount()));
    source->open(QIODevice::ReadOnly);
    sink->setVolume(volume / 100.0);
    m_sinks.insert(number, sink);
    // Idle: all of it has been played. Stopped: the device refused it, or has gone. Queued, for the sink is in a call.
    connect(
        sink, &QAudioSink::stateChanged, this,
        [this, number](QAudio::State state) {
            if (state == QAudio::IdleState || state == QAudio::StoppedState)
                end(number);
        },
        Qt::QueuedConnection);
    sink->start(source);
    if (sink->error() == QAudio::OpenError)
        end(number);
}

void AudioWorker::stop(int number)
{
    end(number);
}

void AudioWorker::end(int number)
{
    QAudioSink *sink = m_sinks.take(number);
    if (sink) {
        if (sink->error() == QAudio::OpenError || sink->error() == QAudio::FatalError)
            sayOnce(QStringLiteral("the sound device does not play"));
        sink->disconnect(this);
        sink->stop();
        sink->deleteLater();
    }
    emit ended(number);
}

void AudioWorker::sayOnce(const QString &what)
{
    if (!std::exchange(m_said, true))
        qCWarning(lcSound).noquote() << what;
}

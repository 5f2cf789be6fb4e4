// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/KioskKeeper.h"

#include "app/ExitCode.h"
#include "app/KeptLine.h"
#include "app/OneTill.h"

#include <QLocalSocket>
#include <cstdio>

namespace {

constexpr qsizetype mostWords = 400; ///< of what a till says at its end

} // namespace

KioskKeeper::KioskKeeper(const Program &program, Language::Tongue language, Clock &clock)
    : m_program(program), m_clock(clock), m_language(language), m_guard(m_cover, clock), m_screens(m_cover),
      m_blinds(m_cover, m_screens, m_guard)
{
    m_door.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_door, &QLocalServer::newConnection, this, &KioskKeeper::tillCame);
    connect(&m_cover, &KioskCover::againWished, this, &KioskKeeper::startTill);
    m_till.setProgram(program.file);
    m_till.setArguments(program.arguments);
    m_till.setStandardInputFile(QProcess::nullDevice());
    m_till.setProcessChannelMode(QProcess::ForwardedOutputChannel);
    connect(&m_till, &QProcess::readyReadStandardError, this, &KioskKeeper::readWords);
    connect(&m_till, &QProcess::finished, this, &KioskKeeper::tillEnded);
    connect(&m_till, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            tillEnded();
    });
}

KioskKeeper::~KioskKeeper()
{
    m_till.disconnect(this);
    if (m_till.state() == QProcess::NotRunning)
        return;
    m_till.kill();
    m_till.waitForFinished(endMs);
}

Result<void> KioskKeeper::start()
{
    const QString door = OneTill::socketIn(m_program.dataDir, KeptLine::doorName);
    QLocalServer::removeServer(door); // of a keeper that was killed
    if (!m_door.listen(door))
        return Error{ErrorCode::Configuration,
                     QStringLiteral("the kiosk cannot watch its till: %1").arg(m_door.errorString())};
    m_cover.cover({CoverView::Face::Starting});
    startTill();
    return {};
}

void KioskKeeper::startTill()
{
    ++m_planned;
    if (m_stopping || m_till.state() != QProcess::NotRunning)
        return;
    if (m_cover.view().face == CoverView::Face::Trouble)
        m_cover.cover({CoverView::Face::Starting}); // whoever has pressed the button sees that something happens
    m_words.clear();
    m_startedMs = m_clock.steadyMs();
    m_till.start();
}

void KioskKeeper::tillCame()
{
    while (auto *line = m_door.nextPendingConnection()) {
        connect(line, &QLocalSocket::disconnected, line, &QObject::deleteLater);
        connect(line, &QLocalSocket::readyRead, this, &KioskKeeper::tillSpoke);
        m_line = line;
    }
}

/// Its window is there.
void KioskKeeper::tillSpoke()
{
    const QByteArray language = m_line ? m_line->readAll() : QByteArray();
    if (!language.contains('\n') || m_till.state() != QProcess::Running)
        return;
    m_language.use(language.startsWith("en") ? Language::Tongue::English : Language::Tongue::Chinese);
    m_cover.hide();
}

/// Handed on as they come; the last ones are shown if it does not start.
void KioskKeeper::readWords()
{
    m_till.setReadChannel(QProcess::StandardError);
    while (m_till.bytesAvailable() > 0) {
        const QByteArray line = m_till.readLine(mostWords);
        std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
        if (!line.trimmed().isEmpty())
            m_words = line.trimmed();
    }
}

/// What is wrong is written on a disk: a command line, a configuration, another program's hold on the folder.
bool KioskKeeper::isUseless(int exitCode)
{
    return exitCode == ExitBadConfiguration || exitCode == ExitInUse;
}

void KioskKeeper::tillEnded()
{
    readWords();
    const bool itself = m_till.error() != QProcess::FailedToStart && m_till.exitStatus() == QProcess::NormalExit;
    if (m_stopping || (itself && m_till.exitCode() == ExitDone))
        return emit finished();
    const std::chrono::milliseconds ran(m_clock.steadyMs() - m_startedMs);
    const auto next = m_plan.ended(ran, itself && isUseless(m_till.exitCode()));
    m_cover.cover({next.tell ? CoverView::Face::Trouble : CoverView::Face::Again,
                   itself ? QString::fromUtf8(m_words) : m_till.errorString()});
    plan(next.pause);
}

void KioskKeeper::plan(std::chrono::milliseconds pause)
{
    m_clock.callAfter(pause, this, [this, planned = ++m_planned] {
        if (planned == m_planned)
            startTill();
    });
}

void KioskKeeper::bringToFront()
{
    if (m_line)
        m_line->write("front\n");
    else
        m_cover.raise();
}

void KioskKeeper::stop()
{
    m_stopping = true;
    ++m_planned;
    if (m_till.state() == QProcess::NotRunning)
        return emit finished();
    m_till.terminate();
    m_clock.callAfter(std::chrono::milliseconds(endMs), this, [this] { m_till.kill(); });
}

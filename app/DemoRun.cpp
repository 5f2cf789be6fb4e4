// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DemoRun.h"

#include "app/ExitCode.h"

#include <QApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <cstdio>

using namespace std::chrono_literals;

namespace {

constexpr qint64 patienceMs = 20'000;

void say(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

} // namespace

DemoRun::DemoRun(Till &till, const QUrl &simulator, const QString &folder, Clock &clock)
    : m_till(till), m_simulator(simulator), m_folder(folder), m_clock(clock)
{
    makeSteps();
}

void DemoRun::makeSteps()
{
    const auto nothing = [] {};
    m_steps = {
        {"the till is ready", nothing,
         [](const TillView &view) { return view.state == PayState::Ready && view.strip.online; }},
        {"the cashier types 1 2 . 5", [this] { type(QStringLiteral("12.5")); },
         [](const TillView &view) {
             return view.entry.text == QLatin1String("12.5") && view.entry.total.fen() == 1250;
         }},
        {"Enter: the QR waits for the customer", [this] { press(Qt::Key_Return); },
         [](const TillView &view) { return view.state == PayState::Waiting && !view.codeUrl.isEmpty(); }},
        {"the customer scans and pays: green", [this] { letCustomerPay(); },
         [](const TillView &view) { return view.state == PayState::Paid && view.amount.fen() == 1250; }},
        {"ready for the next sale", nothing,
         [](const TillView &view) { return view.state == PayState::Ready && view.strip.lastSale; }},
    };
}

void DemoRun::start()
{
    if (!QDir().mkpath(m_folder))
        return fail(QStringLiteral("the folder for the screenshots cannot be made"));
    begin();
}

void DemoRun::begin()
{
    m_deadlineMs = m_clock.steadyMs() + patienceMs;
    m_steps[m_at].act();
    look();
}

void DemoRun::look()
{
    const auto &step = m_steps[m_at];
    if (!step.shows(m_till.window().view())) {
        if (m_clock.steadyMs() > m_deadlineMs)
            return fail(QStringLiteral("it did not show on the screen"));
        return m_clock.callAfter(20ms, this, [this] { look(); });
    }
    // What has just changed is painted, and the tick drawn, before the picture is taken.
    m_clock.callAfter(600ms, this, [this] {
        if (!keepScreenshot())
            return fail(QStringLiteral("the screenshot cannot be written"));
        if (++m_at == m_steps.size()) {
            say(QStringLiteral("done; screenshots are in %1").arg(QDir(m_folder).absolutePath()));
            emit finished(ExitDone);
        } else {
            begin();
        }
    });
}

bool DemoRun::keepScreenshot()
{
    const auto name = QStringLiteral("%1.png").arg(m_at + 1);
    say(QStringLiteral("%1. %2  (%3)").arg(m_at + 1).arg(QLatin1String(m_steps[m_at].says), name));
    return m_till.window().grab().save(QDir(m_folder).filePath(name));
}

void DemoRun::fail(const QString &why)
{
    std::fprintf(stderr, "step %d, %s: %s\n", int(m_at + 1), m_steps[m_at].says, why.toUtf8().constData());
    emit finished(ExitFailed);
}

void DemoRun::press(int key, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QApplication::sendEvent(&m_till.window(), &down);
    QApplication::sendEvent(&m_till.window(), &up);
}

void DemoRun::type(const QString &keys)
{
    // At a hand's pace: faster would be a scanner.
    press(keys.front() == u'.' ? int(Qt::Key_Period) : int(keys.front().unicode()), keys.front());
    if (keys.size() > 1)
        m_clock.callAfter(120ms, this, [this, rest = keys.mid(1)] { type(rest); });
}

void DemoRun::letCustomerPay()
{
    const QJsonObject scanned{{"code_url", m_till.window().view().codeUrl}};
    const HttpCall call{.method = "POST",
                        .url = m_simulator.resolved(QUrl(QStringLiteral("/sim/pay"))),
                        .headers = {{"Content-Type", "application/json"}},
                        .body = QJsonDocument(scanned).toJson(QJsonDocument::Compact)};
    m_phone.send(call).then(this, [this](const Result<HttpAnswer> &answer) {
        if (!answer || answer->status != 200)
            fail(QStringLiteral("the simulated customer could not pay"));
    });
}

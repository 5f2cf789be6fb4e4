// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Till.h"
#include "server/net/NetworkTransport.h"

#include <functional>

/// One training payment by itself, through the real window: keys are pressed, the screen is read, a customer pays what
/// the QR says. A line and a screenshot for every step; the first step that does not show ends it.
class DemoRun : public QObject
{
    Q_OBJECT
public:
    /// folder: where the screenshots go. simulator: where the customer's phone leads.
    DemoRun(Till &till, const QUrl &simulator, const QString &folder, Clock &clock);
    void start();

signals:
    void finished(int exitCode);

private:
    struct Step
    {
        const char *says;
        std::function<void()> act;
        std::function<bool(const TillView &)> shows;
    };

    void makeSteps();
    void begin();
    void look();
    void fail(const QString &why);
    void press(int key, const QString &text = {});
    void type(const QString &keys);
    void letCustomerPay();
    bool keepScreenshot();

    Till &m_till;
    QUrl m_simulator;
    QString m_folder;
    Clock &m_clock;
    NetworkTransport m_phone;
    QList<Step> m_steps;
    qsizetype m_at = 0;
    qint64 m_deadlineMs = 0;
};

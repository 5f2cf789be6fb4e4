// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/TillRecorder.h"
#include "ui/models/TimelineView.h"
#include "ui/models/Wish.h"

#include <QJsonObject>

/// F12: the flight recorder of the order on the screen, or of the last one. The sale goes on behind it.
class TimelineFlow final : public QObject
{
    Q_OBJECT
public:
    /// exportFolder: made when it is needed.
    TimelineFlow(TimelineDesk &desk, TillRecorder &recorder, const QString &exportFolder, QObject *parent = nullptr);

    /// outTradeNo: empty when there was no sale yet.
    void open(const QString &outTradeNo);
    void close();
    bool isOpen() const { return m_view.open; }
    const TimelineView &view() const { return m_view; }
    /// While it is open every wish is its own.
    void wish(const Wish &wish);

signals:
    void changed();
    /// Opened or closed.
    void screenChanged();

private:
    void ask();
    void askTimeline();
    void heard(const Result<QJsonObject> &answer);
    void exportIt();
    void say(TimelineView::Say what);

    TimelineDesk &m_desk;
    TillRecorder &m_recorder;
    QString m_exportFolder;
    std::optional<OutTradeNo> m_number;
    QJsonObject m_timeline; ///< as the server told it, for the file
    TimelineView m_view;
    int m_asking = 0; ///< grows: an answer to an older question is not shown
};

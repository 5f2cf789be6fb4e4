// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

/// Which of the listed patterns a path belongs to. "/a/<arg>/b": <arg> stands for one whole, non-empty segment.
class RouteTable
{
public:
    struct Match
    {
        int route = -1; ///< as add() numbered it; -1: none
        QStringList captures;
        QList<QByteArray> allowed; ///< without a route: the methods the path has; empty: no such path
    };

    /// Numbers from 0.
    int add(const QByteArray &method, const QString &pattern);
    /// A pattern whose earlier segments are literal is preferred. HEAD finds GET's route.
    Match find(const QByteArray &method, const QStringList &segments) const;

private:
    struct Route
    {
        QByteArray method;
        QStringList segments;
    };
    QList<Route> m_routes;
};

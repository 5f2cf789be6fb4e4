// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class HttpListener;
class Operators;
class People;
class PhoneStore;
class RequestGuard;

/// /api/v1/people and what lies below it (server/http/API.md, "People and sessions").
struct PeopleRoutes
{
    const RequestGuard &guard;
    const Operators &operators;
    People &people;
    PhoneStore &phones;
    QString practicePin; ///< what the list tells a practising till; empty: not training

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};

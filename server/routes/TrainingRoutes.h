// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

class Checkout;
class HttpListener;
class HttpTransport;
class Watchers;

/// What only a training server has (api.md, "Training only").
struct TrainingRoutes
{
    Checkout &checkout;
    Watchers &watchers;
    HttpTransport &transport;
    QUrl simulator; ///< always spoken to over HTTP, like WeChat Pay itself

    void addTo(HttpListener &http) const;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class GoodsStore;
class HttpListener;
class Operators;
class QObject;
class RequestGuard;

/// /api/v1/goods and /api/v1/goods.csv (server/http/API.md, "Goods").
struct GoodsRoutes
{
    const RequestGuard &guard;
    const Operators &operators;
    GoodsStore &goods;
    QObject &context; ///< of what is answered later

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Checkout;
class Clock;
class HttpListener;
class Random;
class WatchTokens;

/// GET /index/pay, for training only: the first seed's page. Makes an order, shows its QR and how it goes (API.md,
/// "Training only").
struct PayPage
{
    Checkout &checkout;
    const WatchTokens &tokens;
    const Clock &clock;
    Random &random;

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class HttpListener;
class OfficialAccount;

/// GET and POST /wechat/events (API.md, "Official Account events"). Answers are plain text, for WeChat reads no other.
struct OfficialAccountRoute
{
    OfficialAccount &account;

    void addTo(HttpListener &http) const;
};

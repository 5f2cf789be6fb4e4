// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

class AccountBooks;
class SimulatorKeys;

/// WeChat's Official Account interface as a server meets it: `/cgi-bin/…` (reference 11.3). Like the original it
/// answers 200 to everything, and says in errcode what was wrong.
class AccountApi
{
public:
    static constexpr qint64 longestLifeS = 2'592'000;
    static constexpr qint64 defaultLifeS = 60; ///< 30 in an older text
    static constexpr qsizetype maxContentBytes = 2048;

    AccountApi(const SimulatorKeys &keys, AccountBooks &books) : m_keys(keys), m_books(books) {}

    /// `GET /cgi-bin/token?grant_type=client_credential&appid=&secret=`
    HttpReply token(const HttpRequest &request);
    /// `POST /cgi-bin/qrcode/create?access_token=`, all four kinds of scene.
    HttpReply createQr(const HttpRequest &request);
    /// `POST /cgi-bin/message/custom/send?access_token=`, texts only.
    HttpReply sendMessage(const HttpRequest &request);

private:
    std::optional<HttpReply> tokenFault(const HttpRequest &request) const;

    const SimulatorKeys &m_keys;
    AccountBooks &m_books;
};

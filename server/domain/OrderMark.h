// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Ids.h"

#include <QDateTime>
#include <QJsonObject>

/// What a mark says beside its name. It has no member that could hold a secret, a code's address or a payer's id.
struct MarkDetail
{
    static constexpr int mostCount = 1'000'000;

    qint64 tookMs = -1; ///< of a question, until its answer; of a run, the longest; -1: nothing was measured
    QString outcome = {}; ///< how it went, a word (OrderMark::isWord); empty: it does not say
    int count = 1; ///< more than 1: the same so often, from the mark's time to lastAt
    QDateTime lastAt = {};
    qint64 seq = 0; ///< of the order's event that it is about; 0: of none

    /// For the books and the wire: took_ms, outcome, count, last_at, seq; what says nothing is left out.
    QJsonObject toJson() const;
    /// InvalidInput: another member, a number out of range, an outcome that is no word.
    static Result<MarkDetail> fromJson(const QJsonObject &json);
};

/// One moment on an order's way, in its timeline (API.md, "Timeline").
struct OrderMark
{
    static constexpr int mostPerOrder = 500;

    OutTradeNo number;
    QDateTime at; ///< by the clock of whoever made the mark
    QString source; ///< till, server, wechat, notify
    QString what; ///< of a-z and _
    MarkDetail detail = {};

    /// 1 to 32 of a-z and _, or of A-Z and _: no id and no key looks like that.
    static bool isWord(const QString &text);
    /// The same in small letters only, as a mark's name is.
    static bool isName(const QString &text);
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <optional>

/// What somebody did with the shop's Official Account, as WeChat pushes it in plain mode (reference 11.3).
struct OfficialAccountEvent
{
    static constexpr qsizetype maxBytes = 16 * 1024;
    static constexpr qsizetype maxSceneLength = 64;

    QString fromOpenid; ///< who it was
    QString event; ///< SCAN, subscribe, unsubscribe …
    QString scene; ///< of the parametric QR, without the "qrscene_" of subscribe; empty where none was scanned
    qint64 createTime = 0; ///< by WeChat's clock, seconds since the epoch
    QString ticket; ///< the QR's; may be empty

    /// None for a message that is no event: somebody wrote to the account, which is not for us. InvalidInput for
    /// what is not well-formed XML, is longer than maxBytes, has a DTD, or lacks a field or has one twice. Unknown
    /// elements are passed over.
    static Result<std::optional<OfficialAccountEvent>> read(const QByteArray &xml);
};
